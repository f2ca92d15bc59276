import { type RawBuilder, sql } from 'kysely';
import type { CommandContext } from '../../app/context.ts';
import { dayColumns, dayRows, kindsOfPlacing } from './day-kinds.ts';
import { productColumns, productRows } from './product-rows.ts';
import { rollupsOf } from './rollups.ts';

/**
 * Does something to an order of which the day it was placed may be closed: what the order was is taken out of that
 * day's roll-ups, what it is then is put in. Everything else that happens to an order counts on its own day.
 */
export function correctFigures(ctx: CommandContext, orderId: number, work: () => void): void {
  const { db } = ctx;
  const rollups = rollupsOf(db);
  const placed = db.get(sql<{ businessDate: number }>`SELECT businessDate FROM orders WHERE id = ${orderId}`);
  const isClosed =
    rollups?.closedThrough != null && placed !== undefined && placed.businessDate <= rollups.closedThrough;
  if (!isClosed) {
    work();
    return;
  }
  addOrder(ctx, { orderId, sign: -1, timeZone: rollups.timeZone });
  work();
  addOrder(ctx, { orderId, sign: 1, timeZone: rollups.timeZone });
}

type Adding = { readonly orderId: number; readonly sign: 1 | -1; readonly timeZone: string };

function addOrder({ db }: CommandContext, { orderId, sign, timeZone }: Adding): void {
  for (const kind of kindsOfPlacing) {
    db.run(sql`INSERT INTO dayFigures
      SELECT ${kind}, key, date, ${signed(dayColumns, sign)} FROM (${dayRows(kind, { orderId }, timeZone)}) WHERE true
      ON CONFLICT DO UPDATE SET ${added(dayColumns)}`);
  }
  for (const table of ['productMonths', 'productYears'] as const) {
    const period = table === 'productMonths' ? sql`month` : sql`month / 100`;
    db.run(sql`INSERT INTO ${sql.table(table)}
      SELECT ${period}, productId, ${signed(productColumns, sign)} FROM (${productRows({ orderId })}) WHERE true
      ON CONFLICT DO UPDATE SET ${added(productColumns)}`);
  }
}

function signed(columns: readonly string[], sign: 1 | -1): RawBuilder<unknown> {
  return sql.join(columns.map((name) => (sign === 1 ? sql.ref(name) : sql`-${sql.ref(name)}`)));
}

/** `ON CONFLICT`: what comes on top of what stands. */
export function added(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    columns.map((name) => sql`${sql.ref(name)} = ${sql.ref(name)} + ${sql.ref(`excluded.${name}`)}`),
  );
}
