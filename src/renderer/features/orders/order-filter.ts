import type { Input } from '../../../shared/contract/index.ts';
import {
  addDays,
  type CalendarDate,
  firstOfMonth,
  isoDate,
  parseIsoDate,
} from '../../../shared/domain/calendar.ts';
import { type Money, money, mostMoney } from '../../../shared/domain/money.ts';
import { addressId } from '../../ui/address-id.ts';

type ListInput = Input<'orders.list'>;
export type Trait = NonNullable<ListInput['has']>[number];

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
export const paymentFilters = [
  'all',
  'owing',
  'awaiting',
  'refund-due',
  'unpaid',
  'part-paid',
  'paid',
  'part-refunded',
  'refunded',
] as const satisfies readonly NonNullable<ListInput['payment']>[];
export const channelFilters = ['all', 'till', 'kiosk', 'import'] as const satisfies readonly NonNullable<
  ListInput['channel']
>[];
export const traits = ['discount', 'note', 'return'] as const satisfies readonly Trait[];
export const daysFilters = ['all', 'today', 'yesterday', 'week', 'days30', 'month', 'custom'] as const;
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
  readonly customer: number | null;
  /** Paid by it, or to be. */
  readonly tender: number | null;
  readonly channel: (typeof channelFilters)[number];
  /** Who placed it. */
  readonly person: number | null;
  readonly least: Money | null;
  readonly most: Money | null;
  readonly has: readonly Trait[];
  /** The days that orders are for. */
  readonly forFrom: CalendarDate | null;
  readonly forTo: CalendarDate | null;
  readonly product: number | null;
};

export const noFilter: OrderFilter = {
  text: '',
  status: 'all',
  kind: 'all',
  payment: 'all',
  days: 'all',
  from: null,
  to: null,
  customer: null,
  tender: null,
  channel: 'all',
  person: null,
  least: null,
  most: null,
  has: [],
  forFrom: null,
  forTo: null,
  product: null,
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
    from: dateIn(query.from),
    to: dateIn(query.to),
    customer: addressId(query.customer),
    tender: addressId(query.tender),
    channel: channelFilters.find((one) => one === query.channel) ?? 'all',
    person: addressId(query.person),
    least: amountIn(query.least),
    most: amountIn(query.most),
    has: traitsIn(query.has),
    forFrom: dateIn(query['for-from']),
    forTo: dateIn(query['for-to']),
    product: addressId(query.product),
  };
}

function dateIn(written: string | undefined): CalendarDate | null {
  return written === undefined ? null : parseIsoDate(written);
}

/** Minor units. */
function amountIn(written: string | undefined): Money | null {
  if (written === undefined || !/^\d{1,13}$/.test(written)) return null;
  const amount = Number(written);
  return amount <= mostMoney ? money(amount) : null;
}

function traitsIn(written: string | undefined): readonly Trait[] {
  const named = written?.split('.') ?? [];
  return traits.filter((trait) => named.includes(trait));
}

/** The same as an address carries it; what is not narrowed is left out. */
export function orderFilterQuery(filter: OrderFilter): Query {
  const { text, status, kind, payment, days, from, to, channel } = filter;
  const isCustom = days === 'custom';
  const unless = (all: string, value: string) => (value === all ? undefined : value);
  const date = (day: CalendarDate | null) => (day === null ? undefined : isoDate(day));
  const number = (value: number | null) => (value === null ? undefined : String(value));
  return {
    text: text.slice(0, longestText),
    status: unless('all', status),
    kind: unless('all', kind),
    payment: unless('all', payment),
    days: unless('all', days),
    from: isCustom ? date(from) : undefined,
    to: isCustom ? date(to) : undefined,
    customer: number(filter.customer),
    tender: number(filter.tender),
    channel: unless('all', channel),
    person: number(filter.person),
    least: number(filter.least),
    most: number(filter.most),
    has: unless('', filter.has.join('.')),
    'for-from': date(filter.forFrom),
    'for-to': date(filter.forTo),
    product: number(filter.product),
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
    case 'days30':
      return { fromDate: addDays(today, -29), toDate: today };
    case 'month':
      return { fromDate: firstOfMonth(today), toDate: today };
    case 'custom': {
      const [fromDate, toDate] = inOrder(from, to);
      return { fromDate, toDate };
    }
  }
}

/** Two ends as they were meant, whichever was typed first. */
function inOrder<T extends number>(one: T | null, other: T | null): readonly [T | null, T | null] {
  return one !== null && other !== null && one > other ? [other, one] : [one, other];
}

type FilterInput = Required<Input<'orders.sums'>>;

/** What main is asked with a filter. */
export function orderFilterInput(filter: OrderFilter, today: CalendarDate): FilterInput {
  const [totalFrom, totalTo] = inOrder(filter.least, filter.most);
  const [forFrom, forTo] = inOrder(filter.forFrom, filter.forTo);
  const { status, kind, payment, channel } = filter;
  return {
    text: filter.text.trim(),
    ...{ status, kind, payment, channel, totalFrom, totalTo, forFrom, forTo },
    ...daysSpan(filter, today),
    customerId: filter.customer,
    tenderId: filter.tender,
    staffId: filter.person,
    has: [...filter.has],
    productId: filter.product,
  };
}

export function isFiltered(filter: OrderFilter): boolean {
  return Object.values(orderFilterQuery({ ...filter, text: filter.text.trim() })).some(Boolean);
}

/** A list that waits for somebody, as one press narrows to it. */
export const queues = ['due', 'overdue', 'owing', 'awaiting'] as const;
export type Queue = (typeof queues)[number];

const queueFilters: Readonly<Record<Queue, OrderFilter>> = {
  due: { ...noFilter, status: 'due' },
  overdue: { ...noFilter, status: 'overdue' },
  owing: { ...noFilter, payment: 'owing' },
  awaiting: { ...noFilter, payment: 'awaiting' },
};

/** Nothing but the queue, so that the list holds what the queue counts. */
export function queueFilter(queue: Queue): OrderFilter {
  return queueFilters[queue];
}

/** The queue that the list is narrowed to and to nothing else. */
export function queueOf(filter: OrderFilter): Queue | null {
  const written = (one: OrderFilter) => JSON.stringify(orderFilterQuery(one));
  return queues.find((queue) => written(queueFilters[queue]) === written(filter)) ?? null;
}

/** Whether the list is narrowed to this queue, whatever else narrows it. */
export function isInQueue(filter: OrderFilter, queue: Queue): boolean {
  const { status, payment } = queueFilters[queue];
  return payment === 'all' ? filter.status === status : filter.payment === payment;
}
