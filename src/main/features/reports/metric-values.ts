import type { Metric } from '../../../shared/domain/kpi.ts';
import type { Progress } from '../../app/context.ts';
import { type CustomerSums, isNew, readCustomers } from './customers-read.ts';
import { type DayMetric, figureOf, isDayMetric } from './formulas.ts';
import { isNowMetric, nowValues } from './now-values.ts';
import type { Asked, FigureValues } from './report-parts.ts';
import { deadStock, deadStockValue, movementSums } from './stock-tables.ts';
import { readTimeLine } from './time-line.ts';

type Values = Map<Metric, number | null>;

/** What some figures come to in a span. */
export function* metricValues(asked: Asked, wanted: readonly Metric[]): Generator<Progress, FigureValues> {
  const values: Values = new Map();
  const days = wanted.filter((metric): metric is DayMetric => isDayMetric(metric));
  if (days.length > 0) {
    const { all } = yield* readTimeLine(asked.reading, days, asked.span, 'all');
    for (const metric of days) values.set(metric, figureOf(metric, all));
  }
  for (const metric of wanted) if (isNowMetric(metric)) values.set(metric, nowValues[metric](asked.ctx));
  if (wanted.some((metric) => customerMetrics.has(metric)))
    putCustomers(values, yield* readCustomers(asked), asked);
  if (wanted.includes('deadStock')) {
    const dead = yield* deadStock(asked);
    values.set('deadStock', dead.length).set('deadStockValue', deadStockValue(dead));
  }
  if (wanted.includes('movements')) {
    const sums = yield* movementSums(asked);
    const sum = (name: 'count' | 'into' | 'out'): number => sums.reduce((total, row) => total + row[name], 0);
    values.set('movements', sum('count')).set('stockIn', sum('into')).set('stockOut', sum('out'));
  }
  return values;
}

const customerMetrics: ReadonlySet<Metric> = new Set([
  'customers',
  'newCustomers',
  'returningCustomers',
  'newSales',
  'returningSales',
  'walkInSales',
]);

function putCustomers(values: Values, found: readonly CustomerSums[], { span }: Asked): void {
  const known = found.filter((one) => one.customerId !== null);
  const fresh = known.filter((one) => isNew(one, span));
  const sum = (list: readonly CustomerSums[]): number => list.reduce((total, one) => total + one.spent, 0);
  values.set('customers', known.length);
  values.set('newCustomers', fresh.length);
  values.set('returningCustomers', known.length - fresh.length);
  values.set('newSales', sum(fresh));
  values.set('returningSales', sum(known) - sum(fresh));
  values.set('walkInSales', sum(found) - sum(known));
}
