import type { Input } from '../../../shared/contract/index.ts';
import { type Money, money, sumMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { shareRefund } from '../../../shared/domain/order-balance.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { Sale } from './return-draft.ts';

type Payment = Sale['payments'][number];

/** A way that money goes back: from which payment, how much, and by what. */
export type GiveBackPart = {
  readonly payment: Payment;
  /** Null while what is typed cannot be read. */
  readonly amount: Money | null;
  /** Another way than it came; null is as it came. */
  readonly tender: { readonly id: number; readonly name: string; readonly kind: TenderKind } | null;
  readonly reference: string;
};

/** What the person changed of the plan, by payment; what they left alone follows the figures. */
export type GiveBackChanges = Readonly<
  Record<number, Partial<Pick<GiveBackPart, 'amount' | 'tender' | 'reference'>>>
>;

/** One part for each payment that still holds money: newest first, each as it came, unless the person says otherwise. */
export function giveBackPlan(
  payments: readonly Payment[],
  toGiveBack: Money,
  changes: GiveBackChanges,
): readonly GiveBackPart[] {
  const holding = payments
    .filter((payment) => payment.refundable > 0)
    .toSorted((a, b) => b.paymentNo - a.paymentNo);
  const held = sumMoney(holding.map((payment) => payment.refundable));
  const shares = shareRefund(money(Math.min(toGiveBack, held)), holding);
  return holding.map((payment) => {
    const share = shares.find((one) => one.paymentNo === payment.paymentNo)?.amount ?? zeroMoney;
    return { payment, amount: share, tender: null, reference: '', ...changes[payment.paymentNo] };
  });
}

/** By what a part goes back. */
export function kindOf({ payment, tender }: GiveBackPart): TenderKind {
  return tender?.kind ?? payment.tenderKind;
}

/** What of the plan goes back in cash. */
export function cashIn(parts: readonly GiveBackPart[]): Money {
  return sumMoney(parts.filter((part) => kindOf(part) === 'cash').map((part) => part.amount ?? zeroMoney));
}

export type PlanProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'above-payment'; readonly paymentNo: number; readonly most: Money }
  /** `by` too little (positive) or too much (negative) is planned. */
  | { readonly kind: 'sum'; readonly by: Money };

/** What stands in the way of giving money back as planned; null for nothing. */
export function planProblem(parts: readonly GiveBackPart[], toGiveBack: Money): PlanProblem | null {
  for (const { amount, payment } of parts) {
    if (amount === null) return { kind: 'unreadable' };
    if (amount > payment.refundable) {
      return { kind: 'above-payment', paymentNo: payment.paymentNo, most: payment.refundable };
    }
  }
  const by = toGiveBack - sumMoney(parts.map((part) => part.amount ?? zeroMoney));
  return by === 0 ? null : { kind: 'sum', by: money(by) };
}

/** The parts as main takes them. */
export function partsToSend(parts: readonly GiveBackPart[]): Input<'returns.create'>['refunds'] {
  return parts.flatMap(({ payment, amount, tender, reference }) =>
    amount === null || amount === 0
      ? []
      : [{ paymentNo: payment.paymentNo, tenderId: tender?.id ?? null, amount, reference }],
  );
}
