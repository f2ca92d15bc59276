import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { CommandHandler } from '../../app/context.ts';
import { appendEvent } from './append-event.ts';
import { requireOrder } from './order-record.ts';

/** Writes a note into an order's timeline, whatever its status. */
export const addOrderNote: CommandHandler<'orders.addNote'> = (ctx, { orderId, note }) => {
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  requireOrder(ctx.db, orderId);
  appendEvent(ctx, orderId, 'note', { note });
  ctx.note(`order ${orderId}`, {});
  return {};
};
