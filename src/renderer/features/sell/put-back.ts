import type { Cart } from '../../../shared/domain/cart.ts';
import { isBare } from './cart-journal.ts';

/**
 * The cart with the lines of an earlier one that are no longer in it, each where it stood: undoes a removal
 * without undoing what was done since. An empty cart becomes the earlier one whole.
 */
export function putBack(cart: Cart, before: Cart): Cart {
  if (isBare(cart)) return before;
  const lines = [...cart.lines];
  before.lines.forEach((line, index) => {
    if (!cart.lines.some((one) => one.id === line.id)) lines.splice(Math.min(index, lines.length), 0, line);
  });
  return { ...cart, lines, activeLineId: before.activeLineId ?? cart.activeLineId };
}
