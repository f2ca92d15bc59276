/** What the shop's page may load: its own files and the shop's pictures. No inline script or style, no eval. */
export const shopPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' app://img blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; worker-src 'self'; require-trusted-types-for 'script'";

/** A page of main about a shop that cannot be opened: a style sheet, no script, and forms that main alone reads. */
export const troublePolicy =
  "default-src 'none'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** A page on its way to paper: its style sheet, the shop's logo, and no script at all. */
export const printPolicy =
  "default-src 'none'; style-src 'self'; img-src app://img; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** A picture opened by itself shows itself and nothing else. */
export const picturePolicy = "default-src 'none'; frame-ancestors 'none'";
