import type { Input } from '../../../shared/contract/index.ts';
import { exceptionKinds } from '../../../shared/domain/audit-kinds.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  isoDate,
  parseIsoDate,
} from '../../../shared/domain/calendar.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { addressId } from '../../ui/address-id.ts';

export const ranges = ['today', 'week', 'month', 'custom'] as const;
/** From which share of the price on a discount is large, in percent. */
export const discountShares = ['10', '20', '30', '50'] as const;
/** As many days as main looks at together. */
export const mostDays = 400;

type RowsInput = Input<'audit.exceptionRows'>;

/** What the exceptions are looked at by; it stands in the window's address. */
export type ExceptionsView = {
  readonly range: (typeof ranges)[number];
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly share: (typeof discountShares)[number];
  /** The figure that is open, and whose it is. */
  readonly kind: RowsInput['kind'] | null;
  readonly person: RowsInput['person'];
};

type Query = Readonly<Record<string, string | undefined>>;

export function readExceptionsView(query: Query): ExceptionsView {
  return {
    range: ranges.find((one) => one === query.range) ?? 'week',
    from: query.from === undefined ? null : parseIsoDate(query.from),
    to: query.to === undefined ? null : parseIsoDate(query.to),
    share: discountShares.find((one) => one === query.share) ?? '20',
    kind: exceptionKinds.find((one) => one === query.kind) ?? null,
    person: addressId(query.who) ?? (query.who === 'nobody' ? 'nobody' : 'all'),
  };
}

export function exceptionsQuery({ range, from, to, share, kind, person }: ExceptionsView): Query {
  const isCustom = range === 'custom';
  return {
    range: range === 'week' ? undefined : range,
    from: isCustom && from !== null ? isoDate(from) : undefined,
    to: isCustom && to !== null ? isoDate(to) : undefined,
    share: share === '20' ? undefined : share,
    kind: kind ?? undefined,
    who: kind === null || person === 'all' ? undefined : String(person),
  };
}

/** The days to look at, both included. Ends that were swapped are put right, an open end is today. */
export function exceptionsSpan(view: ExceptionsView, today: CalendarDate): Input<'audit.exceptions'> {
  const discountShare = percent(Number(view.share));
  switch (view.range) {
    case 'today':
      return { from: today, to: today, discountShare };
    case 'week':
      return { from: addDays(today, -6), to: today, discountShare };
    case 'month':
      return { from: addDays(today, -29), to: today, discountShare };
    case 'custom': {
      const [from, to] = [view.from ?? today, view.to ?? today];
      return from > to ? { from: to, to: from, discountShare } : { from, to, discountShare };
    }
  }
}

/** Whether main would look at so many days together. */
export function isTooLong({ from, to }: Pick<Input<'audit.exceptions'>, 'from' | 'to'>): boolean {
  return daysBetween(from, to) >= mostDays;
}
