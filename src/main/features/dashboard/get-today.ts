import type { Output } from '../../../shared/contract/index.ts';
import { addDays, addMonths, type CalendarDate, firstOfMonth } from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import { instantOnDate } from './instant-on-date.ts';
import { getLowStock } from './low-stock.ts';
import { openOrders, salesByDay, salesInDays, salesOfDayUntil } from './order-sums.ts';
import { salesByHour } from './sales-by-hour.ts';

type Today = Output<'dashboard.today'>;

/** Days that the small chart shows, today included. */
const chartDays = 14;

/**
 * The owner's first look. Days are the business dates stored on the orders; an order counts on the day it was
 * placed, a cancelled one nowhere.
 */
export const getToday: QueryHandler<'dashboard.today'> = (ctx) => {
  const { db, today } = ctx;
  const days = lastDays(ctx);
  const now = days.at(-1);
  const before = salesOfDayUntil.get(db, {
    date: addDays(today, -7),
    until: instantOnDate(ctx, addDays(today, -7)),
  });
  return {
    today,
    sales: { today: now?.sales ?? money(0), before: money(before?.sales ?? 0) },
    orders: { today: now?.orders ?? 0, before: before?.orders ?? 0 },
    averageOrder: averageOrders(ctx),
    openOrders: openOrders.get(db, { today }) ?? { open: 0, due: 0, overdue: 0 },
    lowStock: getLowStock(db),
    days,
    hours: salesByHour(ctx),
  };
};

/** The last days, oldest first; a day without an order is there with nothing. */
function lastDays({ db, today }: QueryContext): Today['days'] {
  const first = addDays(today, 1 - chartDays);
  const found = new Map(salesByDay.all(db, { from: first, to: today }).map((row) => [row.date, row]));
  return Array.from({ length: chartDays }, (_, index) => {
    const date = addDays(first, index);
    const day = found.get(date);
    return { date, sales: money(day?.sales ?? 0), orders: day?.orders ?? 0 };
  });
}

/** This month so far beside the same days of last month; on the 31st, beside the whole of a shorter one. */
function averageOrders({ db, today }: QueryContext): Today['averageOrder'] {
  const average = (from: CalendarDate, to: CalendarDate): Money | null => {
    const sums = salesInDays.get(db, { from, to });
    return sums && sums.orders > 0 ? money(divideRounded(sums.sales, sums.orders)) : null;
  };
  const lastMonth = addMonths(today, -1);
  return { month: average(firstOfMonth(today), today), before: average(firstOfMonth(lastMonth), lastMonth) };
}
