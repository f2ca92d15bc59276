import type { Cart } from '../../../shared/domain/cart.ts';
import { isBare } from './cart-journal.ts';

/**
 * The cart with those lines of an earlier one that are no longer in it, each where it stood: undoes a removal
 * without undoing what was done since. A bare cart becomes the earlier one whole where that held nothing else.
 */
export function putBack(cart: Cart, before: Cart, lineIds: readonly string[]): Cart {
  if (isBare(cart) && before.lines.every((line) => lineIds.includes(line.id))) return before;
  const lines = [...cart.lines];
  before.lines.forEach((line, index) => {
    const isWanted = lineIds.includes(line.id) && !cart.lines.some((one) => one.id === line.id);
    if (isWanted) lines.splice(Math.min(index, lines.length), 0, line);
  });
  return { ...cart, lines, activeLineId: before.activeLineId ?? cart.activeLineId };
}
