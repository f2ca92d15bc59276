import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { recoveryDocument } from './recovery-document.ts';

/** Saves the recovery code as PDF. A sheet of A4 whatever the till prints on: it is kept in a folder. */
export const saveRecoveryCode: TaskHandler<'documents.saveRecoveryCode'> = async (ctx, { recoveryCode }) => {
  const { document, fileName } = await recoveryDocument(ctx, recoveryCode, 'a4');
  try {
    return await ctx.desktop.savePdf(document, fileName);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ctx.log.error('The recovery code could not be saved', { reason });
    throw new AppError('save-failed', { reason });
  }
};
