import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';

/** Few enough that a till beside it does not notice. */
export const ordersPerStep = 25;

type Span = { from: number; to: number };

const within = (table: string, column: string) =>
  preparedWrite<Span>(
    (slot) =>
      sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} >= ${slot('from')} AND ${sql.ref(column)} <= ${slot('to')}`,
  );

const ofReturns = [within('refunds', 'returnId'), within('returnLines', 'returnId'), within('returns', 'id')];
const ofOrders = [
  within('refunds', 'orderId'),
  within('payments', 'orderId'),
  within('orderEvents', 'orderId'),
  within('orderTaxes', 'orderId'),
  within('orderLines', 'orderId'),
  within('orders', 'id'),
];

/** Customers' figures are added to by the file's own triggers, which know of nothing that goes. */
const unspend = preparedWrite<Span>(
  (slot) => sql`UPDATE customerFigures SET spent = spent + back.worth FROM (
    SELECT customerId, sum(worth) AS worth FROM customerReturns
    WHERE id >= ${slot('from')} AND id <= ${slot('to')} GROUP BY customerId
  ) AS back WHERE back.customerId = customerFigures.customerId`,
);
const uncount = preparedWrite<Span>(
  (
    slot,
  ) => sql`UPDATE customerFigures SET orders = orders - o.counted, cancelled = customerFigures.cancelled - o.cancelled,
    spent = spent - o.worth, owed = owed - o.open
  FROM (
    SELECT customerId, sum(counted) AS counted, sum(cancelled) AS cancelled, sum(worth) AS worth, sum(open) AS open
    FROM customerOrders WHERE id >= ${slot('from')} AND id <= ${slot('to')} GROUP BY customerId
  ) AS o WHERE o.customerId = customerFigures.customerId`,
);
const customersOf = preparedRead<Span, { customerId: number }>(
  (slot) => sql<{ customerId: number }>`SELECT DISTINCT customerId FROM orders
    WHERE id >= ${slot('from')} AND id <= ${slot('to')} AND customerId IS NOT NULL`,
);
const redate = preparedWrite<{ customerId: number }>(
  (slot) => sql`UPDATE customerFigures SET
    firstDate = (SELECT min(businessDate) FROM orders WHERE customerId = ${slot('customerId')}),
    lastDate = (SELECT max(businessDate) FROM orders WHERE customerId = ${slot('customerId')})
  WHERE customerId = ${slot('customerId')}`,
);

type Returns = { readonly firstReturnId: number | null; readonly lastReturnId: number | null };
type Orders = { readonly firstOrderId: number | null; readonly lastOrderId: number | null };

/** Deletes the returns of an import, with what went back for them; yields how many are done. */
export function* deleteReturns(
  db: WriteDb,
  { firstReturnId, lastReturnId }: Returns,
): Generator<number, void> {
  for (const span of spansOf(firstReturnId, lastReturnId)) {
    unspend.run(db, span);
    for (const statement of ofReturns) statement.run(db, span);
    yield (lastReturnId ?? 0) - span.from + 1;
  }
}

/** Deletes the orders of an import with all that belongs to them; yields how many are done. */
export function* deleteOrders(db: WriteDb, { firstOrderId, lastOrderId }: Orders): Generator<number, void> {
  for (const span of spansOf(firstOrderId, lastOrderId)) {
    const customers = customersOf.all(db, span);
    uncount.run(db, span);
    for (const statement of ofOrders) statement.run(db, span);
    for (const customer of customers) redate.run(db, customer);
    yield (lastOrderId ?? 0) - span.from + 1;
  }
}

function* spansOf(first: number | null, last: number | null): Generator<Span, void> {
  if (first === null || last === null) return;
  // From the end: what is left is what came before.
  for (let to = last; to >= first; to -= ordersPerStep)
    yield { from: Math.max(first, to - ordersPerStep + 1), to };
}
