import {
  addDays,
  type CalendarDate,
  dateParts,
  dayNumber,
  localParts,
  startOfBusinessDate,
} from '../../../shared/domain/calendar.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import type { OrderKind, OrderStatus } from '../../../shared/domain/order-status.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { basketFiller, type SampleOrderLine } from './fill-basket.ts';
import { ordersOn, orderTimes } from './order-demand.ts';
import { type OrderProgress, orderProgress, plannedProgress } from './order-progress.ts';
import type { SampleCatalogue } from './sample-catalogue.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** How a generated order was paid; who loads it finds the shop's tender of that kind. */
export type SampleTender = 'cash' | 'card' | 'upi';

/** A generated order: what was bought, not what it cost. Instants are milliseconds UTC. */
export type SampleOrder = {
  readonly placedAt: number;
  /** The business date of `placedAt`. */
  readonly placedDate: CalendarDate;
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly lines: readonly SampleOrderLine[];
  readonly orderDiscount: Discount | null;
  /** Place in the catalogue's customers; null for a walk-in. */
  readonly customerIndex: number | null;
  readonly staffIndex: number;
  readonly tender: SampleTender;
  /** When it was paid in full; null where it is still to be paid, or never will be. */
  readonly paidAt: number | null;
  readonly deliveryDate: CalendarDate | null;
  readonly deliveredAt: number | null;
  readonly cancelledAt: number | null;
  /** When a cancelled order's money went back; null while it awaits that, or nothing was paid. */
  readonly refundedAt: number | null;
};

export type GenerateOrdersInput = {
  readonly catalogue: SampleCatalogue;
  readonly seed: number;
  readonly now: number;
  /** The business date of `now`. */
  readonly today: CalendarDate;
  readonly timeZone: string;
  readonly dayStartMinutes: number;
};

/** Days of trading, today included. */
export const sampleDays = 365;

/**
 * A year of orders that ends now: the same for the same input, in the order in which they were placed.
 *
 * Today's run as far as the clock says; where the shop has hardly opened, a part of the day is moved before
 * now, so that today's figures are never empty on a first look.
 */
export function generateOrders(input: GenerateOrdersInput): readonly SampleOrder[] {
  const random = seededRandom(input.seed);
  const fillBasket = basketFiller(input.catalogue.products, random);
  const orders: SampleOrder[] = [];
  for (let daysAgo = sampleDays - 1; daysAgo >= 0; daysAgo -= 1) {
    const date = addDays(input.today, -daysAgo);
    const planned = orderTimes(date, ordersOn(date, 1 - daysAgo / sampleDays, random), random).map((second) =>
      wallClock(date, second, input.timeZone),
    );
    const times = daysAgo === 0 ? timesOfToday(planned, input, random) : planned;
    for (const [place, placedAt] of times.entries()) {
      const { hour, minute } = localParts(placedAt, input.timeZone);
      const progress =
        plannedProgress(daysAgo, place, placedAt, input) ?? orderProgress(date, placedAt, input, random);
      const lines = fillBasket(hour * 3600 + minute * 60, dateParts(date).month, progress.kind !== 'counter');
      orders.push(completeOrder(placedAt, date, lines, progress, input.catalogue, random));
    }
  }
  return orders;
}

/** The instant at which the shop's clock shows a time, on days too when clocks change. */
function wallClock(date: CalendarDate, secondOfDay: number, timeZone: string): number {
  const second = secondOfDay % 60;
  return startOfBusinessDate(date, timeZone, (secondOfDay - second) / 60) + second * 1000;
}

/** The part of today's orders that lies before now. */
function timesOfToday(
  planned: readonly number[],
  { now, today, timeZone, dayStartMinutes }: GenerateOrdersInput,
  random: SeededRandom,
): readonly number[] {
  const past = planned.filter((placedAt) => placedAt <= now);
  const enough = Math.floor(planned.length * 0.4);
  if (past.length >= enough) return past;
  const from = Math.max(startOfBusinessDate(today, timeZone, dayStartMinutes), now - 3 * 3_600_000);
  if (now - from < 1_800_000) return past;
  return planned
    .slice(0, enough)
    .map(() => random.whole(from, now))
    .sort((a, b) => a - b);
}

function completeOrder(
  placedAt: number,
  placedDate: CalendarDate,
  lines: readonly SampleOrderLine[],
  progress: OrderProgress,
  catalogue: SampleCatalogue,
  random: SeededRandom,
): SampleOrder {
  const known = progress.kind !== 'counter' || random.chance(0.24);
  const customerIndex = known ? regular(catalogue.customers.length, random) : null;
  const reduced = random.chance(known ? 0.06 : 0.012);
  const { prepaid, ...state } = progress;
  const paidAt = prepaid ? placedAt : state.deliveredAt;
  return {
    placedAt,
    placedDate,
    ...state,
    lines,
    orderDiscount: reduced ? { kind: 'percent', rate: percent(random.chance(0.6) ? 5 : 10) } : null,
    customerIndex,
    staffIndex: staffOn(placedDate, catalogue.staff.length, random),
    tender: tenderFor(progress, random),
    paidAt,
  };
}

/** Some customers come every week, most now and then. */
function regular(count: number, random: SeededRandom): number {
  return Math.floor(random.next() ** 1.9 * count);
}

/** Two of the staff work each day; who, turns with the days. */
function staffOn(date: CalendarDate, count: number, random: SeededRandom): number {
  const turn = dayNumber(date);
  return (turn + (random.chance(0.6) ? 0 : 1)) % count;
}

function tenderFor({ kind, prepaid }: OrderProgress, random: SeededRandom): SampleTender {
  const weights = kind !== 'counter' && prepaid ? [0, 70, 30] : [36, 46, 18];
  return (['cash', 'card', 'upi'] as const)[random.weighted(weights)] ?? 'cash';
}
