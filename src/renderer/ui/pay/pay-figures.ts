import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { roundCash } from '../../../shared/domain/round-cash.ts';
import { settle, type TenderKind } from '../../../shared/domain/settle.ts';

/** Money that was taken towards the order that is being paid. */
export type TakenTender = {
  readonly key: number;
  readonly tenderId: number;
  readonly name: string;
  readonly kind: TenderKind;
  readonly amount: Money;
  readonly reference: string;
};

export type PayFigures = {
  /** What is still to be paid by card, or as the order stands. */
  readonly open: Money;
  /** The same in coins that exist: differs only where the shop rounds cash. */
  readonly openInCash: Money;
  readonly change: Money;
  /** What rounding to coins added; may be negative. */
  readonly rounding: Money;
  readonly paid: Money;
  /** Nothing is open any more. */
  readonly isSettled: boolean;
};

/**
 * Holds what was taken against the total, with cash rounded as main rounds it: only the part that is left for
 * cash, and only when cash pays the rest of it. What rounds to nothing is paid as it is.
 */
export function payFigures(total: Money, taken: readonly TakenTender[], cashIncrement: Money): PayFigures {
  let cash = 0;
  let others = 0;
  for (const { kind, amount } of taken) {
    if (kind === 'cash') cash += amount;
    else others += amount;
  }
  const afterOthers = money(Math.max(0, total - others));
  const coins = roundCash(afterOthers, cashIncrement);
  const rounded = coins > 0 ? coins : afterOthers;
  const paysTheRest = cash > 0 && cash >= rounded;
  const rounding = paysTheRest ? money(rounded - afterOthers) : zeroMoney;
  const { open, change, paid } = settle(money(total + rounding), taken);
  const openInCash = open === 0 ? zeroMoney : money(Math.max(0, rounded - cash));
  return { open, openInCash, change, rounding, paid, isSettled: open === 0 };
}
