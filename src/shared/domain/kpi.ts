/**
 * The metric dictionary: what each figure means, once, for the dashboard, the reports, the exports and `docs/metrics.md`.
 * Texts are keys of `metric.<key>.name`, `.formula`, `.counts` and `.leaves-out`.
 */

/** In what a figure is: minor units, a number of things, thousandths, parts per million. */
export type MetricUnit = 'money' | 'count' | 'quantity' | 'share';

/**
 * The date a figure counts by: the business date an order was placed, was cancelled, goods or money came back, money
 * came in; or the moment one looks.
 */
export type CountedBy = 'placed' | 'cancelled' | 'returned' | 'refunded' | 'paid' | 'event' | 'now';

export type MetricKind = {
  readonly unit: MetricUnit;
  readonly countedBy: CountedBy;
  /** Whether more of it is good news; null where it is neither. */
  readonly more: 'better' | 'worse' | null;
  /** Only for who may see profit. */
  readonly isProfit: boolean;
};

const metric = (
  unit: MetricUnit,
  countedBy: CountedBy,
  more: MetricKind['more'] = null,
  isProfit = false,
): MetricKind => ({ unit, countedBy, more, isProfit });

/**
 * Every figure that the application shows of the shop.
 *
 * An order counts as it stands now on the business date it was placed, whatever became of it. What takes back counts on
 * its own business date, so that a closed day stays as it was: `netSales = sales - cancelled - returned - goodwill`.
 */
export const metrics = {
  /** Line totals before any discount, of the orders placed; incl. or excl. tax as the shop prices. */
  grossSales: metric('money', 'placed', 'better'),
  /** Line and order discounts of the orders placed. */
  discounts: metric('money', 'placed'),
  /** Net and tax of the orders placed, without cash rounding. */
  sales: metric('money', 'placed', 'better'),
  /** Net and tax of the orders cancelled, on the day they were. */
  cancelled: metric('money', 'cancelled', 'worse'),
  /** Net and tax of goods that came back, with or without a receipt. */
  returned: metric('money', 'returned', 'worse'),
  /** Money given back without goods. */
  goodwill: metric('money', 'event', 'worse'),
  netSales: metric('money', 'event', 'better'),
  /** Tax in net sales: of orders placed, less of what was cancelled and returned. */
  tax: metric('money', 'event'),
  /** Net sales without tax. */
  netSalesWithoutTax: metric('money', 'event', 'better'),
  /** What was cash-rounded, up or down. */
  rounding: metric('money', 'event'),
  /** Orders placed, cancelled ones too. */
  orders: metric('count', 'placed', 'better'),
  cancelledOrders: metric('count', 'cancelled', 'worse'),
  returns: metric('count', 'returned', 'worse'),
  /** Totals of the orders placed and not cancelled, by their number; nothing where there are none. */
  averageOrder: metric('money', 'placed', 'better'),
  /** Units sold, less what was cancelled and came back. */
  units: metric('quantity', 'event', 'better'),
  /** What the goods in net sales cost the shop, of lines whose cost is known. */
  cost: metric('money', 'event', null, true),
  /** Net sales without tax, less cost, of lines whose cost is known. */
  margin: metric('money', 'event', 'better', true),
  /** Margin as a share of those lines' net sales without tax. */
  marginShare: metric('share', 'event', 'better', true),
  /** Payments, change taken off. */
  paid: metric('money', 'paid', 'better'),
  /** Refunds that were settled. */
  refunded: metric('money', 'refunded', 'worse'),
  openOrders: metric('count', 'now'),
  dueOrders: metric('count', 'now'),
  overdueOrders: metric('count', 'now', 'worse'),
  lowStock: metric('count', 'now', 'worse'),
  /** Refunds awaiting or failed: money that is still to go back. */
  awaitingRefund: metric('money', 'now', 'worse'),
  awaitingRefunds: metric('count', 'now', 'worse'),
  /** What customers still have to pay. */
  owed: metric('money', 'now'),
  customers: metric('count', 'placed', 'better'),
  newCustomers: metric('count', 'placed', 'better'),
  /** On hand by average cost, where the cost is known. */
  stockValue: metric('money', 'now', null, true),
} as const satisfies Record<string, MetricKind>;

export type Metric = keyof typeof metrics;

export const metricKeys = Object.keys(metrics) as readonly Metric[];
