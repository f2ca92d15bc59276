import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { ChartSeries } from '../../ui/chart-types.ts';

/** Dates that are decades apart are a fault of the file: then only what is there is drawn. */
const mostMonths = 600;

/** Months (yyyymm) from the first to the last, `nothing` in those that are not there. */
export function monthSeries<T extends { readonly month: number }>(
  months: readonly T[],
  nothing: Omit<T, 'month'>,
): readonly T[] {
  const found = new Map(months.map((one) => [one.month, one]));
  const last = months.at(-1)?.month ?? 0;
  const series: T[] = [];
  for (let month = months[0]?.month ?? 1; month <= last; month = nextMonth(month)) {
    series.push(found.get(month) ?? ({ ...nothing, month } as T));
    if (series.length > mostMonths) return months;
  }
  return series;
}

function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}

/** A chart's bars for each month: an amount (minor units) for each of `series`, in their order. A gap is seen as one. */
export function monthBars(
  months: readonly { readonly month: number; readonly amounts: readonly number[] }[],
  series: readonly Pick<ChartSeries, 'name' | 'role'>[],
  format: Format,
) {
  const all = monthSeries(months, { amounts: [] });
  return {
    labels: all.map(({ month }) => format.month(calendarDate(month * 100 + 1))),
    series: series.map((one, at) => ({ ...one, values: all.map(({ amounts }) => amounts[at] ?? 0) })),
    formatValue: (value: number) => format.money(money(value)),
    formatAxis: (value: number) => format.compactMoney(money(value)),
  };
}
