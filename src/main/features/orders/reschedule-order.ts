import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { isOpenStatus } from '../../../shared/domain/order-status.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { appendEvent } from './append-event.ts';
import { type OrderRecord, requireOrder } from './order-record.ts';

type Input = Parsed<'orders.reschedule'>;

/**
 * Changes where and when an open order goes. Its timeline keeps both; lines, money and revision stay. A date that
 * has passed may stay as it is, so that the address of a late order can be put right.
 */
export const rescheduleOrder: CommandHandler<'orders.reschedule'> = (ctx, input) => {
  const order = requireOrder(ctx.db, input.orderId);
  requireGoodDetails(ctx, order, input);
  const before = destinationOf(order);
  const after = {
    name: input.name,
    phone: input.phone,
    address: order.kind === 'delivery' ? input.address : null,
    date: input.date,
  };
  if (JSON.stringify(before) === JSON.stringify(after)) return {};
  const { name, phone, address, date } = after;
  ctx.db.run(
    query
      .updateTable('orders')
      .set({
        ...{ deliveryName: name, deliveryPhone: phone, deliveryAddress: address, deliveryDate: date },
        // A customer of the directory keeps the name that they have there.
        ...(order.customerId === null ? { customerName: name } : {}),
      })
      .where('id', '=', order.id),
  );
  appendEvent(ctx, order.id, 'note', { delivery: { before, after } });
  ctx.note(`order ${order.id}`, { date });
  return {};
};

/** @throws AppError `order-not-editable`, `delivery-details-missing`, `delivery-date-in-past`. */
function requireGoodDetails({ today }: CommandContext, order: OrderRecord, input: Input): void {
  const { status, kind, deliveryDate } = order;
  if (!isOpenStatus(status)) throw new AppError('order-not-editable', { status });
  if (kind === 'delivery' && input.address === '') throw new AppError('delivery-details-missing');
  if (input.date < today && input.date !== deliveryDate) {
    throw new AppError('delivery-date-in-past', { today });
  }
}

function destinationOf({ deliveryName, deliveryPhone, deliveryAddress, deliveryDate }: OrderRecord) {
  return { name: deliveryName, phone: deliveryPhone, address: deliveryAddress, date: deliveryDate };
}
