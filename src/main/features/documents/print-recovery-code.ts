import { recoveryCodeBlocks } from '../../../shared/documents/recovery-code-blocks.ts';
import type { TaskHandler } from '../../app/context.ts';
import { documentWords, printDocument } from './document-words.ts';
import { printOrRefuse } from './print-or-refuse.ts';

/** Prints the recovery code that the window was given a moment ago; main has only its hash. */
export const printRecoveryCode: TaskHandler<'documents.printRecoveryCode'> = async (
  ctx,
  { recoveryCode },
) => {
  const { text, format } = documentWords(ctx);
  const madeOn = format.date(ctx.today);
  const blocks = recoveryCodeBlocks({ shopName: ctx.shop.name, recoveryCode, madeOn, text });
  const document = printDocument(ctx, blocks, text('documents.recovery-title'), ctx.shop.receiptPaper);
  await printOrRefuse(ctx, document, ctx.desktop.machine.get().receiptPrinter);
  return {};
};
