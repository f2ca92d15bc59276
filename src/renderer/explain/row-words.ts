import type { Metric } from '../../shared/domain/kpi.ts';
import type { Right } from '../../shared/domain/rights.ts';
import type { AppText } from '../../shared/text/english.ts';
import type { LongPageItem } from '../bridge/use-long-pages.ts';

export type ExplainedRow = LongPageItem<'reports.explain'>;

/** Figures of which refunds are goodwill: given as one sign, taken back as the other. */
const goodwillSign: Partial<Record<Metric, 1 | -1>> = { goodwill: 1, netSales: -1, netSalesWithoutTax: -1 };

/** What a row is: "Order 1042 cancelled". */
export function rowTitle(row: ExplainedRow, metric: Metric, text: AppText): string {
  const number = String(row.rowId);
  switch (row.kind) {
    case 'refund': {
      const given = goodwillSign[metric];
      if (given === undefined) return text('explain.refund', { number });
      return text(row.part * given > 0 ? 'explain.goodwill' : 'explain.goodwill-back', { number });
    }
    case 'payment':
      return text('explain.payment', { number: String(row.orderId) });
    case 'customer':
    case 'product':
    case 'movement':
      return row.name === ''
        ? text(row.kind === 'customer' ? 'explain.customer' : 'explain.product', { number })
        : row.name;
    default:
      return text(`explain.${row.kind}`, { number });
  }
}

/** Whose it is, or which order it belongs to; empty where the title says all. */
export function rowMore(row: ExplainedRow, text: AppText): readonly string[] {
  const ofOrder = row.orderId === null ? [] : [text('explain.of-order', { number: String(row.orderId) })];
  const name = row.name === '' ? [] : [row.name];
  switch (row.kind) {
    case 'order':
    case 'cancel':
    case 'payment':
      return name;
    case 'return':
    case 'refund':
      return [...ofOrder, ...name];
    case 'movement':
      return ofOrder;
    default:
      return [];
  }
}

export type Place = {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** What a person must have to see it there. */
  readonly right: Right;
};

/** Where a row is looked at, the first of these that the person may see. */
export function rowPlace(row: ExplainedRow, metric: Metric, rights: readonly string[]): Place | null {
  return placesOf(row, metric).find(({ right }) => rights.includes(right)) ?? null;
}

function placesOf({ kind, rowId, orderId }: ExplainedRow, metric: Metric): readonly Place[] {
  const id = String(rowId);
  const order: readonly Place[] =
    orderId === null ? [] : [{ path: `/orders/${orderId}`, right: 'see-orders' }];
  switch (kind) {
    case 'return':
      return [{ path: '/returns', query: { return: id }, right: 'refund' }, ...order];
    case 'refund': {
      // Of goods that came back without a receipt: it has no order, and the list of refunds shows one state at a time.
      const state = metric === 'refunded' || metric === 'refunds' ? 'settled' : 'awaiting';
      return [...order, { path: '/refunds', query: { state, refund: id }, right: 'see-orders' }];
    }
    case 'customer':
      return [{ path: '/customers', query: { customer: id }, right: 'see-customers' }];
    case 'product':
      return [{ path: '/products', query: { product: id }, right: 'see-products' }];
    case 'movement':
      return [...order, { path: `/stock/products/${id}`, right: 'see-products' }];
    default:
      return order;
  }
}
