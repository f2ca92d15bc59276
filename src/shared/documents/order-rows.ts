import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import type { DocumentParty, DocumentRow } from './document-block.ts';
import { type DocumentWords, given, linesOf, orderNumber } from './document-parts.ts';

/** Which order a paper is of, of when, for whom, and when it is to be there. */
export function orderRows(
  order: OrderDetail,
  shop: ShopView,
  { text, format }: DocumentWords,
): readonly DocumentRow[] {
  const isDelivery = order.kind === 'delivery';
  const due = order.deliveryDate === null ? null : format.weekdayDate(order.deliveryDate);
  return [
    { label: text('documents.order'), value: orderNumber(shop, order.id) },
    { label: text('documents.ordered-on'), value: format.date(order.businessDate) },
    ...given(text('documents.customer'), order.customerName),
    ...given(text(isDelivery ? 'documents.delivery-date' : 'documents.pickup-date'), due),
  ];
}

/** Where an order goes, or who collects it; null where it names nobody. */
export function recipientOf(order: OrderDetail, { text }: DocumentWords): DocumentParty | null {
  const lines = [
    ...linesOf(order.deliveryName ?? order.customerName ?? ''),
    ...linesOf(order.deliveryAddress ?? ''),
    ...linesOf(order.deliveryPhone ?? ''),
  ];
  if (lines.length === 0) return null;
  const isDelivery = order.kind === 'delivery';
  return { title: text(isDelivery ? 'documents.deliver-to' : 'documents.pick-up-by'), lines };
}
