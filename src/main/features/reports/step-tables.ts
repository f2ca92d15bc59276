import { AppError } from '../../../shared/contract/errors.ts';
import { dayOfWeek } from '../../../shared/domain/calendar.ts';
import { mostSteps, stepsOf } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import type { DayMetric } from './formulas.ts';
import { hourSums } from './hours.ts';
import { bucketOf } from './read-days.ts';
import { type Asked, dayColumn, everything, type Table } from './report-parts.ts';
import { bucketBy, readTimeLine } from './time-line.ts';

/** A row for each step of time, those without anything too. */
function stepTable(wanted: readonly DayMetric[], hourly: readonly DayMetric[]) {
  return function* table(asked: Asked): Generator<Progress, Table> {
    const { input, reading, span } = asked;
    const steps = stepsOf(span, input.by, Math.floor(asked.ctx.shop.dayStartMinutes / 60));
    if (steps === null) throw new AppError('too-many-steps', { most: mostSteps });
    const isHourly = input.by === 'hour';
    const hours = isHourly ? hourSums(reading, span) : null;
    const line = isHourly ? null : yield* readTimeLine(reading, wanted, span, bucketBy(input.by));
    return {
      names: [{ key: 'from', unit: 'date' }, ...(isHourly ? [{ key: 'hour', unit: 'count' } as const] : [])],
      columns: (isHourly ? hourly : wanted).map(dayColumn),
      rows: steps.map(({ from, to, hour }) => ({
        part: hour === null ? everything : { kind: 'hour', key: `${dayOfWeek(from)}-${hour}` },
        span: { from, to },
        names: hour === null ? [from] : [from, hour],
        sums: hours?.get(`${from} ${hour}`) ?? line?.buckets.get(bucketOf(from, bucketBy(input.by))) ?? {},
      })),
      sort: null,
      hasTotals: true,
    };
  };
}

/** What the shop sold, step by step. */
export const salesTable = stepTable(
  [
    'orders',
    'netSales',
    'sales',
    'grossSales',
    'discounts',
    'cancelled',
    'returned',
    'goodwill',
    'tax',
    'cost',
    'margin',
  ],
  ['orders', 'sales'],
);

export const averageTable = stepTable(['keptOrders', 'keptSales', 'averageOrder'], []);
