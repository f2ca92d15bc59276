import { sql } from 'kysely';
import { mark, stretchBits } from '../../app/audit-marks.ts';
import type { ReadDb } from '../../database/connection.ts';

/** Calls that touch many orders at once and name none of them as their subject. */
const manyOrders = ['orders.advanceMany', 'refunds.initiateMany', 'timer.run'] as const;

/** Moments of an order that are looked up in those; the newest. */
const mostMoments = 40;

/** The entries of the log that are about an order, its refunds and its returns. */
export function entriesOfOrder(db: ReadDb, orderId: number): readonly number[] {
  const placed = db.get(
    sql<{ entryId: number | null }>`SELECT entryId FROM orders WHERE id = ${orderId}`,
  )?.entryId;
  const named = db.all(sql<{ id: number }>`
    SELECT id FROM auditEntries WHERE call <> 'orders.place' AND subject IN (
      SELECT 'order ' || ${orderId}
      UNION ALL SELECT 'refund ' || id FROM refunds WHERE orderId = ${orderId}
      UNION ALL SELECT 'return ' || id FROM returns WHERE orderId = ${orderId}
    )`);
  const ids = new Set(named.map(({ id }) => id));
  if (placed != null) ids.add(placed);
  for (const id of entriesOfMany(db, orderId)) ids.add(id);
  return [...ids];
}

/** An order's own timeline says when something happened to it: the same instant as the entry's. */
function entriesOfMany(db: ReadDb, orderId: number): readonly number[] {
  const moments = db.all(sql<{ at: number }>`SELECT at FROM orderEvents WHERE orderId = ${orderId}
    AND kind IN ('status', 'refund') ORDER BY eventNo DESC LIMIT ${sql.lit(mostMoments)}`);
  if (moments.length === 0) return [];
  const instants = sql.join(moments.map(({ at }) => at));
  const marks = sql.join(manyOrders.map((call) => mark.call(call)));
  const found = db.all(sql<{ id: number }>`
    SELECT e.id FROM (SELECT DISTINCT stretch FROM auditMarks WHERE mark IN (${marks})) AS s
    CROSS JOIN auditEntries AS e ON e.id >= s.stretch << ${sql.lit(stretchBits)}
      AND e.id < (s.stretch + 1) << ${sql.lit(stretchBits)}
    WHERE e.call IN (${sql.join([...manyOrders])}) AND e.at IN (${instants}) AND e.outcome = 'ok'`);
  return found.map(({ id }) => id);
}
