import { isCalendarDate, isoDate } from '../../shared/domain/calendar.ts';
import type { Metric } from '../../shared/domain/kpi.ts';
import type { Picked } from './picked.ts';
import type { Place } from './row-words.ts';

export type ListPlace = Place & { readonly words: 'see-orders' | 'see-low' };

type Query = Readonly<Record<string, string>>;

/** Figures of orders placed: every one of them in the range, and nothing else. */
const ofPlaced: ReadonlySet<Metric> = new Set(['orders', 'sales', 'grossSales']);

const ofNow: Partial<Record<Metric, ListPlace>> = {
  openOrders: orders({ status: 'open' }),
  dueOrders: orders({ status: 'due' }),
  overdueOrders: orders({ status: 'overdue' }),
  owed: orders({ payment: 'owing' }),
  lowStock: { path: '/stock', right: 'see-products', words: 'see-low' },
};

/**
 * The list that shows the very orders behind a figure; null where none does. A figure that counts by another day than
 * the one an order was placed on has no such list, nor has one that leaves some orders out.
 */
export function listPlace({ metric, part, from, to }: Picked): ListPlace | null {
  const now = ofNow[metric];
  if (now !== undefined) return part.kind === 'all' ? now : null;
  const days = daysQuery(from, to);
  if (days === null) return null;
  if (metric === 'discounts' && part.kind === 'all') return orders({ ...days, has: 'discount' });
  if (!ofPlaced.has(metric)) return null;
  switch (part.kind) {
    case 'all':
      return orders(days);
    case 'status':
      return orders({ ...days, status: part.key });
    case 'staff':
      return part.key === '' ? null : orders({ ...days, person: part.key });
    case 'customer':
      return orders({ ...days, customer: part.key });
    default:
      return null;
  }
}

function orders(query: Query): ListPlace {
  return { path: '/orders', query, right: 'see-orders', words: 'see-orders' };
}

function daysQuery(from: number, to: number): Query | null {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return null;
  return { days: 'custom', from: isoDate(from), to: isoDate(to) };
}
