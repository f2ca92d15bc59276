/**
 * Chromium refuses a custom scheme as a page's own address, so `app://shop/x` travels as
 * `https://shop.app.standin.invalid/x` (`.invalid` never resolves, RFC 2606) and is mapped back
 * wherever the application looks.
 */
const SUFFIX = '.standin.invalid';
const MAPPED = /https:\/\/([a-z0-9.-]*?)\.([a-z][a-z0-9+-]*)\.standin\.invalid(?=[/:?#"'\s)]|$)/gi;

const schemes = new Set<string>();

/** Names a scheme that the application serves itself. */
export function mapScheme(scheme: string): void {
  schemes.add(scheme.toLowerCase());
}

/** The address that Chromium is given for an address of the application. */
export function toBrowserUrl(url: string): string {
  const match = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)([\s\S]*)$/i.exec(url);
  const scheme = match?.[1]?.toLowerCase();
  if (!match || !scheme || !schemes.has(scheme)) return url;
  const rest = match[3] ?? '';
  return `https://${(match[2] ?? '').toLowerCase()}.${scheme}${SUFFIX}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The application's own address for one seen in Chromium; also inside a longer text. */
export function toAppUrl(text: string): string {
  return text.includes(SUFFIX)
    ? text.replace(MAPPED, (_all, host: string, scheme: string) => `${scheme}://${host}`)
    : text;
}

/** The schemes that the application serves itself. */
export function mappedSchemes(): readonly string[] {
  return [...schemes];
}

/** The scheme of an address, without the colon. */
export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
}

/**
 * Translates a content security policy: Chromium sees page addresses mapped (navigation, 'self') but
 * images and other sub-resources named `app://…` as they are written, whose host it cannot parse.
 */
export function toBrowserPolicy(policy: string): string {
  let result = policy;
  for (const scheme of schemes) {
    const source = new RegExp(`(^|[\\s;])${scheme}:(//[^\\s;]*)?(?=[\\s;]|$)`, 'gi');
    result = result.replace(
      source,
      (_all, before: string, place: string | undefined) =>
        `${before}${scheme}: ${place ? toBrowserUrl(`${scheme}:${place}`).replace(/\/$/, '') : `https://*.${scheme}${SUFFIX}`}`,
    );
  }
  return result;
}
