import type { Output } from '../../../shared/contract/index.ts';
import {
  addDays,
  addMonths,
  firstOfMonth,
  lastOfMonth,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { QueryHandler } from '../../app/context.ts';
import { type DayMetric, figureOf } from '../reports/formulas.ts';
import { countLowStock } from '../stock/low-stock.ts';
import { readAwaitingRefund } from './awaiting-refund.ts';
import { type DaySums, figureOfDays, readDaySums, readDayUntil } from './day-sums.ts';
import { instantOnDate } from './instant-on-date.ts';
import { readOpenOrders } from './open-orders.ts';

type Today = Output<'dashboard.today'>;

/** Days that the small lines show, today included. */
const trendDays = 14;

/** The owner's first look: each figure by the dictionary's own formula. */
export const getToday: QueryHandler<'dashboard.today'> = (ctx) => {
  const { db, today, now, shop } = ctx;
  const first = addDays(today, 1 - trendDays);
  const lastMonth = firstOfMonth(addMonths(today, -1));
  const sums = readDaySums(db, shop.timeZone, {
    from: first,
    longFrom: first < lastMonth ? first : lastMonth,
    to: today,
  });
  const lastWeek = addDays(today, -7);
  const before = readDayUntil(db, lastWeek, instantOnDate(ctx, lastWeek));
  const open = readOpenOrders(ctx, trendDays);
  const days = Array.from({ length: trendDays }, (_, index) => {
    const date = addDays(first, index);
    return { ...dayOf(sums.get(date) ?? {}), date, open: open.atEnd.get(date) ?? 0 };
  });
  const ofToday = dayOf(sums.get(today) ?? {});
  const ofBefore = dayOf(before);
  return {
    today,
    untilNext: startOfBusinessDate(addDays(today, 1), shop.timeZone, shop.dayStartMinutes) - now,
    sales: { today: ofToday.sales, before: ofBefore.sales },
    orders: { today: ofToday.orders, before: ofBefore.orders },
    averageOrder: averageOrders(sums, today),
    openOrders: { ...open.now, yesterday: days.at(-2)?.open ?? 0 },
    lowStock: countLowStock(db),
    awaitingRefund: readAwaitingRefund(ctx),
    days,
  };
};

const amount = (value: number | null): Money | null => (value === null ? null : money(value));

function dayOf(sums: Parameters<typeof figureOf>[1]) {
  const figure = (metric: DayMetric): number | null => figureOf(metric, sums);
  return {
    sales: money(figure('netSales') ?? 0),
    orders: figure('orders') ?? 0,
    averageOrder: amount(figure('averageOrder')),
  };
}

/** This month so far, the same days of last month (on the 31st all of a shorter one), and the whole of last month. */
function averageOrders(sums: DaySums, today: Today['today']): Today['averageOrder'] {
  const sameDay = addMonths(today, -1);
  const [from, to] = [firstOfMonth(sameDay), lastOfMonth(sameDay)];
  const average = (...span: [Today['today'], Today['today']]): Money | null =>
    amount(figureOfDays('averageOrder', sums, ...span));
  return {
    month: average(firstOfMonth(today), today),
    sameDays: average(from, sameDay),
    lastMonth: average(from, to),
  };
}
