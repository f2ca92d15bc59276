import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { orderCode } from '../domain/order-code.ts';
import type { DocumentBlock, DocumentParty } from './document-block.ts';
import { markBlocks, timesPaperPrinted } from './document-marks.ts';
import {
  amountBlock,
  type DocumentWords,
  linesOf,
  noteBlocks,
  orderNumber,
  shopFooter,
  shopHeader,
} from './document-parts.ts';
import { exchangeBlocks } from './exchange-blocks.ts';
import { pricedGoods } from './goods-table.ts';
import { creditBlocks, paymentBlocks } from './order-payments.ts';
import { recipientOf } from './order-rows.ts';
import { taxBlocks, totalBlocks } from './order-totals.ts';

/** An invoice's number and day, and whom the directory of customers knows the buyer as. */
export type Invoice = {
  /** As it was first printed. */
  readonly number: string;
  readonly businessDate: CalendarDate;
  readonly buyer: { readonly name: string; readonly address: string } | null;
};

/**
 * The invoice of an order: seller and buyer, each line with its price, discount and tax, the tax by rate, what was
 * paid and what is still open.
 */
export function invoiceBlocks(
  invoice: Invoice,
  order: OrderDetail,
  shop: ShopView,
  words: DocumentWords,
): readonly DocumentBlock[] {
  const { text } = words;
  const isCancelled = order.status === 'cancelled';
  const printed = timesPaperPrinted(order.events, { document: 'invoice' });
  return [
    shopHeader(shop, words),
    ...markBlocks({ shop, isCancelled, printed }, words),
    titleBlock(invoice, order, shop, words),
    ...partyBlocks(invoice, order, words),
    pricedGoods(order.lines, words),
    ...totalBlocks(order, words),
    ...(order.taxes.length === 0
      ? [{ kind: 'note', text: text('documents.no-tax') } as const]
      : taxBlocks(order, words)),
    ...exchangeBlocks(order, shop, words),
    { kind: 'rule' },
    ...creditBlocks(order, words),
    ...paymentBlocks(order, words),
    ...(order.open === 0 ? [amountBlock(words, text('documents.open'), order.open, 'strong')] : []),
    ...noteBlocks(order.note),
    { kind: 'qr', content: orderCode(order.id), caption: text('documents.scan') },
    ...shopFooter(shop),
  ];
}

function titleBlock(
  invoice: Invoice,
  order: OrderDetail,
  shop: ShopView,
  { text, format }: DocumentWords,
): DocumentBlock {
  return {
    kind: 'title',
    text: text('documents.invoice-number', { number: invoice.number }),
    rows: [
      { label: text('documents.invoice-date'), value: format.date(invoice.businessDate) },
      { label: text('documents.order'), value: orderNumber(shop, order.id) },
      { label: text('documents.sold-on'), value: format.date(order.businessDate) },
    ],
  };
}

/** To whom it is made out; and where the goods go, where that is somewhere else. */
function partyBlocks({ buyer }: Invoice, order: OrderDetail, words: DocumentWords): readonly DocumentBlock[] {
  const title = words.text('documents.invoice-to');
  const recipient = recipientOf(order, words);
  const known: readonly string[] = buyer === null ? [] : [...linesOf(buyer.name), ...linesOf(buyer.address)];
  const lines = known.length > 0 ? known : (recipient?.lines ?? []);
  if (lines.length === 0) return [];
  const isElsewhere =
    recipient !== null && order.kind === 'delivery' && recipient.lines.join('\n') !== lines.join('\n');
  const parties: readonly DocumentParty[] = [{ title, lines }, ...(isElsewhere ? [recipient] : [])];
  return [{ kind: 'parties', parties }];
}
