import { type Metric, type MetricUnit, metrics } from '../../shared/domain/kpi.ts';
import { money } from '../../shared/domain/money.ts';
import { quantity } from '../../shared/domain/quantity.ts';
import { rate } from '../../shared/domain/rate.ts';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';

/** A figure as people read it: minor units, a number of things, thousandths, parts per million. */
export function amountWords(value: number, unit: MetricUnit, format: Format): string {
  switch (unit) {
    case 'money':
      return format.money(money(value));
    case 'quantity':
      return format.quantity(quantity(value));
    case 'share':
      return format.percent(rate(value));
    case 'count':
      return format.number(value);
  }
}

/** The unit of a figure's rows: those of a share are what is divided. */
export function unitOfRows(metric: Metric): MetricUnit {
  const { unit } = metrics[metric];
  return unit === 'share' ? 'money' : unit;
}

type Divided = { readonly part: number; readonly by: number };

/** What is divided by what, for an average or a share; null for every other figure. */
export function dividedWords(
  metric: Metric,
  { part, by }: Divided,
  text: AppText,
  format: Format,
): string | null {
  const amounts = { part: format.money(money(part)), by: format.money(money(by)) };
  switch (metric) {
    case 'averageOrder':
      return text('explain.divided-averageOrder', { part: amounts.part, count: by });
    case 'discountShare':
    case 'marginShare':
    case 'paidShare':
      return text(`explain.divided-${metric}`, amounts);
    default:
      return null;
  }
}

type Behind =
  | 'orders'
  | 'cancellations'
  | 'returns'
  | 'refunds'
  | 'payments'
  | 'customers'
  | 'products'
  | 'movements'
  | 'events'
  | 'takings';

const own: Partial<Record<Metric, Behind>> = {
  customers: 'customers',
  newCustomers: 'customers',
  returningCustomers: 'customers',
  movements: 'movements',
  stockIn: 'movements',
  stockOut: 'movements',
  goodwill: 'refunds',
  // What gives without goods is in it too.
  netSales: 'takings',
  netSalesWithoutTax: 'takings',
  openOrders: 'orders',
  dueOrders: 'orders',
  overdueOrders: 'orders',
  owed: 'orders',
  awaitingRefund: 'refunds',
  awaitingRefunds: 'refunds',
};

/** What stands behind a figure, to count it by its name. */
export function behind(metric: Metric): Behind {
  const kind = own[metric];
  if (kind !== undefined) return kind;
  switch (metrics[metric].countedBy) {
    case 'placed':
      return 'orders';
    case 'cancelled':
      return 'cancellations';
    case 'returned':
      return 'returns';
    case 'refunded':
      return 'refunds';
    case 'paid':
      return 'payments';
    case 'event':
      return 'events';
    case 'now':
      return 'products';
  }
}
