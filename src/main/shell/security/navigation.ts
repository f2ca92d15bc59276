import { isOwnAddress, parseAddress, type WindowOrigin } from './addresses.ts';

/** Windows open no windows. */
export const windowOpenAnswer = { action: 'deny' } as const;

/**
 * Whether a page may go where it wants to: nowhere. The window is one page whose screens change by the part
 * after `#`, which is no navigation; reloading the very same page is all there is.
 */
export function mayNavigate(from: string, to: string, own: WindowOrigin): boolean {
  const [here, there] = [parseAddress(from), parseAddress(to)];
  if (!here || !there || !isOwnAddress(to, own) || !isOwnAddress(from, own)) return false;
  return here.pathname === there.pathname && here.search === there.search;
}
