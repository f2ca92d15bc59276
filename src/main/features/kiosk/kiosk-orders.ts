import { AppError } from '../../../shared/contract/errors.ts';
import type { KioskOrder, KioskOrderRow } from '../../../shared/contract/kiosk-views.ts';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { customerMayCancel } from '../../../shared/domain/order-status.ts';
import type { CommandHandler, Context, QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { callOff } from '../orders/call-off-order.ts';
import { getOrderDetail } from '../orders/order-detail.ts';
import { requireOrder } from '../orders/order-record.ts';
import { requireCustomer } from './require-customer.ts';

type Own = { customerId: number; before: number; limit: number };
const ownOrders = preparedRead<Own, { id: number }>((slot) =>
  query
    .selectFrom('orders')
    .select('id')
    .where('customerId', '=', slot('customerId'))
    .where('id', '<', slot('before'))
    .orderBy('id', 'desc')
    .limit(slot('limit')),
);

/** The customer's own orders, newest first. */
export const listOwnOrders: QueryHandler<'kiosk.orders'> = (ctx, { cursor, limit }) => {
  const customerId = requireCustomer(ctx);
  const before = decodeCursor('kiosk-orders', cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = ownOrders.all(ctx.db, { customerId, before, limit: limit + 1 });
  const { items, next } = cutPage('kiosk-orders', rows, limit, ({ id }) => id);
  return { items: items.map(({ id }) => rowOf(ctx, getOrderDetail(ctx.db, id))), next };
};

/** One of the customer's own orders. @throws AppError `not-found`, for whatever is not theirs. */
export const getOwnOrder: QueryHandler<'kiosk.order'> = (ctx, { orderId }) => {
  requireOwn(ctx, orderId);
  return orderOf(ctx, getOrderDetail(ctx.db, orderId));
};

/** Cancels one of the customer's own orders, once, before it leaves the shop. */
export const cancelOwnOrder: CommandHandler<'kiosk.cancel'> = (ctx, { orderId }) => {
  const order = requireOwn(ctx, orderId);
  if (!customerMayCancel(order.status, ctx.shop.customerCancelsUntil))
    throw new AppError('too-late-to-cancel');
  const details = { reason: 'customer-changed-mind', by: 'customer' };
  const { awaiting } = callOff(ctx, order, { details, note: '', cashNow: false });
  ctx.note(`order ${order.id}`, { ...details, from: order.status, awaiting });
  return {};
};

/** An order of somebody else answers like one that does not exist. @throws AppError `not-found`. */
function requireOwn(ctx: Context, orderId: number) {
  const customerId = requireCustomer(ctx);
  const order = requireOrder(ctx.db, orderId);
  if (order.customerId !== customerId) throw new AppError('not-found', { what: 'order', orderId });
  return order;
}

function rowOf({ shop }: Context, order: OrderDetail): KioskOrderRow {
  const { id: orderId, kind, status, placedAt, deliveryDate, deliveredAt, cancelledAt } = order;
  const { lineCount, total, open } = order;
  const dates = { placedAt, deliveryDate, deliveredAt, cancelledAt };
  const mayCancel = customerMayCancel(status, shop.customerCancelsUntil);
  return { orderId, kind, status, ...dates, lineCount, total, open, refund: refundOf(order), mayCancel };
}

/** Where the money stands that goes back: what is furthest behind counts. */
function refundOf({ refunds, dueBack }: OrderDetail): KioskOrderRow['refund'] {
  const states = refunds.map(({ state }) => state);
  if (dueBack > 0 || states.includes('awaiting') || states.includes('failed')) return 'awaiting';
  if (states.includes('initiated')) return 'initiated';
  return states.includes('settled') ? 'settled' : 'none';
}

function orderOf(ctx: Context, order: OrderDetail): KioskOrder {
  const { deliveryName, deliveryPhone, deliveryAddress, paid, refunded, refundPending, awaited } = order;
  return {
    ...rowOf(ctx, order),
    ...{ deliveryName, deliveryPhone, deliveryAddress, paid, refunded, refundPending },
    payment: awaited && { name: awaited.tenderName, kind: awaited.tenderKind },
    lines: order.lines.map(({ lineNo, name, unit, quantity, unitPrice, total, pictureId }) => ({
      ...{ lineNo, name, unit, quantity, unitPrice, total, pictureId },
    })),
  };
}
