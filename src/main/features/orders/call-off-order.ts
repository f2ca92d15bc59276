import { hasLeftShop, rightForMove } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { type Opened, refundBySharing } from '../refunds/open-refunds.ts';
import { notAllowed } from './advance-order.ts';
import { balanceOf, type OrderRecord, orderLinesOf, requireOrder } from './order-record.ts';
import { releaseLine, takeBackLine } from './order-stock.ts';
import { requireRight } from './require-right.ts';
import { setStatus } from './set-status.ts';
import { voidRefunds } from './void-refunds.ts';

type Why = {
  readonly reason: string;
  readonly note: string;
  /** Cash is handed out now; everything else waits in the queue. */
  readonly cashNow: boolean;
};

/**
 * Cancels an order for somebody who has the right to.
 * @throws AppError `status-move-not-allowed`, `forbidden`; nothing is written then.
 */
export function callOffOrder(ctx: CommandContext, order: OrderRecord, why: Why): Opened {
  const { reason, note, cashNow } = why;
  const right = rightForMove(order.status, 'cancelled');
  if (right === null) throw notAllowed(order.status, 'cancelled', order.status);
  requireRight(ctx, right);
  return callOff(ctx, order, { details: note === '' ? { reason } : { reason, note }, note, cashNow });
}

type CallingOff = {
  /** Why and by whom, for the timeline. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly cashNow: boolean;
};

/**
 * Cancels an order, whoever may: what was reserved is released, what had left comes back on the shelf, and whatever
 * the shop holds of the customer's money is opened as refunds.
 */
export function callOff(
  ctx: CommandContext,
  order: OrderRecord,
  { details, note, cashNow }: CallingOff,
): Opened {
  bringGoodsBack(ctx, order);
  setStatus(ctx, order, { to: 'cancelled', details });
  // What a bank sent back is due again with all the rest: nobody need send it a second time as well.
  voidRefunds(ctx, order.id, ({ state }) => state === 'failed');
  const { dueBack } = balanceOf(ctx.db, requireOrder(ctx.db, order.id));
  return refundBySharing(ctx, { orderId: order.id, cause: 'cancel', reason: note, cashNow }, dueBack);
}

function bringGoodsBack(ctx: CommandContext, order: OrderRecord): void {
  for (const line of orderLinesOf(ctx.db, order.id)) {
    if (hasLeftShop(order.status)) takeBackLine(ctx, order, line, false);
    else releaseLine(ctx, order, line);
  }
}
