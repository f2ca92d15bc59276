import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { orderReceipt } from './order-receipt.ts';

/** Saves an order's receipt as PDF. It does not count as a print: a file can be copied anyhow. */
export const saveReceipt: TaskHandler<'documents.saveReceipt'> = async (ctx, { orderId, paper }) => {
  const { document, fileName } = await orderReceipt(ctx, orderId, paper);
  try {
    return await ctx.desktop.savePdf(document, fileName);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ctx.log.error('A receipt could not be saved', { orderId, reason });
    throw new AppError('save-failed', { reason });
  }
};
