import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { sendOff } from './initiate-refund.ts';
import { requireRefund } from './refund-record.ts';

/** Sends several refunds on their way, each by its own tender. Those that cannot go are named and stay. */
export const initiateRefunds: CommandHandler<'refunds.initiateMany'> = (ctx, { refundIds }) => {
  const moved = [];
  const refused = [];
  for (const refundId of new Set(refundIds)) {
    try {
      const { state } = sendOff(ctx, requireRefund(ctx.db, refundId), null, '');
      moved.push({ refundId, state });
    } catch (error) {
      // A refusal comes before anything is written; whatever else went wrong undoes all of them.
      if (!(error instanceof AppError)) throw error;
      refused.push({ refundId, code: String(error.code) });
    }
  }
  ctx.note('refunds', { moved, refused });
  return { moved, refused };
};
