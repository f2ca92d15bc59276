import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { appendEvent } from './append-event.ts';
import type { OrderRecord } from './order-record.ts';

type Written = Pick<OrderRecord, 'id' | 'status' | 'deliveredAt' | 'cancelledAt' | 'revision'>;

const writeStatus = preparedWrite<Written>((slot) =>
  query
    .updateTable('orders')
    .set({
      status: slot('status'),
      deliveredAt: slot('deliveredAt'),
      cancelledAt: slot('cancelledAt'),
      revision: slot('revision'),
    })
    .where('id', '=', slot('id')),
);

type Change = {
  readonly to: OrderStatus;
  /** Why, where somebody must say. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** A new one where a delivery is undone. */
  readonly revision?: number;
};

/** Writes that an order stands elsewhere from now on, and by whom. The file refuses what is not lawful. */
export function setStatus(ctx: CommandContext, order: OrderRecord, change: Change): void {
  const { to, details = {}, revision = order.revision } = change;
  writeStatus.run(ctx.db, {
    id: order.id,
    status: to,
    deliveredAt: to === 'delivered' ? ctx.now : null,
    cancelledAt: to === 'cancelled' ? ctx.now : null,
    revision,
  });
  appendEvent(ctx, order.id, 'status', { from: order.status, to, ...details });
}
