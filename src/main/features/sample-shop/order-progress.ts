import {
  addDays,
  type CalendarDate,
  daysBetween,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import type { OrderKind, OrderStatus } from '../../../shared/domain/order-status.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What became of an order until now. `prepaid`: paid when placed, otherwise when handed over. */
export type OrderProgress = {
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly prepaid: boolean;
  readonly deliveryDate: CalendarDate | null;
  readonly deliveredAt: number | null;
  readonly cancelledAt: number | null;
  readonly refundedAt: number | null;
};

type Now = { readonly now: number; readonly today: CalendarDate; readonly timeZone: string };

const hour = 3_600_000;
const day = 24 * hour;

type Planned = {
  readonly daysAgo: number;
  readonly dueIn: number;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly prepaid: boolean;
};

/** Orders of the last week that are there whatever chance says: one of each state, two overdue, one to refund. */
const planned: readonly Planned[] = [
  { daysAgo: 0, dueIn: 4, kind: 'delivery', status: 'received', prepaid: true },
  { daysAgo: 1, dueIn: 3, kind: 'delivery', status: 'received', prepaid: false },
  { daysAgo: 1, dueIn: 1, kind: 'pickup', status: 'received', prepaid: true },
  { daysAgo: 2, dueIn: 0, kind: 'pickup', status: 'received', prepaid: false },
  { daysAgo: 2, dueIn: 2, kind: 'delivery', status: 'shipped', prepaid: true },
  { daysAgo: 3, dueIn: 1, kind: 'delivery', status: 'in-transit', prepaid: true },
  { daysAgo: 3, dueIn: 1, kind: 'delivery', status: 'cancelled', prepaid: true },
  { daysAgo: 4, dueIn: 0, kind: 'delivery', status: 'shipped', prepaid: false },
  { daysAgo: 5, dueIn: -1, kind: 'delivery', status: 'received', prepaid: true },
  { daysAgo: 6, dueIn: -2, kind: 'delivery', status: 'shipped', prepaid: false },
];

/** The planned fate of the `place`-th order of a day, null where chance decides. */
export function plannedProgress(
  daysAgo: number,
  place: number,
  placedAt: number,
  { today }: Now,
): OrderProgress | null {
  const plan = planned.filter((entry) => entry.daysAgo === daysAgo)[place];
  if (plan === undefined) return null;
  const { kind, status, prepaid } = plan;
  return {
    kind,
    status,
    prepaid,
    deliveryDate: addDays(today, plan.dueIn),
    deliveredAt: null,
    cancelledAt: status === 'cancelled' ? placedAt + 5 * hour : null,
    refundedAt: null,
  };
}

/** A fate by chance: nine in ten are counter sales; the others have come as far as their days allow. */
export function orderProgress(
  placedDate: CalendarDate,
  placedAt: number,
  now: Now,
  random: SeededRandom,
): OrderProgress {
  if (!random.chance(0.08)) {
    return {
      kind: 'counter',
      status: 'delivered',
      prepaid: true,
      deliveryDate: null,
      deliveredAt: placedAt,
      cancelledAt: null,
      refundedAt: null,
    };
  }
  const kind = random.chance(0.62) ? 'delivery' : 'pickup';
  const deliveryDate = addDays(placedDate, kind === 'delivery' ? random.whole(2, 5) : random.whole(1, 3));
  const prepaid = random.chance(0.65);
  const open = {
    kind,
    prepaid,
    deliveryDate,
    deliveredAt: null,
    cancelledAt: null,
    refundedAt: null,
  } as const;
  const age = daysBetween(placedDate, now.today);
  if (age >= 2 && random.chance(0.06)) {
    const cancelledAt = placedAt + random.whole(1, 20) * hour;
    const refundedAt = prepaid && age > 12 ? cancelledAt + random.whole(1, 5) * day : null;
    return { ...open, status: 'cancelled', cancelledAt, refundedAt };
  }
  const left = daysBetween(now.today, deliveryDate);
  if (left < 0) {
    const handedOver =
      startOfBusinessDate(deliveryDate, now.timeZone, 0) + random.whole(10 * 60, 17 * 60) * 60_000;
    return { ...open, status: 'delivered', deliveredAt: handedOver };
  }
  return { ...open, status: openStatus(kind, age, left) };
}

function openStatus(kind: OrderKind, age: number, daysLeft: number): OrderStatus {
  if (kind === 'pickup' || age === 0 || daysLeft >= 3) return 'received';
  return daysLeft === 1 ? 'in-transit' : 'shipped';
}
