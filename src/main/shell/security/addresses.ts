/**
 * The application's own addresses: `app://shop/…` is the window, `app://img/<id>` a picture of the shop file,
 * `app://print/<token>` a page on its way to a printer. There are no others.
 */
export const appScheme = 'app';
export type AppHost = 'shop' | 'img' | 'print';

/** Where a window's own pages come from: `app://shop`, or the dev server while developing. */
export type WindowOrigin = { readonly protocol: string; readonly host: string };

export const shopOrigin: WindowOrigin = { protocol: 'app:', host: 'shop' };

/** The page that a window opens. */
export const shopPage = 'app://shop/index.html';

/** The customers' page, which knows no screen of staff. */
export const kioskPage = 'app://shop/kiosk.html';

/** The parsed address, or null where it is none. */
export function parseAddress(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/**
 * Whether an address is one of the window's own. Protocol and host are compared, never `origin`: Node answers
 * the text `null` as the origin of every `app:` address, so that any of them would pass.
 */
export function isOwnAddress(address: string, own: WindowOrigin): boolean {
  const parsed = parseAddress(address);
  return parsed !== null && parsed.protocol === own.protocol && parsed.host === own.host;
}

/** The origin of the dev server's address, or null where it is none of this computer's. */
export function devServerOrigin(address: string | undefined): WindowOrigin | null {
  const parsed = address === undefined ? null : parseAddress(address);
  if (parsed?.protocol !== 'http:') return null;
  if (!['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname)) return null;
  return { protocol: parsed.protocol, host: parsed.host };
}
