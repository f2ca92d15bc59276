import { type Money, money, subtractMoney, sumMoney, zeroMoney } from './money.ts';
import { type Quantity, quantity } from './quantity.ts';
import { refundAmount } from './refund-amount.ts';
import { mulDivRounded } from './round.ts';
import type { TaxAmount } from './tax.ts';

/** A sold line, as far as it matters to what comes back of it. */
export type SoldAmounts = {
  readonly quantity: Quantity;
  readonly total: Money;
  readonly tax: Money;
  readonly taxes: readonly TaxAmount[];
};

export type ReturnWorth = {
  readonly net: Money;
  readonly tax: Money;
  /** One for each of the line's taxes, in their order. */
  readonly taxes: readonly TaxAmount[];
  readonly total: Money;
};

/**
 * What `returnQuantity` more of a sold line is worth, with the tax in it.
 *
 * The total is the part of `refundAmount`. How much of a running total is tax depends on that total alone, and so
 * does each tax; all of them only grow. So net and taxes are never below zero, each part is net + tax, and the parts
 * of a whole return are the line's own figures, whatever the order and the sizes of the returns.
 * Throws RangeError when nothing is returned, or more than was sold.
 */
export function returnWorth(
  line: SoldAmounts,
  alreadyReturnedQuantity: Quantity,
  returnQuantity: Quantity,
): ReturnWorth {
  const none = quantity(0);
  const before =
    alreadyReturnedQuantity === 0
      ? zeroMoney
      : refundAmount(line.total, line.quantity, none, alreadyReturnedQuantity);
  const total = refundAmount(line.total, line.quantity, alreadyReturnedQuantity, returnQuantity);
  const earlier = taxesWithin(line, before);
  const later = taxesWithin(line, money(before + total));
  const taxes = line.taxes.map(({ name, rate }, index) => {
    return { name, rate, amount: money((later[index] ?? 0) - (earlier[index] ?? 0)) };
  });
  const tax = sumMoney(taxes.map((one) => one.amount));
  return { net: subtractMoney(total, tax), tax, taxes, total };
}

/** The taxes in the first `worth` of a line: its share of all tax, and of what is left each tax in turn. */
function taxesWithin(line: SoldAmounts, worth: Money): readonly number[] {
  let left = line.total === 0 ? 0 : mulDivRounded(worth, line.tax, line.total);
  let weight: number = line.tax;
  return line.taxes.map(({ amount }) => {
    const part = weight === 0 ? 0 : mulDivRounded(left, amount, weight);
    left -= part;
    weight -= amount;
    return part;
  });
}
