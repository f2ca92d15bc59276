import type { Output } from '../../../shared/contract/index.ts';
import { addDays, localParts } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import type { QueryContext } from '../../app/context.ts';
import { ordersOfDays } from './order-sums.ts';

type Hours = Output<'dashboard.today'>['hours'];

const weeks = 8;
/** Shown even where nothing is sold: the chart of a quiet day is not a single bar. */
const alwaysFrom = 8;
const alwaysTo = 20;

/**
 * Today by hour of the shop's clock beside what is usual: the average over those of the last eight same weekdays
 * on which anything was sold. Hours before the first and after the last with sales are cut off. Reads the orders
 * of nine days, whatever else the shop has.
 */
export function salesByHour({ db, today, shop }: Pick<QueryContext, 'db' | 'today' | 'shop'>): Hours {
  const earlier = Array.from({ length: weeks }, (_, week) => addDays(today, -7 * (week + 1)));
  const sold = new Array<number>(24).fill(0);
  const usual = new Array<number>(24).fill(0);
  const open = new Set<number>();
  for (const { date, placedAt, total } of ordersOfDays.all(db, {
    dates: JSON.stringify([today, ...earlier]),
  })) {
    const { hour } = localParts(placedAt, shop.timeZone);
    const sums = date === today ? sold : usual;
    sums[hour] = (sums[hour] ?? 0) + total;
    if (date !== today) open.add(date);
  }
  const days = open.size;
  const hours = sold.map((sales, hour) => ({
    hour,
    sales: money(sales),
    usual: money(days === 0 ? 0 : divideRounded(usual[hour] ?? 0, days)),
  }));
  const busy = hours.filter((one) => one.sales !== 0 || one.usual !== 0).map((one) => one.hour);
  const first = Math.min(alwaysFrom, ...busy);
  const last = Math.max(alwaysTo, ...busy);
  return hours.slice(first, last + 1);
}
