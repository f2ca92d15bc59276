import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import type { DocumentBlock } from './document-block.ts';
import type { DocumentWords } from './document-parts.ts';

/** Papers of an order, a return or a refund beside the receipt. */
type OrderPaper = 'packing-slip' | 'delivery-note' | 'invoice' | 'return-slip' | 'refund-slip';

type Printed = Pick<OrderDetail['events'][number], 'kind' | 'details'>;

/** How often the receipt of an order was printed: its other papers name themselves in the timeline. */
export function timesPrinted(order: { readonly events: readonly Printed[] }): number {
  return timesPaperPrinted(order.events, {});
}

/**
 * How often a paper was printed, by the order's timeline. `named` is what its entries there hold:
 * `{document: 'return-slip', returnId: 7}`; a receipt's hold no document.
 */
export function timesPaperPrinted(
  events: readonly Printed[],
  named: Readonly<{ document?: OrderPaper; returnId?: number; refundId?: number }>,
): number {
  return events.filter(
    ({ kind, details }) =>
      kind === 'printed' &&
      details.document === named.document &&
      details.returnId === named.returnId &&
      details.refundId === named.refundId,
  ).length;
}

type Marked = {
  readonly shop: ShopView;
  readonly isCancelled?: boolean;
  /** How often it was printed before; a paper that may lie about any number of times says 0. */
  readonly printed?: number;
};

/** What nobody may overlook: that a shop is not real, that an order is cancelled, that this is not the original. */
export function markBlocks(
  { shop, isCancelled = false, printed = 0 }: Marked,
  { text }: DocumentWords,
): readonly DocumentBlock[] {
  const marks = [
    ...(shop.isSample ? [text('documents.sample')] : []),
    ...(isCancelled ? [text('documents.cancelled')] : []),
    ...(printed > 0 ? [text('documents.copy', { number: String(printed + 1) })] : []),
  ];
  return marks.map((mark) => ({ kind: 'mark', text: mark }));
}
