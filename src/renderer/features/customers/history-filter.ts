import {
  addMonths,
  type CalendarDate,
  firstOfMonth,
  isoDate,
  lastOfMonth,
  parseIsoDate,
} from '../../../shared/domain/calendar.ts';

export const historyStatuses = [
  'all',
  'open',
  'received',
  'shipped',
  'in-transit',
  'delivered',
  'cancelled',
] as const;
export type HistoryStatus = (typeof historyStatuses)[number];

/** What the orders on a customer's page are narrowed to. It stands in the window's address. */
export type HistoryFilter = {
  readonly status: HistoryStatus;
  readonly owing: boolean;
  /** First day of the month whose orders are shown; null for all. */
  readonly month: CalendarDate | null;
};

type Query = Readonly<Record<string, string | undefined>>;

export function readHistoryFilter(query: Query): HistoryFilter {
  const month = query.month === undefined ? null : parseIsoDate(`${query.month}-01`);
  return {
    status: historyStatuses.find((one) => one === query.status) ?? 'all',
    owing: query.payment === 'owing',
    month: month === null ? null : firstOfMonth(month),
  };
}

export function historyFilterQuery({ status, owing, month }: HistoryFilter): Query {
  return {
    status: status === 'all' ? undefined : status,
    payment: owing ? 'owing' : undefined,
    month: month === null ? undefined : isoDate(month).slice(0, 7),
  };
}

export function daysOfMonth(month: CalendarDate | null) {
  return month === null ? { from: null, to: null } : { from: month, to: lastOfMonth(month) };
}

type Month = { readonly month: CalendarDate; readonly orders: number };

/** Bars that are drawn: more are none to read. */
const mostMonths = 24;

/** Every month from the first order to today, at most the last two years, those without an order empty. */
export function filledMonths<M extends Month>(
  months: readonly M[],
  today: CalendarDate,
  empty: (month: CalendarDate) => M,
): readonly M[] {
  const first = months[0];
  if (!first) return [];
  const last = firstOfMonth(today);
  const known = new Map(months.map((one) => [one.month, one]));
  const filled: M[] = [];
  for (let month = last; filled.length < mostMonths && month >= first.month; month = addMonths(month, -1))
    filled.unshift(known.get(month) ?? empty(month));
  return filled;
}
