import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { correctFigures } from '../reports/correct-figures.ts';
import { appendEvent } from './append-event.ts';
import type { OrderRecord } from './order-record.ts';

type Written = Pick<
  OrderRecord,
  'id' | 'status' | 'deliveredAt' | 'cancelledAt' | 'cancelledDate' | 'revision'
>;

const writeStatus = preparedWrite<Written>((slot) =>
  query
    .updateTable('orders')
    .set({
      status: slot('status'),
      deliveredAt: slot('deliveredAt'),
      cancelledAt: slot('cancelledAt'),
      cancelledDate: slot('cancelledDate'),
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
  const isCancelled = to === 'cancelled';
  const row: Written = {
    id: order.id,
    status: to,
    deliveredAt: to === 'delivered' ? ctx.now : null,
    cancelledAt: isCancelled ? ctx.now : null,
    cancelledDate: isCancelled ? ctx.today : null,
    revision,
  };
  // Of an order of a closed day only a cancellation changes what the day came to.
  if (isCancelled) correctFigures(ctx, order.id, () => writeStatus.run(ctx.db, row));
  else writeStatus.run(ctx.db, row);
  appendEvent(ctx, order.id, 'status', { from: order.status, to, ...details });
}
