import type { Input } from '../../../shared/contract/index.ts';
import { auditGroups } from '../../../shared/domain/audit-kinds.ts';
import { addDays, type CalendarDate, isoDate, parseIsoDate } from '../../../shared/domain/calendar.ts';
import { addressId } from '../../ui/address-id.ts';

type ListInput = Omit<Input<'audit.list'>, 'cursor' | 'limit'>;

export const outcomeFilters = ['any', 'done', 'refused'] as const satisfies readonly ListInput['outcome'][];
export const daysFilters = ['all', 'today', 'week', 'month', 'custom'] as const;
/** Who is no person of the staff. */
export const otherActors = ['customer', 'kiosk', 'system', 'nobody'] as const satisfies readonly NonNullable<
  ListInput['actor']
>[];
export type OtherActor = (typeof otherActors)[number];

/** What the log is narrowed to. It stands in the window's address, so that other screens can lead here. */
export type LogFilter = {
  readonly text: string;
  /** A person by number, or who else. */
  readonly person: number | OtherActor | null;
  readonly group: (typeof auditGroups)[number] | null;
  /** One call alone; set from an entry. */
  readonly call: string | null;
  readonly outcome: (typeof outcomeFilters)[number];
  /** One refusal alone; set from an entry. */
  readonly refusal: string | null;
  /** As it is typed; what is no number narrows to nothing. */
  readonly order: string;
  readonly days: (typeof daysFilters)[number];
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
};

export const noFilter: LogFilter = {
  text: '',
  person: null,
  group: null,
  call: null,
  outcome: 'any',
  refusal: null,
  order: '',
  days: 'all',
  from: null,
  to: null,
};

type Query = Readonly<Record<string, string | undefined>>;

/** As long as main takes a text and a key. */
const longest = 100;
const keyForm = /^[!-~]{1,60}$/u;

/** Reads the filter from an address; whatever it does not know there it leaves out. */
export function readLogFilter(query: Query): LogFilter {
  const key = (written: string | undefined) =>
    written !== undefined && keyForm.test(written) ? written : null;
  return {
    text: (query.text ?? '').slice(0, longest),
    person: addressId(query.person) ?? otherActors.find((one) => one === query.person) ?? null,
    group: auditGroups.find((one) => one === query.group) ?? null,
    call: key(query.call),
    outcome: outcomeFilters.find((one) => one === query.outcome) ?? 'any',
    refusal: key(query.refusal),
    order: (query.order ?? '').slice(0, 20),
    days: daysFilters.find((one) => one === query.days) ?? 'all',
    from: query.from === undefined ? null : parseIsoDate(query.from),
    to: query.to === undefined ? null : parseIsoDate(query.to),
  };
}

/** The same as an address carries it; what is not narrowed is left out. */
export function logFilterQuery(filter: LogFilter): Query {
  const { person, outcome, days, from, to } = filter;
  const isCustom = days === 'custom';
  return {
    text: filter.text.slice(0, longest),
    person: person === null ? undefined : String(person),
    group: filter.group ?? undefined,
    call: filter.call ?? undefined,
    outcome: outcome === 'any' ? undefined : outcome,
    refusal: filter.refusal ?? undefined,
    order: filter.order,
    days: days === 'all' ? undefined : days,
    from: isCustom && from !== null ? isoDate(from) : undefined,
    to: isCustom && to !== null ? isoDate(to) : undefined,
  };
}

/** The first and last business date of a filter, null where it has no such end. Swapped ends are put right. */
export function daysSpan({ days, from, to }: Pick<LogFilter, 'days' | 'from' | 'to'>, today: CalendarDate) {
  switch (days) {
    case 'all':
      return { from: null, to: null };
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: addDays(today, -29), to: today };
    case 'custom':
      return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
  }
}

/** The order that was typed, null while it is none. */
export function typedOrder({ order }: Pick<LogFilter, 'order'>): number | null {
  return addressId(order.trim().replace(/^#/u, ''));
}

/** What main is asked with a filter. */
export function logInput(filter: LogFilter, today: CalendarDate): ListInput {
  const { person } = filter;
  return {
    text: filter.text.trim(),
    staffId: typeof person === 'number' ? person : null,
    actor: typeof person === 'string' ? person : null,
    group: filter.group,
    call: filter.call,
    orderId: typedOrder(filter),
    outcome: filter.outcome,
    refusal: filter.refusal,
    ...daysSpan(filter, today),
  };
}

export function isFiltered(filter: LogFilter): boolean {
  return Object.values(logFilterQuery(filter)).some((one) => one !== undefined && one.trim() !== '');
}
