import { parseAddress, type WindowOrigin } from './addresses.ts';

/**
 * Whether a page's request may go out at all. Only the application's own: everything that would reach a
 * network, or a file of this computer, is cancelled. While developing also the dev server and the inspector.
 */
export function isAllowedRequest(address: string, devServer: WindowOrigin | null): boolean {
  const parsed = parseAddress(address);
  if (!parsed) return false;
  const { protocol, host } = parsed;
  if (protocol === 'app:') return ['shop', 'img', 'print'].includes(host);
  if (protocol === 'blob:') return address.startsWith('blob:app://shop/');
  if (!devServer) return false;
  if (protocol === 'devtools:') return true;
  return host === devServer.host && (protocol === devServer.protocol || protocol === 'ws:');
}
