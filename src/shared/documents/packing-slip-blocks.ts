import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { orderCode } from '../domain/order-code.ts';
import type { DocumentBlock } from './document-block.ts';
import { markBlocks } from './document-marks.ts';
import { type DocumentWords, noteBlocks } from './document-parts.ts';
import { plainGoods } from './goods-table.ts';
import { orderRows } from './order-rows.ts';

/** What to pick and pack for an order, with a box to tick for each line. It names no price: it goes into the box. */
export function packingSlipBlocks(
  order: OrderDetail,
  shop: ShopView,
  words: DocumentWords,
): readonly DocumentBlock[] {
  const { text } = words;
  return [
    { kind: 'header', name: shop.name, lines: [] },
    ...markBlocks({ shop }, words),
    { kind: 'title', text: text('documents.packing-slip'), rows: orderRows(order, shop, words) },
    plainGoods(order.lines, words, { isTicked: true }),
    ...noteBlocks(order.note),
    { kind: 'signature', labels: [text('documents.packed-by'), text('documents.date')] },
    { kind: 'qr', content: orderCode(order.id), caption: text('documents.scan') },
  ];
}
