import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { hasLeftShop, rightForMove } from '../../../shared/domain/order-status.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { refundBySharing } from '../refunds/open-refunds.ts';
import { notAllowed } from './advance-order.ts';
import { balanceOf, type OrderRecord, orderLinesOf, requireOrder } from './order-record.ts';
import { releaseLine, takeBackLine } from './order-stock.ts';
import { requireRight } from './require-right.ts';
import { setStatus } from './set-status.ts';
import { standingOf } from './standing-of.ts';
import { voidRefunds } from './void-refunds.ts';

/**
 * Cancels an order once: a second time is refused, by whatever request. What was reserved is released, what had left
 * comes back on the shelf, and whatever the shop holds of the customer's money is opened as refunds.
 */
export const cancelOrder: CommandHandler<'orders.cancel'> = (ctx, input) => {
  const { orderId, reason, note, refundCashNow: cashNow } = input;
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  const order = requireOrder(ctx.db, orderId);
  const right = rightForMove(order.status, 'cancelled');
  if (right === null) throw notAllowed(order.status, 'cancelled', order.status);
  requireRight(ctx, right);
  const details = note === '' ? { reason } : { reason, note };
  return cancelAndRefund(ctx, order, { details, note, cashNow });
};

type Cancelling = {
  /** Why and by whom, for the timeline. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly cashNow: boolean;
};

/** Cancels an order that may be cancelled by who asks: its goods come back, its payments go back. */
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
