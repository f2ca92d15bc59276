import { exampleBlocks } from '../../../shared/documents/example-blocks.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import { documentWords, printDocument } from '../documents/document-words.ts';
import { printOrRefuse } from '../documents/print-or-refuse.ts';
import { shopView } from '../shop/shop-view.ts';
import { nextInvoice, numberingOf } from './next-invoice.ts';

/** Prints an example of a receipt or an invoice as the shop's settings make it. No number is used up by it. */
export const printExample: TaskHandler<'shop.printExample'> = async (ctx, { document, paper }) => {
  const { shop, db, now, today, actor } = ctx;
  const words = documentWords(ctx);
  const invoiceNumber = nextInvoice(db, numberingOf(shop), shop, today).printed;
  const cashier = actor.kind === 'staff' ? actor.name : '';
  const example = { taxes: usualTaxes(ctx), cashier, now, today };
  const blocks = exampleBlocks({ document, invoiceNumber }, shopView(shop), words, example);
  const page = await printDocument(ctx, blocks, words.text('documents.example'), paper);
  await printOrRefuse(ctx, page, ctx.desktop.machine.get().receiptPrinter);
  return {};
};

/** What a product of the usual class bears today. */
function usualTaxes({ db, today }: TaskContext) {
  const usual = db.get(query.selectFrom('taxClasses').select('id').where('isDefault', '=', 1));
  return usual ? taxesOfClass(db, usual.id, today) : [];
}
