import { type Amounts, sumOf } from './arithmetic.ts';
import { shareTaken } from './rights.ts';

/* How much of a price is taken off in all: discounts on lines, on what they left, and goodwill on what that left. */

type Discounts = Pick<Amounts, 'gross' | 'discount' | 'orderDiscount'>;

/** Two shares as one, the second of what the first left; rounded up. */
export function together(first: number, second: number): number {
  const left = (1_000_000 - first) * (1_000_000 - second);
  return 1_000_000 - Math.floor(left / 1_000_000);
}

/** The order's discount, of what the lines come to after their own. */
export function orderShare(lines: readonly Discounts[]): number {
  const base = sumOf(lines, (one) => one.gross - one.discount);
  return shareTaken(
    base,
    sumOf(lines, (one) => one.orderDiscount),
  );
}

/** What a line gives up, its part of the order's discount included; an odd unit of that part does not count. */
export function lineShare({ gross, discount, orderDiscount }: Discounts, ofOrder: number): number {
  const own = shareTaken(gross, discount);
  if (orderDiscount === 0) return own;
  return Math.min(shareTaken(gross, discount + orderDiscount), together(own, ofOrder));
}

type Placed = {
  readonly lines: readonly Discounts[];
  /** What it came to, cash rounding and tax included. */
  readonly total: number;
  readonly pricesIncludeTax: boolean;
};

/** What an order gives up with goodwill. */
export function goodwillShare({ lines, total, pricesIncludeTax }: Placed, goodwill: number): number {
  const gross = sumOf(lines, (one) => one.gross);
  const saved = sumOf(lines, (one) => one.discount + one.orderDiscount);
  const shares = together(shareTaken(gross, saved), shareTaken(total, goodwill));
  return pricesIncludeTax ? Math.min(shares, shareTaken(gross, saved + goodwill)) : shares;
}
