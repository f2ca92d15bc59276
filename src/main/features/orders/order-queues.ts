import { sql } from 'kysely';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { RefundState } from '../../../shared/domain/refund-state.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { openOrders } from '../dashboard/order-sums.ts';

type Queue = { readonly count: number; readonly amount: Money };

/** Spelled as the index `ordersOwing` is: only what it holds is read. */
const owing = preparedRead<object, Queue>(
  () => sql<Queue>`
    SELECT count(*) AS count, ifnull(sum(total - credited - (paid - refunded)), 0) AS amount
    FROM orders WHERE status <> 'cancelled' AND paid - refunded < total - credited`,
);

/** Of those, what customers said they would pay by something; spelled as the index `ordersAwaited` is. */
const awaiting = preparedRead<object, Queue>(
  () => sql<Queue>`
    SELECT count(*) AS count, ifnull(sum(total - credited - (paid - refunded)), 0) AS amount
    FROM orders WHERE awaitedTenderId IS NOT NULL
      AND status <> 'cancelled' AND paid - refunded < total - credited`,
);

/** Spelled as the index `refundsOpen` is. */
const openRefunds = preparedRead<object, Queue & { readonly state: RefundState }>(
  () => sql<Queue & { readonly state: RefundState }>`
    SELECT state, count(*) AS count, sum(amount) AS amount FROM refunds
    WHERE state IN ('awaiting', 'initiated', 'failed') GROUP BY state`,
);

/** What waits for a person, counted; it reads what waits and nothing else, however many orders there are. */
export const orderQueues: QueryHandler<'orders.queues'> = ({ db, today }) => {
  const refunds = openRefunds.all(db, {});
  const refundsIn = (state: RefundState): Queue => {
    const { count = 0, amount = money(0) } = refunds.find((one) => one.state === state) ?? {};
    return { count, amount };
  };
  return {
    ...(openOrders.get(db, { today }) ?? { open: 0, due: 0, overdue: 0 }),
    owing: owing.get(db, {}) ?? { count: 0, amount: money(0) },
    awaiting: awaiting.get(db, {}) ?? { count: 0, amount: money(0) },
    refundsAwaiting: refundsIn('awaiting'),
    refundsInitiated: refundsIn('initiated'),
    refundsFailed: refundsIn('failed'),
  };
};
