import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { orderCode } from '../domain/order-code.ts';
import type { DocumentBlock } from './document-block.ts';
import { markBlocks } from './document-marks.ts';
import { type DocumentWords, noteBlocks, shopFooter, shopHeader } from './document-parts.ts';
import { plainGoods } from './goods-table.ts';
import { orderRows, recipientOf } from './order-rows.ts';

/**
 * What goes along with an order and is signed where it arrives: where to, what, and what is still to be paid. A
 * driver sees from it whether to ask for money; it names no other price.
 */
export function deliveryNoteBlocks(
  order: OrderDetail,
  shop: ShopView,
  words: DocumentWords,
): readonly DocumentBlock[] {
  const { text } = words;
  const recipient = recipientOf(order, words);
  return [
    shopHeader(shop, words),
    ...markBlocks({ shop }, words),
    { kind: 'title', text: text('documents.delivery-note'), rows: orderRows(order, shop, words) },
    ...(recipient === null ? [] : [{ kind: 'parties', parties: [recipient] } as const]),
    plainGoods(order.lines, words, { isTicked: false }),
    toPay(order, words),
    ...noteBlocks(order.note),
    { kind: 'signature', labels: [text('documents.received-by'), text('documents.date')] },
    { kind: 'qr', content: orderCode(order.id), caption: text('documents.scan') },
    ...shopFooter(shop),
  ];
}

function toPay({ open, kind }: OrderDetail, { text, format }: DocumentWords): DocumentBlock {
  if (open === 0) return { kind: 'note', text: text('documents.nothing-to-collect') };
  const label = text(kind === 'delivery' ? 'documents.to-pay-on-delivery' : 'documents.to-pay-on-pickup');
  return { kind: 'amount', weight: 'total', label, value: format.money(open) };
}
