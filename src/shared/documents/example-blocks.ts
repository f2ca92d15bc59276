import type { ShopView } from '../contract/setup.ts';
import type { DocumentBlock } from './document-block.ts';
import type { DocumentWords } from './document-parts.ts';
import { type Example, exampleOrder } from './example-order.ts';
import { invoiceBlocks } from './invoice-blocks.ts';
import { receiptBlocks } from './receipt-blocks.ts';

type ExamplePaper = {
  readonly document: 'receipt' | 'invoice';
  /** The number of the next invoice. */
  readonly invoiceNumber: string;
};

/**
 * A receipt or an invoice as the shop's settings make it, of a sale that never was: marked so, and its code opens no
 * order.
 */
export function exampleBlocks(
  { document, invoiceNumber }: ExamplePaper,
  shop: ShopView,
  words: DocumentWords,
  example: Omit<Example, 'text'>,
): readonly DocumentBlock[] {
  const { text, format } = words;
  const order = exampleOrder(shop, { ...example, text });
  const buyer = { name: text('documents.example-customer'), address: text('documents.example-address') };
  const invoice = { number: invoiceNumber, businessDate: example.today, buyer };
  const [header, ...rest] =
    document === 'receipt'
      ? receiptBlocks(order, shop, text, format)
      : invoiceBlocks(invoice, order, shop, words);
  const mark: DocumentBlock = { kind: 'mark', text: text('documents.example') };
  return [...(header ? [header] : []), mark, ...rest.map(harmless)];
}

function harmless(block: DocumentBlock): DocumentBlock {
  return block.kind === 'qr' ? { ...block, content: 'ORDERLLA:EXAMPLE' } : block;
}
