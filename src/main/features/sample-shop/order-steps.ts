import { addDays, type CalendarDate, startOfBusinessDate } from '../../../shared/domain/calendar.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { SampleOrder } from './generate-orders.ts';

/** A step that an order took, and when. */
export type OrderStep = { readonly to: OrderStatus; readonly at: number };

type Walked = Pick<
  SampleOrder,
  'kind' | 'status' | 'placedAt' | 'placedDate' | 'deliveryDate' | 'deliveredAt'
>;

const hour = 3_600_000;

/**
 * The steps that brought an order to its status: packed and shipped on the morning after it was placed, out on the
 * morning of its delivery, handed over when it was. A counter sale and what is only received took none; what was
 * cancelled was cancelled in the shop.
 */
export function orderSteps(order: Walked, { now, timeZone }: { now: number; timeZone: string }): OrderStep[] {
  const { kind, status, placedAt, placedDate, deliveryDate, deliveredAt } = order;
  if (kind === 'counter' || status === 'received' || status === 'cancelled') return [];
  const delivered = deliveredAt === null ? [] : [{ to: 'delivered', at: deliveredAt } as const];
  if (kind === 'pickup') return delivered;
  const end = deliveredAt ?? now;
  const morning = (date: CalendarDate, hourOfDay: number): number =>
    startOfBusinessDate(date, timeZone, hourOfDay * 60) + (placedAt % hour);
  const shippedAt = within(morning(addDays(placedDate, 1), 9), placedAt, end);
  const shipped: OrderStep = { to: 'shipped', at: shippedAt };
  if (status === 'shipped') return [shipped];
  const sentAt = within(morning(deliveryDate ?? placedDate, 8), shippedAt, end);
  return [shipped, { to: 'in-transit', at: sentAt }, ...delivered];
}

/** The instant where it lies between two others, else the middle of them. */
function within(at: number, after: number, until: number): number {
  return at > after && at <= until ? at : after + Math.floor((until - after) / 2);
}
