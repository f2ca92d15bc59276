import { hasLeftShop } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { refundBySharing } from '../refunds/open-refunds.ts';
import { balanceOf, type OrderRecord, orderLinesOf, requireOrder } from './order-record.ts';
import { releaseLine, takeBackLine } from './order-stock.ts';
import { setStatus } from './set-status.ts';
import { standingOf } from './standing-of.ts';
import { voidRefunds } from './void-refunds.ts';

type Cancelling = {
  /** Why and by whom, for the timeline. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly note: string;
  /** Cash goes back at once. */
  readonly cashNow: boolean;
};

/**
 * Cancels an order for somebody who may: its goods come back, and whatever the shop holds of the customer's money is
 * opened as refunds.
 */
export function cancelAndRefund(ctx: CommandContext, order: OrderRecord, cancelling: Cancelling) {
  const { details, note, cashNow } = cancelling;
  const orderId = order.id;
  bringGoodsBack(ctx, order);
  setStatus(ctx, order, { to: 'cancelled', details });
  // What a bank sent back is due again with all the rest: nobody need send it a second time as well.
  voidRefunds(ctx, orderId, ({ state }) => state === 'failed');
  const { dueBack } = balanceOf(ctx.db, requireOrder(ctx.db, orderId));
  const opened = refundBySharing(ctx, { orderId, cause: 'cancel', reason: note, cashNow }, dueBack);
  ctx.note(`order ${orderId}`, { ...details, from: order.status, dueBack });
  return standingOf(ctx.db, orderId, { refundAwaiting: opened.awaiting, refundedInCash: opened.inCash });
}

function bringGoodsBack(ctx: CommandContext, order: OrderRecord): void {
  for (const line of orderLinesOf(ctx.db, order.id)) {
    if (hasLeftShop(order.status)) takeBackLine(ctx, order, line, false);
    else releaseLine(ctx, order, line);
  }
}
