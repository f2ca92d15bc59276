import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays, type CalendarDate, dayOfWeek } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { hoursFrom } from '../../../shared/domain/report-span.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import type { QueryContext } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { dayRows } from '../reports/day-kinds.ts';
import { closedDays } from '../reports/rollups.ts';

type Hours = Output<'dashboard.charts'>['hours'];
type Asker = Pick<QueryContext, 'db' | 'today' | 'shop'>;
/** `key` is "7-11" for a Sunday, 11 o'clock by the shop's clock. */
type HourRow = { readonly date: CalendarDate; readonly key: string; readonly amount: number };

const weeks = 8;
/** Shown even where nothing is sold: the chart of a quiet day is not a single bar. */
const alwaysFrom = 8;
const alwaysTo = 20;

const folded = preparedRead<{ keys: string; dates: string }, HourRow>(
  (slot) => sql<HourRow>`SELECT date, key, amount FROM dayFigures WHERE kind = 'sale-hour'
    AND key IN (SELECT value FROM json_each(${slot('keys')})) AND date IN (SELECT value FROM json_each(${slot('dates')}))`,
);

const open = preparedRead<{ date: CalendarDate; timeZone: string }, HourRow>((slot) => {
  const day = { from: slot('date'), to: slot('date') };
  return sql<HourRow>`SELECT date, key, amount FROM (${dayRows('sale-hour', day, slot('timeZone'), ['amount'])})`;
});

/**
 * Sales of today by hour of the shop's clock beside what is usual: the average over those of the last eight same
 * weekdays on which anything was sold, in the order of the shop's day: hours after midnight come last where it ends
 * later. Hours before the first and after the last with sales are cut off.
 */
export function salesByHour(ctx: Asker): Hours {
  const sold = new Array<number>(24).fill(0);
  const usual = new Array<number>(24).fill(0);
  const busyDays = new Set<number>();
  for (const { date, key, amount } of hoursOfDays(ctx)) {
    const sums = date === ctx.today ? sold : usual;
    const hour = Number(key.slice(key.indexOf('-') + 1));
    sums[hour] = (sums[hour] ?? 0) + amount;
    if (date !== ctx.today) busyDays.add(date);
  }
  const days = busyDays.size;
  const hours = hoursFrom(Math.floor(ctx.shop.dayStartMinutes / 60)).map((hour) => ({
    hour,
    sales: money(sold[hour] ?? 0),
    usual: money(days === 0 ? 0 : divideRounded(usual[hour] ?? 0, days)),
  }));
  const shown = hours.flatMap(({ hour, sales, usual }, at) =>
    sales !== 0 || usual !== 0 || hour === alwaysFrom || hour === alwaysTo ? [at] : [],
  );
  return hours.slice(Math.min(...shown), Math.max(...shown) + 1);
}

/** Today and eight same weekdays: those that are closed from what they were added up to, the others from their orders. */
function hoursOfDays({ db, today, shop }: Asker): readonly HourRow[] {
  const { timeZone } = shop;
  const { closed } = closedDays(db, timeZone);
  const dates = Array.from({ length: weeks + 1 }, (_, week) => addDays(today, -7 * week));
  const isClosed = (date: CalendarDate): boolean => closed !== null && date <= closed;
  const keys = Array.from({ length: 24 }, (_, hour) => `${dayOfWeek(today)}-${hour}`);
  const closedDates = dates.filter(isClosed);
  return [
    ...(closedDates.length === 0
      ? []
      : folded.all(db, { keys: JSON.stringify(keys), dates: JSON.stringify(closedDates) })),
    ...dates.filter((date) => !isClosed(date)).flatMap((date) => open.all(db, { date, timeZone })),
  ];
}
