import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { type MovedRefund, moveRefund } from './move-refund.ts';
import { type RefundRecord, requireRefund } from './refund-record.ts';
import { chosenTender } from './refund-tender.ts';

/**
 * Sends a refund on its way: to the bank, or over the counter. Cash is settled with that, and another tender than
 * it came by may be chosen.
 */
export const initiateRefund: CommandHandler<'refunds.initiate'> = (ctx, input) => {
  const refund = requireRefund(ctx.db, input.refundId);
  const moved = sendOff(ctx, refund, input.tenderId, input.reference);
  ctx.note(`refund ${refund.id}`, { orderId: refund.orderId, ...moved });
  return moved;
};

/**
 * The same for whoever has the refund at hand.
 * @throws AppError `refund-move-not-allowed`, `tender-gone`, `refund-above-payment`, `card-number-in-text`; nothing
 * is written then.
 */
export function sendOff(
  ctx: CommandContext,
  refund: RefundRecord,
  tenderId: number | null,
  reference: string,
): MovedRefund {
  const own = { id: refund.tenderId, name: refund.tenderName, kind: refund.tenderKind };
  const tender = chosenTender(ctx.db, own, tenderId);
  // What is on its way may be settled, but it is not sent twice.
  const to = tender.kind === 'cash' && refund.state !== 'initiated' ? 'settled' : 'initiated';
  return moveRefund(ctx, refund, { to, tender, reference });
}
