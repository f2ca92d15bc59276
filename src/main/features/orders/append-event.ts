import { sql } from 'kysely';
import type { CommandContext } from '../../app/context.ts';
import type { OrderEventKind } from '../../database/kinds.ts';
import type { OrderEventsTable } from '../../database/order-tables.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const insertNext = preparedWrite<Omit<OrderEventsTable, 'eventNo'>>((slot) =>
  query.insertInto('orderEvents').values({
    orderId: slot('orderId'),
    eventNo: sql<number>`(SELECT ifnull(max(eventNo), 0) + 1 FROM orderEvents WHERE orderId = ${slot('orderId')})`,
    kind: slot('kind'),
    staffId: slot('staffId'),
    at: slot('at'),
    details: slot('details'),
  }),
);

/** Who does it; null for the application itself. */
export function staffOf(actor: CommandContext['actor']): number | null {
  return actor.kind === 'staff' ? actor.staffId : null;
}

/** Adds to an order's timeline what happens to it now, and by whom. */
export function appendEvent(
  ctx: Pick<CommandContext, 'db' | 'actor' | 'now'>,
  orderId: number,
  kind: OrderEventKind,
  details: Readonly<Record<string, unknown>>,
): void {
  const row = { orderId, kind, staffId: staffOf(ctx.actor), at: ctx.now };
  insertNext.run(ctx.db, { ...row, details: JSON.stringify(details) });
}
