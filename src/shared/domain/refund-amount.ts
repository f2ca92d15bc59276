import { type Money, money } from './money.ts';
import type { Quantity } from './quantity.ts';
import { mulDivRounded } from './round.ts';

/**
 * What comes back for `returnQuantity` more of a line: round(total × (returned + k) ÷ sold) − refunded.
 *
 * Rounding the running whole instead of each part makes any sequence of refunds add up to the line
 * exactly. Where more than that was refunded already (for goodwill) it is nothing, never negative.
 * Throws RangeError when nothing is returned, or more than was sold.
 */
export function refundAmount(
  lineTotal: Money,
  soldQuantity: Quantity,
  alreadyReturnedQuantity: Quantity,
  alreadyRefunded: Money,
  returnQuantity: Quantity,
): Money {
  const returned = alreadyReturnedQuantity + returnQuantity;
  if (returnQuantity <= 0 || alreadyReturnedQuantity < 0 || returned > soldQuantity) {
    throw new RangeError(
      `cannot return ${returnQuantity} after ${alreadyReturnedQuantity} of ${soldQuantity}`,
    );
  }
  return money(Math.max(0, mulDivRounded(lineTotal, returned, soldQuantity) - alreadyRefunded));
}
