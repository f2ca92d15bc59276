import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { orderPaper } from './order-paper.ts';

/**
 * Saves a paper of an order, a return or a refund as PDF where the person says. It does not count as a print: a
 * file can be copied anyhow. An invoice keeps the number that it was given, also where nothing is saved.
 */
export const savePaper: TaskHandler<'documents.save'> = async (ctx, input) => {
  const { document, title, number } = await orderPaper(ctx, input);
  try {
    return { ...(await ctx.desktop.savePdf(document, `${title}.pdf`)), number };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ctx.log.error('A paper could not be saved', { title, reason });
    throw new AppError('save-failed', { reason });
  }
};
