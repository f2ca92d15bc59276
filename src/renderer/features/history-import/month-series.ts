import type { HistoryPreview } from './history-state.ts';

type Month = HistoryPreview['months'][number];

/** Months (yyyymm) from the first to the last, those without a sale at 0: what the shop sold less what came back. */
export function monthSeries(
  months: readonly Month[],
): readonly { readonly month: number; readonly net: number }[] {
  const nets = new Map(months.map(({ month, sales, returned }) => [month, sales - returned]));
  const last = months.at(-1)?.month ?? 0;
  const series: { month: number; net: number }[] = [];
  for (let month = months[0]?.month ?? 1; month <= last; month = nextMonth(month)) {
    series.push({ month, net: nets.get(month) ?? 0 });
    // Dates that are decades apart are a fault of the file: then only what is there is drawn.
    if (series.length > 600)
      return months.map((one) => ({ month: one.month, net: one.sales - one.returned }));
  }
  return series;
}

function nextMonth(month: number): number {
  return month % 100 === 12 ? month + 89 : month + 1;
}
