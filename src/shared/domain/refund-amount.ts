import { type Money, money } from './money.ts';
import type { Quantity } from './quantity.ts';
import { mulDivRounded } from './round.ts';

/**
 * What `returnQuantity` more of a line is worth when it comes back:
 * round(total × (returned + k) ÷ sold) − round(total × returned ÷ sold).
 *
 * Rounding the running whole instead of each part makes the parts of any sequence add up to the line exactly. It
 * looks at what came back and never at what was paid for that, so money that was not given back for some units is
 * not given back with later ones either.
 * Throws RangeError when nothing is returned, or more than was sold.
 */
export function refundAmount(
  lineTotal: Money,
  soldQuantity: Quantity,
  alreadyReturnedQuantity: Quantity,
  returnQuantity: Quantity,
): Money {
  const returned = alreadyReturnedQuantity + returnQuantity;
  if (returnQuantity <= 0 || alreadyReturnedQuantity < 0 || returned > soldQuantity) {
    throw new RangeError(
      `cannot return ${returnQuantity} after ${alreadyReturnedQuantity} of ${soldQuantity}`,
    );
  }
  const before = mulDivRounded(lineTotal, alreadyReturnedQuantity, soldQuantity);
  return money(mulDivRounded(lineTotal, returned, soldQuantity) - before);
}
