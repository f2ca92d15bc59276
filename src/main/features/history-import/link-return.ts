import { sql } from 'kysely';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import type { BuiltSide } from './document-parts.ts';
import { type HistoryWriting, nameOfLine, soldGood } from './history-writing.ts';

/** The sale that goods came back from, its line for each of theirs, and the payments that can go back. */
export type SaleOfReturn = {
  readonly orderId: number;
  readonly customerId: number | null;
  readonly lineNos: readonly number[];
  readonly payments: readonly {
    readonly paymentNo: number;
    readonly tenderId: number;
    readonly amount: Money;
  }[];
  readonly nextEvent: number;
};

const idInImport = preparedRead<{ importId: number; sourceId: number; oldKey: string }, { newId: number }>(
  (slot) => sql<{
    newId: number;
  }>`SELECT newId FROM historyIds WHERE sourceId = ${slot('sourceId')} AND kind = 'order'
    AND oldKey = ${slot('oldKey')} AND importId = ${slot('importId')}`,
);

/** The order of this import that has this number in the file; null where it has none. */
export function orderOfNumber({ ctx, importId, sourceId }: HistoryWriting, oldKey: string): number | null {
  if (oldKey === '') return null;
  return idInImport.get(ctx.db, { importId, sourceId, oldKey })?.newId ?? null;
}

type Sale = { readonly customerId: number | null; readonly open: Money; readonly nextEvent: number };

/** A sale that was handed over, and what of it is paid and not given back. */
const saleOf = preparedRead<{ orderId: number }, Sale>(
  (slot) => sql<Sale>`SELECT customerId, min(paid - refunded, total - credited) AS open,
      (SELECT max(eventNo) + 1 FROM orderEvents WHERE orderId = o.id) AS nextEvent
    FROM orders AS o WHERE id = ${slot('orderId')} AND status = 'delivered' AND channel = 'import'`,
);

type SoldLine = {
  readonly lineNo: number;
  readonly productId: number | null;
  readonly name: string;
  quantity: number;
  total: number;
};

const linesOf = preparedRead<{ orderId: number }, SoldLine>(
  (slot) => sql<SoldLine>`SELECT sold.lineNo, sold.productId, sold.name,
      sold.quantity - ifnull(sum(back.quantity), 0) AS quantity, sold.total - ifnull(sum(back.total), 0) AS total
    FROM orderLines AS sold LEFT JOIN returns AS r ON r.orderId = sold.orderId
      LEFT JOIN returnLines AS back ON back.returnId = r.id AND back.orderLineNo = sold.lineNo
    WHERE sold.orderId = ${slot('orderId')} GROUP BY sold.lineNo ORDER BY sold.lineNo`,
);

type Left = { readonly paymentNo: number; readonly tenderId: number; readonly amount: Money };

const paymentsLeft = preparedRead<{ orderId: number }, Left>(
  (slot) => sql<Left>`SELECT p.paymentNo, p.tenderId, p.amount - ifnull(sum(r.amount), 0) AS amount
    FROM payments AS p LEFT JOIN refunds AS r ON r.orderId = p.orderId AND r.paymentNo = p.paymentNo
    WHERE p.orderId = ${slot('orderId')} GROUP BY p.paymentNo ORDER BY p.paymentNo`,
);

/**
 * What came back, laid beside the sale that the file names for it. Null where the sale cannot have it: goods that it does
 * not have, more than it sold, more than was paid for it. Then nobody knows of which sale it is.
 */
export function saleOfReturn(writing: HistoryWriting, orderId: number, side: BuiltSide): SaleOfReturn | null {
  const { db } = writing.ctx;
  const sale = saleOf.get(db, { orderId });
  if (!sale || sale.open < side.total) return null;
  const lineNos = laidBeside(writing, linesOf.all(db, { orderId }), side);
  const payments = lineNos && takenFrom(db, orderId, side.total);
  return payments && { orderId, customerId: sale.customerId, lineNos, payments, nextEvent: sale.nextEvent };
}

function laidBeside(writing: HistoryWriting, sold: SoldLine[], side: BuiltSide): readonly number[] | null {
  const lineNos: number[] = [];
  for (const { row, quantity, total } of side.lines) {
    const { productId } = soldGood(writing, row.good);
    const name = nameOfLine(writing, row);
    const count = Math.abs(quantity);
    const isSame = (line: SoldLine): boolean =>
      line.productId === productId && (productId !== null || line.name === name);
    const found = sold.find((line) => isSame(line) && line.quantity >= count && line.total >= total);
    if (!found) return null;
    found.quantity -= count;
    found.total -= total;
    lineNos.push(found.lineNo);
  }
  return lineNos;
}

function takenFrom(db: ReadDb, orderId: number, total: Money): SaleOfReturn['payments'] | null {
  let left: number = total;
  const taken: Left[] = [];
  for (const payment of paymentsLeft.all(db, { orderId })) {
    const amount = Math.min(left, payment.amount);
    if (amount <= 0) continue;
    taken.push({ ...payment, amount: money(amount) });
    left -= amount;
  }
  return left === 0 ? taken : null;
}
