import { type Money, money } from './money.ts';

/** How an order's money stands. */
export type OrderMoney = {
  readonly total: Money;
  /** What was taken off since it was placed. */
  readonly credited: Money;
  /** Payments, change taken off. */
  readonly paid: Money;
  /** Refunds that are settled. */
  readonly refunded: Money;
  /** Refunds on their way: awaiting or initiated. */
  readonly refundPending: Money;
  readonly cancelled: boolean;
};

export type OrderBalance = {
  /** What the order costs now. */
  readonly owed: Money;
  /** What the shop holds of the customer's money. */
  readonly kept: Money;
  /** What the customer still has to pay. */
  readonly open: Money;
  /** What must go back and is not on its way yet. */
  readonly dueBack: Money;
};

/**
 * What is still to be paid or given back. A cancelled order costs nothing; credits never make an order cost less
 * than nothing. At most one of `open` and `dueBack` is above zero.
 */
export function orderBalance(order: OrderMoney): OrderBalance {
  const owed = order.cancelled ? 0 : Math.max(0, order.total - order.credited);
  const kept = order.paid - order.refunded;
  const staying = kept - order.refundPending;
  return {
    owed: money(owed),
    kept: money(kept),
    open: money(Math.max(0, owed - kept)),
    dueBack: money(Math.max(0, staying - owed)),
  };
}

/** A payment and how much of it may still go back. */
export type RefundablePayment = { readonly paymentNo: number; readonly refundable: Money };
export type RefundPart = { readonly paymentNo: number; readonly amount: Money };

/**
 * Shares what must go back over the payments it came from, newest payment first.
 * @throws RangeError when the payments do not hold that much.
 */
export function shareRefund(amount: Money, payments: readonly RefundablePayment[]): readonly RefundPart[] {
  let left: number = amount;
  const parts: RefundPart[] = [];
  for (const { paymentNo, refundable } of payments.toSorted((a, b) => b.paymentNo - a.paymentNo)) {
    const part = Math.min(left, refundable);
    if (part > 0) parts.push({ paymentNo, amount: money(part) });
    left -= Math.max(0, part);
  }
  if (left > 0) throw new RangeError(`payments hold ${left} less than must go back`);
  return parts;
}
