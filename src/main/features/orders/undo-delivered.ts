import { AppError } from '../../../shared/contract/errors.ts';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { isOpenStatus, type OrderStatus, undoDeliveredUntil } from '../../../shared/domain/order-status.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { returnedOfLines } from '../returns/return-rows.ts';
import { notAllowed } from './advance-order.ts';
import { type OrderRecord, orderLinesOf, requireOrder } from './order-record.ts';
import { takeBackLine } from './order-stock.ts';
import { setStatus } from './set-status.ts';
import { standingOf } from './standing-of.ts';

/**
 * Takes a delivery back within minutes: the order stands where it stood before, in a revision of its own. Goods that
 * were handed over from the shelf are promised again; those that were already on their way stay out. Payments stay.
 * What is in transit again and due gets a day more, or the timer would deliver it within the hour.
 */
export const undoDelivered: CommandHandler<'orders.undoDelivered'> = (ctx, { orderId, reason }) => {
  if (looksLikeCardNumber(reason)) throw new AppError('card-number-in-text');
  const order = requireOrder(ctx.db, orderId);
  const until = undoDeliveredUntil(order);
  const to = until === null ? null : statusBeforeDelivery(ctx.db, orderId);
  if (until === null || to === null) throw notAllowed('delivered', to, order.status);
  if (ctx.now > until) throw new AppError('undo-too-late', { until });
  if (returnedOfLines(ctx.db, orderId).size > 0) throw new AppError('has-returns');
  if (to === 'received') {
    // Still in the round of the sale that they take back: the new revision may sell and take back once more.
    for (const line of orderLinesOf(ctx.db, orderId)) takeBackLine(ctx, order, line, true);
  }
  const later = to === 'in-transit' ? postpone(ctx, order) : {};
  setStatus(ctx, order, { to, details: { undo: true, reason, ...later }, revision: order.revision + 1 });
  ctx.note(`order ${orderId}`, { to, reason });
  return standingOf(ctx.db, orderId);
};

/** Moves a delivery date that has come to tomorrow, and answers it for the timeline. */
function postpone(
  { db, today }: CommandContext,
  order: OrderRecord,
): { readonly deliveryDate?: CalendarDate } {
  if (order.deliveryDate === null || order.deliveryDate > today) return {};
  const deliveryDate = addDays(today, 1);
  db.run(query.updateTable('orders').set({ deliveryDate }).where('id', '=', order.id));
  return { deliveryDate };
}

const lastStatusEvent = preparedRead<{ orderId: number }, { details: string }>((slot) =>
  query
    .selectFrom('orderEvents')
    .select('details')
    .where('orderId', '=', slot('orderId'))
    .where('kind', '=', 'status')
    .orderBy('eventNo', 'desc')
    .limit(1),
);

/** Where its timeline says that it came from; null where it does not say. */
function statusBeforeDelivery(db: ReadDb, orderId: number): OrderStatus | null {
  const event = lastStatusEvent.get(db, { orderId });
  const { from }: { from?: OrderStatus } = event ? JSON.parse(event.details) : {};
  return from !== undefined && isOpenStatus(from) ? from : null;
}
