import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

/** A return with its lines, as windows are shown it; its refunds are read by `refund-rows.ts`. */
export type ReturnWithLines = Output<'orders.get'>['returns'][number];
type ReturnLine = ReturnWithLines['lines'][number];

/** Every return with who took it and whose it was: what lists and details are built from. */
export function returnRows() {
  return query
    .selectFrom('returns')
    .leftJoin('orders', 'orders.id', 'returns.orderId')
    .leftJoin('customers', 'customers.id', 'returns.customerId')
    .leftJoin('staff', 'staff.id', 'returns.staffId')
    .select([
      'returns.id as returnId',
      'returns.orderId',
      'returns.exchangeOrderId',
      'returns.customerId',
      sql<string | null>`coalesce(customers.name, orders.customerName)`.as('customerName'),
      'staff.name as staffName',
      'returns.at',
      'returns.businessDate',
      'returns.lineCount',
      'returns.total',
    ]);
}

type ReturnAlone = Omit<ReturnWithLines, 'lines'>;

function wholeReturns() {
  return returnRows().select(['returns.net', 'returns.tax', 'returns.rounding', 'returns.note']);
}

const ofOrder = preparedRead<{ orderId: number }, ReturnAlone>((slot) =>
  wholeReturns().where('returns.orderId', '=', slot('orderId')).orderBy('returns.id'),
);

const oneReturn = preparedRead<{ returnId: number }, ReturnAlone>((slot) =>
  wholeReturns().where('returns.id', '=', slot('returnId')),
);

const linesOf = preparedRead<{ returnId: number }, ReturnLine>((slot) =>
  query
    .selectFrom('returnLines')
    .select([
      'lineNo',
      'orderLineNo',
      'productId',
      'name',
      'sku',
      'unit',
      'quantity',
      'net',
      'tax',
      'total',
      'reason',
      'disposition',
    ])
    .where('returnId', '=', slot('returnId'))
    .orderBy('lineNo'),
);

/** What came back from an order, in the order in which it came. */
export function returnsOfOrder(db: ReadDb, orderId: number): ReturnWithLines[] {
  return ofOrder.all(db, { orderId }).map((row) => ({ ...row, lines: returnLinesOf(db, row.returnId) }));
}

/** A return with its lines, or null when there is none of that number. */
export function findReturn(db: ReadDb, returnId: number): ReturnWithLines | null {
  const row = oneReturn.get(db, { returnId });
  return row ? { ...row, lines: returnLinesOf(db, returnId) } : null;
}

/** A return's lines. */
export function returnLinesOf(db: ReadDb, returnId: number): ReturnLine[] {
  return linesOf.all(db, { returnId });
}

/** How much of a sold line came back, and what was taken off the order for it. */
type Returned = { readonly quantity: Quantity; readonly credited: Money };

const returnedByLine = preparedRead<{ orderId: number }, Returned & { orderLineNo: number }>(
  (slot) => sql<Returned & { orderLineNo: number }>`SELECT line.orderLineNo, sum(line.quantity) AS quantity,
      sum(line.total) AS credited
    FROM returns JOIN returnLines AS line ON line.returnId = returns.id
    WHERE returns.orderId = ${slot('orderId')} GROUP BY line.orderLineNo`,
);

/** What came back of each of an order's lines, by line number; lines that nothing came back of are absent. */
export function returnedOfLines(db: ReadDb, orderId: number): ReadonlyMap<number, Returned> {
  return new Map(returnedByLine.all(db, { orderId }).map((row) => [row.orderLineNo, row]));
}
