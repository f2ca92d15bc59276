import type { Money } from './money.ts';
import type { Right } from './rights.ts';

export const orderStatuses = ['received', 'shipped', 'in-transit', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Counter: paid and handed over at once. Pickup: collected later. Delivery: sent. */
export const orderKinds = ['counter', 'pickup', 'delivery'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** A lawful change of status and the right that it takes. */
type StatusMove = { readonly from: OrderStatus; readonly to: OrderStatus; readonly right: Right };

/**
 * Every lawful change of status. Cancelling what has left the shop is a failed delivery and takes a right
 * of its own; undoing a delivery within minutes is not a move but a correction, with the right
 * `undo-delivered`.
 */
export const statusMoves: readonly StatusMove[] = [
  { from: 'received', to: 'shipped', right: 'advance-order' },
  { from: 'received', to: 'in-transit', right: 'advance-order' },
  { from: 'received', to: 'delivered', right: 'advance-order' },
  { from: 'received', to: 'cancelled', right: 'cancel-order' },
  { from: 'shipped', to: 'in-transit', right: 'advance-order' },
  { from: 'shipped', to: 'delivered', right: 'advance-order' },
  { from: 'shipped', to: 'cancelled', right: 'cancel-shipped' },
  { from: 'in-transit', to: 'delivered', right: 'advance-order' },
  { from: 'in-transit', to: 'cancelled', right: 'cancel-shipped' },
];

/** Where an order may go from here, in the order of its way. */
export function nextStatuses(status: OrderStatus): readonly OrderStatus[] {
  return statusMoves.filter((move) => move.from === status).map((move) => move.to);
}

export function mayMove(from: OrderStatus, to: OrderStatus): boolean {
  return rightForMove(from, to) !== null;
}

/** The right that a change of status takes, null where nobody may make it. */
export function rightForMove(from: OrderStatus, to: OrderStatus): Right | null {
  return statusMoves.find((move) => move.from === from && move.to === to)?.right ?? null;
}

/** The way of an order that goes well: what one click does next. Pickups are handed over; nothing is sent. */
export function nextOnTheWay(kind: OrderKind, status: OrderStatus): OrderStatus | null {
  if (kind === 'pickup') return isOpenStatus(status) ? 'delivered' : null;
  const way: Readonly<Record<OrderStatus, OrderStatus | null>> = {
    received: 'shipped',
    shipped: 'in-transit',
    'in-transit': 'delivered',
    delivered: null,
    cancelled: null,
  };
  return way[status];
}

/** Whether goods have left the shelf: from then on cancelling brings them back instead of releasing them. */
export function hasLeftShop(status: OrderStatus): boolean {
  return status === 'shipped' || status === 'in-transit' || status === 'delivered';
}

/** How far an order may be when its customer still cancels it themselves; the shop chooses. */
export const customerCancelLimits = ['never', 'received', 'shipped'] as const;
export type CustomerCancelLimit = (typeof customerCancelLimits)[number];

/** Customers cancel their own orders until they go further than the shop says; on the way none is. */
export function customerMayCancel(status: OrderStatus, until: CustomerCancelLimit): boolean {
  if (until === 'never') return false;
  return status === 'received' || (until === 'shipped' && status === 'shipped');
}

/** Lines may be added, removed and changed until goods leave the shop. */
export function mayEditOrder(status: OrderStatus): boolean {
  return status === 'received';
}

/** How long a delivery may be undone, in milliseconds. */
export const undoDeliveredWithin = 15 * 60_000;

/** Until when a delivery may be undone; null where it may not: a counter sale is returned, not undone. */
export function undoDeliveredUntil(order: {
  readonly kind: OrderKind;
  readonly status: OrderStatus;
  readonly deliveredAt: number | null;
}): number | null {
  if (order.kind === 'counter' || order.status !== 'delivered' || order.deliveredAt === null) return null;
  return order.deliveredAt + undoDeliveredWithin;
}

/** True while something is still to be done: neither delivered nor cancelled. */
export function isOpenStatus(status: OrderStatus): boolean {
  return nextStatuses(status).length > 0;
}

/** What an order is placed as: a counter sale is handed over at once. */
export function placedStatus(kind: OrderKind): OrderStatus {
  return kind === 'counter' ? 'delivered' : 'received';
}

export const paymentStatuses = [
  'unpaid',
  'part-paid',
  'paid',
  'refund-due',
  'part-refunded',
  'refunded',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

/**
 * How an order stands with its money: derived, never stored as a choice.
 *
 * `total` is what the order costs net of returns, `paid` all payments (change taken off), `refunded` the
 * settled refunds. A cancelled order costs nothing, so whatever is left of its payments is due back. What is still
 * to be paid comes before what was once given back.
 */
export function paymentStatus(order: {
  readonly total: Money;
  readonly paid: Money;
  readonly refunded: Money;
  readonly cancelled: boolean;
}): PaymentStatus {
  const owed = order.cancelled ? 0 : order.total;
  const kept = order.paid - order.refunded;
  if (kept > owed) return 'refund-due';
  if (kept < owed) return kept > 0 ? 'part-paid' : 'unpaid';
  if (order.refunded > 0) return kept > 0 ? 'part-refunded' : 'refunded';
  return kept === 0 && order.cancelled ? 'unpaid' : 'paid';
}
