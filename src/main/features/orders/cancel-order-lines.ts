import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { CommandHandler } from '../../app/context.ts';
import { requireEditable } from './editable-order.ts';
import { balanceOf, orderLinesOf } from './order-record.ts';
import { settleRevision } from './settle-revision.ts';
import { standingOf } from './standing-of.ts';
import { writeRevision } from './write-revision.ts';

/**
 * Cancels single lines. Each takes back exactly what it was sold for, so the lines that stay are not priced again:
 * the order's discount shrinks by the share of those that go.
 */
export const cancelOrderLines: CommandHandler<'orders.cancelLines'> = (ctx, input) => {
  const { orderId, reason, note, refundCashNow: cashNow } = input;
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  const order = requireEditable(ctx.db, input);
  const before = orderLinesOf(ctx.db, orderId);
  const missing = input.lineNos.find((lineNo) => !before.some((line) => line.lineNo === lineNo));
  if (missing !== undefined) throw new AppError('not-found', { what: 'line', lineNo: missing });
  const after = before.filter((line) => !input.lineNos.includes(line.lineNo));
  const dueBefore = balanceOf(ctx.db, order).dueBack;
  const details = note === '' ? { reason } : { reason, note };
  const total = writeRevision(ctx, order, { before, after, details });
  const opened = settleRevision(ctx, { orderId, dueBefore, reason: note, cashNow });
  ctx.note(`order ${orderId}`, { reason, lineNos: input.lineNos, from: order.total, to: total });
  return standingOf(ctx.db, orderId, { refundAwaiting: opened.awaiting, refundedInCash: opened.inCash });
};
