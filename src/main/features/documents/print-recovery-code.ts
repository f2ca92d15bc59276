import type { TaskHandler } from '../../app/context.ts';
import { printOrRefuse } from './print-or-refuse.ts';
import { recoveryDocument } from './recovery-document.ts';

/** Prints the recovery code that the window was given a moment ago; main has only its hash. */
export const printRecoveryCode: TaskHandler<'documents.printRecoveryCode'> = async (
  ctx,
  { recoveryCode },
) => {
  const { document } = await recoveryDocument(ctx, recoveryCode);
  await printOrRefuse(ctx, document, ctx.desktop.machine.get().receiptPrinter);
  return {};
};
