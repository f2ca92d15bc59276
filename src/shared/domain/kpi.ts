/**
 * The metric dictionary: what each figure means, once, for the dashboard, the reports, the exports and `docs/metrics.md`.
 * Texts are `metric.name-<key>`, `metric.formula-<key>`, `metric.leaves-out-<key>`, and `metric.counts-<countedBy>`.
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
 * Totals are what customers pay: with tax and with what rounding to coins added.
 */
export const metrics = {
  /** Line totals before any discount, of the orders placed; incl. or excl. tax as the shop prices. */
  grossSales: metric('money', 'placed', 'better'),
  /** Line and order discounts of the orders placed. */
  discounts: metric('money', 'placed'),
  /** Discounts as a share of gross sales. */
  discountShare: metric('share', 'placed'),
  /** Orders placed with any discount. */
  discountedOrders: metric('count', 'placed'),
  /** Totals of the orders placed, cancelled ones too. */
  sales: metric('money', 'placed', 'better'),
  /** Totals of the orders cancelled, on the day they were. */
  cancelled: metric('money', 'cancelled', 'worse'),
  /** What goods that came back took off their sale, and returns without a receipt. */
  returned: metric('money', 'returned', 'worse'),
  /** Money given without goods; what of it a cancelled order had been given is taken back on that day. */
  goodwill: metric('money', 'event', 'worse'),
  netSales: metric('money', 'event', 'better'),
  /** Tax in net sales: of orders placed, less of what was cancelled and returned. */
  tax: metric('money', 'event'),
  /** What that tax was taken on. */
  taxable: metric('money', 'event'),
  /** Net sales less tax; rounding to coins is still in it. */
  netSalesWithoutTax: metric('money', 'event', 'better'),
  /** What rounding to coins added to the orders placed. */
  rounding: metric('money', 'placed'),
  /** Orders placed, cancelled ones too. */
  orders: metric('count', 'placed', 'better'),
  /** Orders placed that are not cancelled now, and what they come to. */
  keptOrders: metric('count', 'placed', 'better'),
  keptSales: metric('money', 'placed', 'better'),
  cancelledOrders: metric('count', 'cancelled', 'worse'),
  returns: metric('count', 'returned', 'worse'),
  /** Units that came back, and the totals of their lines. */
  returnedUnits: metric('quantity', 'returned', 'worse'),
  returnedGoods: metric('money', 'returned', 'worse'),
  /** Kept sales by kept orders; nothing where there are none. */
  averageOrder: metric('money', 'placed', 'better'),
  /** Units sold, less what was cancelled and came back. */
  units: metric('quantity', 'event', 'better'),
  /** Line totals of goods sold, less those cancelled and come back: without rounding to coins and goodwill. */
  goods: metric('money', 'event', 'better'),
  /** What those goods cost the shop, of lines whose cost is known. */
  cost: metric('money', 'event', null, true),
  /** Those lines without tax, less their cost. */
  margin: metric('money', 'event', 'better', true),
  /** Margin as a share of those lines without tax. */
  marginShare: metric('share', 'event', 'better', true),
  /** Payments, change taken off; the value that goes over in an exchange is no money. */
  paid: metric('money', 'paid', 'better'),
  payments: metric('count', 'paid'),
  /** A tender's part of all that was paid. */
  paidShare: metric('share', 'paid'),
  /** Refunds that were settled. */
  refunded: metric('money', 'refunded', 'worse'),
  refunds: metric('count', 'refunded', 'worse'),
  openOrders: metric('count', 'now'),
  dueOrders: metric('count', 'now'),
  overdueOrders: metric('count', 'now', 'worse'),
  lowStock: metric('count', 'now', 'worse'),
  /** Refunds awaiting or failed: money that is still to go back. */
  awaitingRefund: metric('money', 'now', 'worse'),
  awaitingRefunds: metric('count', 'now', 'worse'),
  /** What customers still have to pay. */
  owed: metric('money', 'now'),
  /** Customers who placed an order; of them, those whose first order ever it was. */
  customers: metric('count', 'placed', 'better'),
  newCustomers: metric('count', 'placed', 'better'),
  returningCustomers: metric('count', 'placed', 'better'),
  /** Kept sales of new customers, of those who had ordered before the range, and of nobody known. */
  newSales: metric('money', 'placed', 'better'),
  returningSales: metric('money', 'placed', 'better'),
  walkInSales: metric('money', 'placed', 'better'),
  /** On hand by average cost, where the cost is known. */
  stockValue: metric('money', 'now', null, true),
  onHand: metric('quantity', 'now'),
  /** Products that are on hand and were not sold in the range, and what they are worth. */
  deadStock: metric('count', 'now', 'worse'),
  deadStockValue: metric('money', 'now', 'worse', true),
  movements: metric('count', 'event'),
  stockIn: metric('quantity', 'event'),
  stockOut: metric('quantity', 'event'),
} as const satisfies Record<string, MetricKind>;

export type Metric = keyof typeof metrics;

export const metricKeys = Object.keys(metrics) as readonly Metric[];
