import type { Metric } from '../../../shared/domain/kpi.ts';
import { divideRounded, mulDivRounded } from '../../../shared/domain/round.ts';
import type { DayColumn, DayKind } from './day-kinds.ts';

/** What a figure adds up from: `sale.amount`, `return.tax`, … Anything that is missing is nothing. */
export type Sums = Readonly<Record<string, number>>;
export type SumName = `${DayKind}.${DayColumn}`;
type At = (name: SumName) => number;

/** A figure out of the sums of days, and the kinds of sums that it takes. */
export type Formula = { readonly kinds: readonly DayKind[]; readonly of: (at: At) => number | null };

const formula = (kinds: readonly DayKind[], of: (at: At) => number | null): Formula => ({ kinds, of });

/** a ÷ b in parts per million; null where b is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : mulDivRounded(part, 1_000_000, whole);
}

/** a ÷ b, rounded once; null where b is nothing. */
export function average(sum: number, count: number): number | null {
  return count === 0 ? null : divideRounded(sum, count);
}

const net: readonly DayKind[] = ['sale', 'cancel', 'return', 'goodwill'];
const goods: readonly DayKind[] = ['sale-goods', 'cancel-goods', 'return-goods'];
const netSales = (at: At): number =>
  at('sale.amount') - at('cancel.amount') - at('return.amount') - at('goodwill.amount');
const tax = (at: At): number => at('sale.tax') - at('cancel.tax') - at('return.tax');
const ofGoods = (at: At, column: 'amount' | 'quantity' | 'cost' | 'costed'): number =>
  at(`sale-goods.${column}`) - at(`cancel-goods.${column}`) - at(`return-goods.${column}`);

/** How the dictionary's figures come about, for those that add up from days. */
export const formulas = {
  grossSales: formula(['sale'], (at) => at('sale.gross')),
  discounts: formula(['sale'], (at) => at('sale.discount')),
  discountShare: formula(['sale'], (at) => shareOf(at('sale.discount'), at('sale.gross'))),
  sales: formula(['sale'], (at) => at('sale.amount')),
  cancelled: formula(['cancel'], (at) => at('cancel.amount')),
  returned: formula(['return'], (at) => at('return.amount')),
  goodwill: formula(['goodwill'], (at) => at('goodwill.amount')),
  netSales: formula(net, netSales),
  tax: formula(['sale', 'cancel', 'return'], tax),
  netSalesWithoutTax: formula(net, (at) => netSales(at) - tax(at)),
  rounding: formula(['sale'], (at) => at('sale.rounding')),
  orders: formula(['sale'], (at) => at('sale.count')),
  keptOrders: formula(['kept'], (at) => at('kept.count')),
  keptSales: formula(['kept'], (at) => at('kept.amount')),
  cancelledOrders: formula(['cancel'], (at) => at('cancel.count')),
  returns: formula(['return'], (at) => at('return.count')),
  returnedUnits: formula(['return-goods'], (at) => at('return-goods.quantity')),
  returnedGoods: formula(['return-goods'], (at) => at('return-goods.amount')),
  averageOrder: formula(['kept'], (at) => average(at('kept.amount'), at('kept.count'))),
  units: formula(goods, (at) => ofGoods(at, 'quantity')),
  goods: formula(goods, (at) => ofGoods(at, 'amount')),
  cost: formula(goods, (at) => ofGoods(at, 'cost')),
  margin: formula(goods, (at) => ofGoods(at, 'costed') - ofGoods(at, 'cost')),
  marginShare: formula(goods, (at) =>
    shareOf(ofGoods(at, 'costed') - ofGoods(at, 'cost'), ofGoods(at, 'costed')),
  ),
  paid: formula(['payment'], (at) => at('payment.amount')),
  payments: formula(['payment'], (at) => at('payment.count')),
  refunded: formula(['refund'], (at) => at('refund.amount')),
  refunds: formula(['refund'], (at) => at('refund.count')),
} as const satisfies Partial<Record<Metric, Formula>>;

export type DayMetric = keyof typeof formulas;

export function isDayMetric(metric: Metric): metric is DayMetric {
  return Object.hasOwn(formulas, metric);
}

/** What a figure is for some sums. */
export function figureOf(metric: DayMetric, sums: Sums): number | null {
  return formulas[metric].of((name) => sums[name] ?? 0);
}

/** The kinds that some figures take, each once. */
export function kindsFor(wanted: readonly DayMetric[]): readonly DayKind[] {
  return [...new Set(wanted.flatMap((metric) => formulas[metric].kinds))];
}

/** All of some sums together. */
export function addUp(list: Iterable<Sums>): Sums {
  const total: Record<string, number> = {};
  for (const sums of list) for (const name in sums) total[name] = (total[name] ?? 0) + (sums[name] ?? 0);
  return total;
}
