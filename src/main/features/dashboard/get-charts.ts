import type { Output } from '../../../shared/contract/index.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import { figureOfDays, readDaySums } from './day-sums.ts';
import { salesByHour } from './sales-by-hour.ts';

const chartDays = 14;

/** Today hour by hour beside a usual weekday, and two weeks beside the two before. */
export const getCharts: QueryHandler<'dashboard.charts'> = (ctx) => ({
  today: ctx.today,
  days: lastDays(ctx),
  hours: salesByHour(ctx),
});

function lastDays({ db, today, shop }: QueryContext): Output<'dashboard.charts'>['days'] {
  const from = addDays(today, 1 - 2 * chartDays);
  const sums = readDaySums(db, shop.timeZone, { from, longFrom: from, to: today });
  return Array.from({ length: chartDays }, (_, index) => {
    const date = addDays(today, index + 1 - chartDays);
    const before = addDays(date, -chartDays);
    return {
      date,
      sales: money(figureOfDays('netSales', sums, date, date) ?? 0),
      before: money(figureOfDays('netSales', sums, before, before) ?? 0),
    };
  });
}
