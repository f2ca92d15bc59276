import { sql } from 'kysely';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { RefundablePayment } from '../../../shared/domain/order-balance.ts';
import type { RefundCause } from '../../../shared/domain/refund-state.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

const pending = preparedRead<{ orderId: number }, { amount: Money }>(
  (slot) => sql<{ amount: Money }>`SELECT ifnull(sum(amount), 0) AS amount FROM refunds
    WHERE orderId = ${slot('orderId')} AND state IN ('awaiting', 'initiated')`,
);

/** What of an order's refunds is on its way: awaiting or initiated. */
export function pendingRefunds(db: ReadDb, orderId: number): Money {
  return pending.get(db, { orderId })?.amount ?? money(0);
}

const live = preparedRead<{ orderId: number; cause: RefundCause }, { amount: Money }>(
  (slot) => sql<{ amount: Money }>`SELECT ifnull(sum(amount), 0) AS amount FROM refunds
    WHERE orderId = ${slot('orderId')} AND cause = ${slot('cause')} AND state NOT IN ('failed', 'voided')`,
);

/** What of an order went back for one cause, or is on its way. */
export function liveRefunds(db: ReadDb, orderId: number, cause: RefundCause): Money {
  return live.get(db, { orderId, cause })?.amount ?? money(0);
}

export type PaymentToRefund = RefundablePayment & { readonly tenderId: number };

const refundable = preparedRead<{ orderId: number }, PaymentToRefund>(
  (slot) => sql<PaymentToRefund>`SELECT payment.paymentNo, payment.tenderId, payment.amount - ifnull((
      SELECT sum(refund.amount) FROM refunds AS refund WHERE refund.orderId = payment.orderId
        AND refund.paymentNo = payment.paymentNo AND refund.state NOT IN ('failed', 'voided')), 0) AS refundable
    FROM payments AS payment WHERE payment.orderId = ${slot('orderId')} ORDER BY payment.paymentNo`,
);

/** An order's payments with what of each may still go back. */
export function paymentsToRefund(db: ReadDb, orderId: number): readonly PaymentToRefund[] {
  return refundable.all(db, { orderId });
}
