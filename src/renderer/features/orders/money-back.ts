import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { orderBalance, shareRefund } from '../../../shared/domain/order-balance.ts';
import { handOut } from '../../../shared/domain/round-cash.ts';

type Payment = OrderDetail['payments'][number];

/** Money that goes back the way it came; exchange value as what was first paid with. */
export type BackBy = {
  readonly tenderId: number;
  readonly tenderName: string;
  readonly tenderKind: Payment['backBy']['tenderKind'];
  readonly amount: Money;
};

export type MoneyBack = {
  /** By tender, the largest first. */
  readonly back: readonly BackBy[];
  /** What of it is in cash, in coins that exist. */
  readonly cash: Money;
};

/** What must go back, shared over the payments as main shares it: the newest first. */
export function moneyBack(
  { payments, refunds }: Pick<OrderDetail, 'payments' | 'refunds'>,
  dueBack: Money,
  cashIncrement: Money,
): MoneyBack {
  const held = payments.reduce((sum, payment) => sum + payment.refundable, 0);
  const parts = shareRefund(money(Math.min(dueBack, held)), payments);
  const byTender = new Map<number, BackBy>();
  const inCash: Money[] = [];
  for (const part of parts) {
    const payment = payments.find((one) => one.paymentNo === part.paymentNo);
    if (!payment) continue;
    const { tenderId, tenderName, tenderKind } = payment.backBy;
    const before = byTender.get(tenderId)?.amount ?? 0;
    byTender.set(tenderId, { tenderId, tenderName, tenderKind, amount: money(before + part.amount) });
    if (tenderKind === 'cash') inCash.push(part.amount);
  }
  const back = [...byTender.values()].toSorted((a, b) => b.amount - a.amount);
  return { back, cash: handedOut(inCash, refunds, cashIncrement) };
}

/** Amounts in coins that exist: all cash that an order hands out is rounded as one sum, what went before included. */
export function handedOut(
  amounts: readonly Money[],
  refunds: OrderDetail['refunds'],
  increment: Money,
): Money {
  const before = refunds.reduce((sum, one) => sum + (one.state === 'settled' ? one.rounding : 0), 0);
  return handOut(amounts, before, increment);
}

/**
 * What a new total of an order in the shop makes open or due back. Refunds of earlier changes that nobody has sent
 * yet are taken back first, and what was left due before is left as it is.
 */
export function revisedMoney(
  order: OrderDetail,
  total: Money,
  cashIncrement: Money,
): MoneyBack & { readonly open: Money } {
  const replaced = order.refunds.filter(({ cause, state }) => cause === 'edit' && state === 'awaiting');
  const sum = (refunds: typeof replaced) => refunds.reduce((all, refund) => all + refund.amount, 0);
  const refundPending = money(order.refundPending - sum(replaced));
  const payments = order.payments.map((payment) => {
    const freed = sum(replaced.filter((refund) => refund.paymentNo === payment.paymentNo));
    return { ...payment, refundable: money(payment.refundable + freed) };
  });
  const balance = orderBalance({ ...order, total, refundPending, cancelled: false });
  const dueBack = money(Math.max(0, balance.dueBack - order.dueBack));
  return { ...moneyBack({ ...order, payments }, dueBack, cashIncrement), open: balance.open };
}
