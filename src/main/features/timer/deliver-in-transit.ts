import type { CommandContext } from '../../app/context.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { appendEvent } from '../orders/append-event.ts';
import type { OrderRecord } from '../orders/order-record.ts';

const setDelivered = preparedWrite<{ orderId: number; at: number }>((slot) =>
  query
    .updateTable('orders')
    .set({ status: 'delivered', deliveredAt: slot('at') })
    .where('id', '=', slot('orderId')),
);

export function deliverInTransit(ctx: CommandContext, order: OrderRecord): void {
  setDelivered.run(ctx.db, { orderId: order.id, at: ctx.now });
  appendEvent(ctx, order.id, 'status', { from: 'in-transit', to: 'delivered' });
}
