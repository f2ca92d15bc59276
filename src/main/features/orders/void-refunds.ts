import type { CommandContext } from '../../app/context.ts';
import { moveRefund } from '../refunds/move-refund.ts';
import { requireRefund } from '../refunds/refund-record.ts';
import { type RefundRow, refundsOfOrder } from '../refunds/refund-rows.ts';

/** Voids those refunds of an order that others are about to take the place of. */
export function voidRefunds(
  ctx: CommandContext,
  orderId: number,
  isReplaced: (refund: RefundRow) => boolean,
): void {
  for (const refund of refundsOfOrder(ctx.db, orderId)) {
    if (isReplaced(refund)) moveRefund(ctx, requireRefund(ctx.db, refund.refundId), { to: 'voided' });
  }
}
