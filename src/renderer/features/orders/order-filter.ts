import type { Input } from '../../../shared/contract/index.ts';
import {
  addDays,
  type CalendarDate,
  firstOfMonth,
  isoDate,
  parseIsoDate,
} from '../../../shared/domain/calendar.ts';

type ListInput = Input<'orders.list'>;

export const statusFilters = [
  'all',
  'open',
  'due',
  'overdue',
  'received',
  'shipped',
  'in-transit',
  'delivered',
  'cancelled',
] as const satisfies readonly ListInput['status'][];
export const kindFilters = [
  'all',
  'counter',
  'pickup',
  'delivery',
] as const satisfies readonly ListInput['kind'][];
export const paymentFilters = ['all', 'owing', 'refund-due'] as const satisfies readonly NonNullable<
  ListInput['payment']
>[];
export const daysFilters = ['all', 'today', 'yesterday', 'week', 'month', 'custom'] as const;
export type DaysFilter = (typeof daysFilters)[number];

/** What the list of orders is narrowed to. It stands in the window's address, so that Back brings it back. */
export type OrderFilter = {
  readonly text: string;
  readonly status: (typeof statusFilters)[number];
  readonly kind: (typeof kindFilters)[number];
  readonly payment: (typeof paymentFilters)[number];
  readonly days: DaysFilter;
  /** For `custom`; null is open-ended. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
};

export const noFilter: OrderFilter = {
  text: '',
  status: 'all',
  kind: 'all',
  payment: 'all',
  days: 'all',
  from: null,
  to: null,
};

type Query = Readonly<Record<string, string | undefined>>;

/** Longer search texts are no search. */
const longestText = 200;

/** Reads the filter from an address; whatever it does not know there it leaves out. */
export function readOrderFilter(query: Query): OrderFilter {
  return {
    text: (query.text ?? '').slice(0, longestText),
    status: statusFilters.find((one) => one === query.status) ?? 'all',
    kind: kindFilters.find((one) => one === query.kind) ?? 'all',
    payment: paymentFilters.find((one) => one === query.payment) ?? 'all',
    days: daysFilters.find((one) => one === query.days) ?? 'all',
    from: query.from === undefined ? null : parseIsoDate(query.from),
    to: query.to === undefined ? null : parseIsoDate(query.to),
  };
}

/** The same as an address carries it; what is not narrowed is left out. */
export function orderFilterQuery(filter: OrderFilter): Query {
  const { text, status, kind, payment, days, from, to } = filter;
  const isCustom = days === 'custom';
  return {
    text: text.slice(0, longestText),
    status: status === 'all' ? undefined : status,
    kind: kind === 'all' ? undefined : kind,
    payment: payment === 'all' ? undefined : payment,
    days: days === 'all' ? undefined : days,
    from: isCustom && from !== null ? isoDate(from) : undefined,
    to: isCustom && to !== null ? isoDate(to) : undefined,
  };
}

/** The first and last business date of a filter, null where it has no such end. Ends that were swapped are put right. */
export function daysSpan(
  { days, from, to }: Pick<OrderFilter, 'days' | 'from' | 'to'>,
  today: CalendarDate,
): { readonly fromDate: CalendarDate | null; readonly toDate: CalendarDate | null } {
  switch (days) {
    case 'all':
      return { fromDate: null, toDate: null };
    case 'today':
      return { fromDate: today, toDate: today };
    case 'yesterday':
      return { fromDate: addDays(today, -1), toDate: addDays(today, -1) };
    case 'week':
      return { fromDate: addDays(today, -6), toDate: today };
    case 'month':
      return { fromDate: firstOfMonth(today), toDate: today };
    case 'custom':
      return from !== null && to !== null && from > to
        ? { fromDate: to, toDate: from }
        : { fromDate: from, toDate: to };
  }
}

/** What main is asked with a filter. */
export function orderListInput(
  filter: OrderFilter,
  today: CalendarDate,
): Omit<ListInput, 'cursor' | 'limit'> {
  return {
    text: filter.text.trim(),
    status: filter.status,
    kind: filter.kind,
    payment: filter.payment,
    ...daysSpan(filter, today),
    customerId: null,
  };
}

export function isFiltered(filter: OrderFilter): boolean {
  const { text, status, kind, payment, days } = filter;
  return text.trim() !== '' || [status, kind, payment, days].some((one) => one !== 'all');
}

/** A list that waits for somebody, as one press narrows to it. */
export type Queue = 'due' | 'overdue' | 'owing';

const queueFilters: Readonly<Record<Queue, OrderFilter>> = {
  due: { ...noFilter, status: 'due' },
  overdue: { ...noFilter, status: 'overdue' },
  owing: { ...noFilter, payment: 'owing' },
};

/** Nothing but the queue, so that the list holds what the queue counts. */
export function queueFilter(queue: Queue): OrderFilter {
  return queueFilters[queue];
}

/** The queue that the list is narrowed to and to nothing else. */
export function queueOf(filter: OrderFilter): Queue | null {
  const written = (one: OrderFilter) => JSON.stringify(orderFilterQuery(one));
  const queues = ['due', 'overdue', 'owing'] as const;
  return queues.find((queue) => written(queueFilters[queue]) === written(filter)) ?? null;
}

/** Whether the list is narrowed to this queue, whatever else narrows it. */
export function isInQueue(filter: OrderFilter, queue: Queue): boolean {
  const { status, payment } = queueFilters[queue];
  return queue === 'owing' ? filter.payment === payment : filter.status === status;
}
