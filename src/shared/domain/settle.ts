import { type Money, money, zeroMoney } from './money.ts';

/** The kinds of tender; a shop names its own of each kind. Only cash gives change. */
export const tenderKinds = ['cash', 'card', 'upi', 'other'] as const;
export type TenderKind = (typeof tenderKinds)[number];

/** Money that was handed over or charged, one of several towards an order. */
export type Tender = { readonly kind: TenderKind; readonly amount: Money };

export type Settlement = {
  /** What the tenders count towards the order: their sum less the change. */
  readonly paid: Money;
  /** What is still to be paid; negative where the shop owes (an exchange for something cheaper). */
  readonly open: Money;
  /** What is handed back, never more than the cash that was handed over. */
  readonly change: Money;
  /** Charged beyond the total to tenders that give no change: to be refused. */
  readonly excess: Money;
};

/** Holds tenders against an order's total. Always: Σ tenders − change = paid, paid + open − excess = total. */
export function settle(total: Money, tenders: readonly Tender[]): Settlement {
  let sum = 0;
  let cash = 0;
  for (const tender of tenders) {
    sum = money(sum + tender.amount);
    if (tender.kind === 'cash') cash += tender.amount;
  }
  const over = sum - total;
  if (over <= 0) return { paid: money(sum), open: money(-over), change: zeroMoney, excess: zeroMoney };
  const change = Math.min(over, Math.max(0, cash));
  const rest = over - change;
  // What is over on a total below zero was not charged too much: it is what the shop owes.
  const owed = total < 0 ? Math.min(rest, -total) : 0;
  return { paid: money(sum - change), open: money(-owed), change: money(change), excess: money(rest - owed) };
}
