import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import { negateMoney } from '../domain/money.ts';
import { orderCode } from '../domain/order-code.ts';
import type { AppText } from '../text/english.ts';
import type { Format } from '../text/format.ts';
import type { DocumentBlock } from './document-block.ts';
import { markBlocks, timesPrinted } from './document-marks.ts';
import {
  type DocumentWords,
  given,
  linesOf,
  noteBlocks,
  orderNumber,
  shopFooter,
  shopHeader,
} from './document-parts.ts';
import { exchangeBlocks } from './exchange-blocks.ts';
import { creditBlocks, paymentBlocks } from './order-payments.ts';
import { savedBlocks, taxBlocks, totalBlocks } from './order-totals.ts';

/**
 * The receipt of an order: who sold what to whom, each line as it was sold, every discount, the tax by rate,
 * what came back, how it was paid. From the second print on it is marked as a copy, with its number, so that it
 * cannot claim a second refund.
 */
export function receiptBlocks(
  order: OrderDetail,
  shop: ShopView,
  text: AppText,
  format: Format,
): readonly DocumentBlock[] {
  const words = { text, format };
  const isCancelled = order.status === 'cancelled';
  return [
    shopHeader(shop, words, { withLogo: shop.receiptShowsLogo }),
    ...markBlocks({ shop, isCancelled, printed: timesPrinted(order) }, words),
    titleBlock(order, shop, words),
    { kind: 'rule' },
    ...order.lines.map((line) => lineBlock(line, words)),
    { kind: 'rule' },
    ...totalBlocks(order, words),
    ...(shop.receiptShowsSaved ? savedBlocks(order, words) : []),
    ...(shop.receiptShowsTaxes ? taxBlocks(order, words) : []),
    ...exchangeBlocks(order, shop, words),
    { kind: 'rule' },
    ...creditBlocks(order, words),
    ...paymentBlocks(order, words),
    ...noteBlocks(order.note),
    ...(shop.receiptShowsCode
      ? [{ kind: 'qr', content: orderCode(order.id), caption: text('documents.scan') } as const]
      : []),
    ...shopFooter(shop),
  ];
}

function titleBlock(order: OrderDetail, shop: ShopView, { text, format }: DocumentWords): DocumentBlock {
  const isDelivery = order.kind === 'delivery';
  const due = order.deliveryDate === null ? null : format.weekdayDate(order.deliveryDate);
  return {
    kind: 'title',
    text: text('documents.order-number', { number: orderNumber(shop, order.id) }),
    rows: [
      { label: text('documents.date'), value: format.dateTime(order.placedAt) },
      ...given(text('documents.served-by'), shop.receiptShowsCashier ? order.staffName : null),
      ...given(text('documents.customer'), shop.receiptShowsCustomer ? order.customerName : null),
      ...given(text(isDelivery ? 'documents.deliver-to' : 'documents.pick-up-by'), order.deliveryName),
      ...given(text('documents.phone'), order.deliveryPhone),
      ...linesOf(order.deliveryAddress ?? '').map((line) => ({ label: '', value: line })),
      ...given(text(isDelivery ? 'documents.delivery-date' : 'documents.pickup-date'), due),
    ],
  };
}

function lineBlock(line: OrderDetail['lines'][number], { text, format }: DocumentWords): DocumentBlock {
  const isOne = line.quantity === 1000 && line.unit === 'piece';
  const quantity = format.quantity(line.quantity, line.unit);
  const price = format.amount(line.unitPrice);
  const label =
    line.discountRate === null
      ? text('documents.line-discount')
      : text('documents.line-discount-percent', { percent: format.percent(line.discountRate) });
  return {
    kind: 'line',
    name: line.name,
    detail: isOne ? null : text('documents.quantity-by-price', { quantity, price }),
    amount: format.amount(line.gross),
    discount: line.discount === 0 ? null : { label, value: format.amount(negateMoney(line.discount)) },
    note: line.note,
  };
}
