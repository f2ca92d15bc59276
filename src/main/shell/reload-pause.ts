const calm = 60_000;
const patience = 3;

/**
 * Milliseconds to wait before a window that died is loaded again: none at first, so that the cart is back at
 * once; five seconds when it died three times within a minute, so that a fault at start does not spin.
 * `deaths` are the instants of the earlier ones.
 */
export function reloadPause(deaths: readonly number[], now: number): number {
  return deaths.filter((at) => now - at < calm).length >= patience ? 5000 : 0;
}
