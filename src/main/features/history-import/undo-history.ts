import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { deleteOrders, deleteReturns, ordersPerStep } from './delete-history.ts';
import { forgetNumbers, takeAwayMade } from './take-away-made.ts';

/**
 * Takes an import back: its orders and returns with all that belongs to them, and what it made beside them where nobody
 * has used or changed it since. What customers' figures and the reports say of it goes with it. The entry of the import
 * itself stays, and says that it was taken back.
 */
export const undoHistory: CommandHandler<'historyImport.undo'> = function* (ctx, { importId }) {
  const { db } = ctx;
  const row = db.get(query.selectFrom('historyImports').selectAll().where('id', '=', importId));
  if (!row) throw new AppError('not-found', { what: 'import' });
  if (row.undoneAt !== null) throw new AppError('history-undone');
  const { orders, returns } = row;
  const total = orders * 2 + returns + 1;
  for (const done of refuseTouched(ctx, row)) yield { done, total };
  db.run(query.updateTable('historyImports').set({ isGoing: 1 }).where('id', '=', importId));
  for (const done of deleteReturns(db, row)) yield { done: orders + done, total };
  for (const done of deleteOrders(db, row)) yield { done: orders + returns + done, total };
  const kept = yield* beside(takeAwayMade(ctx, importId), total);
  yield* beside(forgetNumbers(db, row.sourceId, importId), total);
  db.run(query.deleteFrom('historyMonths').where('importId', '=', importId));
  db.run(query.deleteFrom('historyMade').where('importId', '=', importId));
  close(ctx, row);
  ctx.note(`import ${importId}`, { history: true, undone: true, orders, returns, kept });
  return { orders, returns, kept };
};

function* beside<T>(
  steps: Generator<number, T>,
  total: number,
): Generator<{ done: number; total: number }, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done: total - 1, total };
  }
}

type Import = {
  readonly id: number;
  readonly at: number;
  readonly firstOrderId: number | null;
  readonly lastOrderId: number | null;
  readonly firstReturnId: number | null;
  readonly lastReturnId: number | null;
};

const mostNamed = 8;

/** What somebody has done to an order since it came in would be lost. A receipt that was printed is nothing lost. */
function* refuseTouched({ db }: CommandContext, row: Import): Generator<number, void> {
  const { firstOrderId, lastOrderId, at } = row;
  if (firstOrderId === null || lastOrderId === null) return;
  const touched: number[] = [];
  const [firstReturn, lastReturn] = [row.firstReturnId ?? 0, row.lastReturnId ?? 0];
  for (let from = firstOrderId; from <= lastOrderId; from += ordersPerStep * 10) {
    const to = Math.min(lastOrderId, from + ordersPerStep * 10 - 1);
    const found = db.all(sql<{ orderId: number }>`
      SELECT orderId FROM orderEvents WHERE orderId >= ${from} AND orderId <= ${to} AND kind <> 'printed'
        AND (staffId IS NOT NULL OR at > ${at})
      UNION SELECT orderId FROM invoices WHERE orderId >= ${from} AND orderId <= ${to}
      UNION SELECT orderId FROM returns WHERE orderId >= ${from} AND orderId <= ${to}
        AND NOT (id >= ${firstReturn} AND id <= ${lastReturn})
      ORDER BY 1 LIMIT 1000`);
    touched.push(...found.map(({ orderId }) => orderId));
    yield to - firstOrderId + 1;
  }
  if (touched.length === 0) return;
  const list = touched.slice(0, mostNamed).join(', ') + (touched.length > mostNamed ? ' …' : '');
  throw new AppError('history-touched', { count: touched.length, list });
}

/** Numbers of orders that nobody has any more are free where they were the last ones, and a known gap otherwise. */
function close({ db, now, actor }: CommandContext, { id, firstOrderId, lastOrderId }: Import): void {
  const newest = db.get(sql<{ id: number | null }>`SELECT max(id) AS id FROM orders`)?.id ?? 0;
  const isGap = firstOrderId !== null && lastOrderId !== null && newest > lastOrderId;
  db.run(
    query
      .updateTable('historyImports')
      .set({ isGoing: 0, undoneAt: now, undoneBy: staffOf(actor) })
      .set(isGap ? { gapFrom: firstOrderId, gapTo: lastOrderId } : {})
      .where('id', '=', id),
  );
  db.run(
    query.updateTable('historyImports').set({ gapFrom: null, gapTo: null }).where('gapFrom', '>', newest),
  );
}
