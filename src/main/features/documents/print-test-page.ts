import { testPageBlocks } from '../../../shared/documents/test-page-blocks.ts';
import type { TaskHandler } from '../../app/context.ts';
import { documentWords, printDocument } from './document-words.ts';
import { printOrRefuse } from './print-or-refuse.ts';

/** Prints a page to try a printer and its paper with. */
export const printTestPage: TaskHandler<'documents.printTestPage'> = async (ctx, { paper, printer }) => {
  const { text, format } = documentWords(ctx);
  const printedAt = format.dateTime(ctx.now);
  const blocks = testPageBlocks({ shopName: ctx.shop.name, printer, paper, printedAt, text });
  const document = await printDocument(ctx, blocks, text('documents.test-title'), paper);
  await printOrRefuse(ctx, document, printer);
  return {};
};
