import { recoveryCodeBlocks } from '../../../shared/documents/recovery-code-blocks.ts';
import type { TaskContext } from '../../app/context.ts';
import type { PrintDocument } from '../../app/desktop.ts';
import { documentWords, printDocument } from './document-words.ts';

/** The page with the recovery code, and what its file is called. Only the window has the code; main its hash. */
export async function recoveryDocument(
  ctx: TaskContext,
  recoveryCode: string,
  paper: PrintDocument['paper'] = ctx.shop.receiptPaper,
): Promise<{ readonly document: PrintDocument; readonly fileName: string }> {
  const { text, format } = documentWords(ctx);
  const madeOn = format.date(ctx.today);
  const title = text('documents.recovery-title');
  const blocks = recoveryCodeBlocks({ shopName: ctx.shop.name, recoveryCode, madeOn, text });
  return { document: await printDocument(ctx, blocks, title, paper), fileName: title };
}
