import type { CartLine } from './cart.ts';
import { isMeasured } from './unit.ts';

/** How many things a customer carries away: each piece counts, a piece of cheese is one however heavy. */
export function countItems(lines: readonly Pick<CartLine, 'quantity' | 'unit'>[]): number {
  let items = 0;
  for (const { quantity, unit } of lines) items += isMeasured(unit) ? 1 : Math.trunc(quantity / 1000);
  return items;
}
