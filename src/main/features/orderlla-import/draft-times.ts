import { addDays, businessDateOf, type CalendarDate, isoDate } from '../../../shared/domain/calendar.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { ForeignRow } from '../../database/read-foreign-tables.ts';
import type { DraftParts } from './draft-parts.ts';
import { noonOf, readTime, type SourceTime } from './source-values.ts';

export type OrderTimes = {
  readonly placedAt: number;
  readonly businessDate: CalendarDate;
  readonly deliveryDate: CalendarDate;
  readonly movedAt: number | null;
};

/** Orderlla's own rule for orders older than its column for the day of the order. */
const daysBeforePromise = 3;

type Order = { readonly oldId: number; readonly status: OrderStatus };

/**
 * When an order was placed, is promised, and came to its status. Where only a day is known it is noon by the shop's
 * clock; where nothing is known the nearest day that is, and the person is told which.
 */
export function readOrderTimes(row: ForeignRow, order: Order, parts: DraftParts): OrderTimes {
  const { shop, now, odd } = parts;
  const read = (value: string | null | undefined): SourceTime | null => {
    const time = readTime(value, shop);
    if (time?.form === 'offset') odd.note('times-with-offset', order.oldId);
    if (time?.form === 'local') odd.note('times-without-offset', order.oldId);
    return time;
  };
  const promised = read(row.delivery_date);
  const cancelled = order.status === 'cancelled' ? read(row.cancellation_timestamp) : null;
  const arrived = order.status === 'delivered' ? read(row.actual_delivery_date) : null;
  const placed = read(row.order_date) ?? guessPlaced(order, { promised, ended: cancelled ?? arrived }, parts);
  const deliveryDate = promised?.date ?? addDays(placed.date, shop.deliveryDays);
  if (!promised) odd.note('delivery-date-missing', order.oldId);
  const moved = movedTime(order, { placed, promised, cancelled, arrived }, parts);
  const at = (time: SourceTime): number => time.at ?? noonOf(time.date, shop.timeZone);
  let placedAt = at(placed);
  let movedAt = moved && at(moved);
  if (movedAt !== null && movedAt < placedAt) {
    // Of the order only the day is known, and it ended in that day's morning.
    if (placed.at === null && moved?.date === placed.date) placedAt = movedAt;
    else {
      odd.note('ended-before-placed', order.oldId);
      movedAt = placedAt;
    }
  }
  if (placedAt > now || (movedAt ?? 0) > now) odd.note('in-the-future', order.oldId);
  placedAt = Math.min(placedAt, now);
  const { timeZone, dayStartMinutes } = shop;
  return {
    placedAt,
    businessDate: businessDateOf(placedAt, timeZone, dayStartMinutes),
    deliveryDate,
    movedAt: movedAt === null ? null : Math.min(movedAt, now),
  };
}

type Known = { readonly promised: SourceTime | null; readonly ended: SourceTime | null };

/** The promised day less three, else the day it ended, else today. */
function guessPlaced(
  { oldId }: Order,
  { promised, ended }: Known,
  { shop, now, odd }: DraftParts,
): SourceTime {
  const { timeZone, dayStartMinutes } = shop;
  const guess = promised ? addDays(promised.date, -daysBeforePromise) : ended?.date;
  const date = guess ?? businessDateOf(now, timeZone, dayStartMinutes);
  odd.note(guess === undefined ? 'order-date-missing' : 'order-date-guessed', `${oldId} (${isoDate(date)})`);
  return { date, at: null, form: 'day' };
}

type Times = {
  readonly placed: SourceTime;
  readonly promised: SourceTime | null;
  readonly cancelled: SourceTime | null;
  readonly arrived: SourceTime | null;
};

function movedTime({ oldId, status }: Order, times: Times, { odd }: DraftParts): SourceTime | null {
  const { placed, promised, cancelled, arrived } = times;
  switch (status) {
    case 'received':
      return null;
    case 'cancelled':
      if (!cancelled) odd.note('cancelled-without-time', oldId);
      return cancelled ?? placed;
    case 'delivered':
      if (!arrived) odd.note('delivered-without-day', oldId);
      if (arrived && promised && arrived.date < promised.date) odd.note('delivered-early', oldId);
      return arrived ?? promised ?? placed;
    case 'shipped':
    case 'in-transit':
      return placed;
  }
}
