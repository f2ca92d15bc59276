import type { Input } from '../../src/shared/contract/index.ts';
import { type Oracle, Refusal, refuse } from './expected.ts';
import { dateOf, type ModelOrder, type ModelShop, type Role, type Status, todayOf } from './model-shop.ts';
import { dueBackOf, openOf, refundsOf, totalOf } from './order-money.ts';
import { openRefunds, sharedWishes } from './refund-oracles.ts';
import { may } from './rights.ts';
import { type SentTender, takenOf } from './take-tenders.ts';

const onward: Readonly<Record<Status, readonly Status[]>> = {
  received: ['shipped', 'in-transit', 'delivered'],
  shipped: ['in-transit', 'delivered'],
  'in-transit': ['delivered'],
  delivered: [],
  cancelled: [],
};
const undoWithin = 15 * 60_000;

export function orderNo({ orders }: ModelShop, id: number): ModelOrder {
  return orders[id - 1] ?? refuse('not-found');
}

/** Where an order stands, and what moved. */
export function standing(shop: ModelShop, order: ModelOrder, moved: object = {}) {
  const nothing = { refundAwaiting: 0, refundedInCash: 0, change: 0 };
  return { ...nothing, ...moved, status: order.status, total: totalOf(order), open: openOf(shop, order) };
}

/** Takes tenders towards what is open. Answers the change. */
export function takePayments(
  shop: ModelShop,
  order: ModelOrder,
  tenders: readonly SentTender[],
  role: Role,
): number {
  if (tenders.length === 0) return 0;
  if (!may(role, 'take-payment')) refuse('forbidden');
  const taken = takenOf(tenders, openOf(shop, order), shop.coin);
  for (const one of taken.payments) order.payments.push({ ...one, paymentNo: order.payments.length + 1 });
  order.rounding += taken.rounding;
  return taken.change;
}

/** Goods leave the shelf when they leave the shop. */
function goOn(shop: ModelShop, order: ModelOrder, to: Status): void {
  const isSentPickup = order.kind === 'pickup' && to !== 'delivered';
  if (isSentPickup || !onward[order.status].includes(to)) refuse('status-move-not-allowed');
  if (order.status === 'received') {
    for (const { product, quantity } of order.lines) {
      if (!product) continue;
      product.onHand -= quantity;
      product.reserved -= quantity;
    }
  }
  if (to === 'delivered') Object.assign(order, { before: order.status, deliveredAt: shop.now });
  order.status = to;
}

export const advanceOracle: Oracle<Input<'orders.advance'>> = (shop, input, role) => {
  const order = orderNo(shop, input.orderId);
  if (order.status !== input.from) refuse('status-move-not-allowed');
  const change = takePayments(shop, order, input.tenders, role);
  goOn(shop, order, input.to);
  if (input.to === 'delivered' && openOf(shop, order) > 0 && !input.leaveUnpaid) refuse('not-fully-paid');
  return standing(shop, order, { change });
};

/** What one click does next. */
export function nextStep({ kind, status }: ModelOrder): Status | null {
  if (kind === 'pickup')
    return status === 'received' || status === 'shipped' || status === 'in-transit' ? 'delivered' : null;
  return status === 'cancelled' ? null : (onward[status][0] ?? null);
}

export const advanceManyOracle: Oracle<Input<'orders.advanceMany'>> = (shop, input) => {
  const advanced: unknown[] = [];
  const refused: unknown[] = [];
  for (const { orderId, from } of input.orders) {
    try {
      const order = orderNo(shop, orderId);
      const to = input.to ?? nextStep(order);
      if (order.status !== from || to === null) return refuse('status-move-not-allowed');
      if (to === 'delivered' && openOf(shop, order) > 0 && !input.leaveUnpaid) refuse('not-fully-paid');
      goOn(shop, order, to);
      advanced.push({ orderId, status: to });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ orderId, code: error.message });
    }
  }
  return { advanced, refused };
};

export const undoOracle: Oracle<Input<'orders.undoDelivered'>> = (shop, { orderId }) => {
  const order = orderNo(shop, orderId);
  if (order.kind === 'counter' || order.status !== 'delivered') refuse('status-move-not-allowed');
  if (shop.now > (order.deliveredAt ?? 0) + undoWithin) refuse('undo-too-late');
  if (shop.returns.some((one) => one.order === order)) refuse('has-returns');
  if (order.before === 'received') {
    for (const { product, quantity } of order.lines) {
      if (!product) continue;
      product.onHand += quantity;
      product.reserved += quantity;
    }
  }
  // The timer would deliver it again within the hour.
  const isDue = order.before === 'in-transit' && (order.deliveryDate ?? Infinity) <= todayOf(shop);
  if (isDue) order.deliveryDate = dateOf(shop.now + 86_400_000);
  Object.assign(order, { status: order.before, deliveredAt: null, revision: order.revision + 1 });
  return standing(shop, order);
};

export const cancelOracle: Oracle<Input<'orders.cancel'>> = (
  shop,
  { orderId, refundCashNow: cashNow },
  role,
) => {
  const order = orderNo(shop, orderId);
  if (order.status === 'delivered' || order.status === 'cancelled') refuse('status-move-not-allowed');
  const wasHere = order.status === 'received';
  if (!wasHere && !may(role, 'cancel-shipped')) refuse('forbidden');
  for (const { product, quantity } of order.lines) {
    if (!product) continue;
    if (wasHere) product.reserved -= quantity;
    else product.onHand += quantity;
  }
  Object.assign(order, { status: 'cancelled', cancelledAt: shop.now });
  // What a bank sent back goes with the rest.
  for (const one of refundsOf(shop, order)) if (one.state === 'failed') one.state = 'voided';
  const wishes = sharedWishes(shop, order, dueBackOf(shop, order));
  const { refundAwaiting, refundedInCash } = openRefunds(shop, order, wishes, {
    cause: 'cancel',
    returnId: null,
    cashNow,
  });
  return standing(shop, order, { refundAwaiting, refundedInCash });
};

export const takeOracle: Oracle<Input<'payments.take'>> = (
  shop,
  { orderId, tenders, expectedOpen },
  role,
) => {
  const order = orderNo(shop, orderId);
  if (order.status === 'cancelled') refuse('order-cancelled');
  const open = openOf(shop, order);
  if (open === 0) refuse('nothing-to-pay');
  if (open !== expectedOpen) refuse('amount-changed');
  return standing(shop, order, { change: takePayments(shop, order, tenders, role) });
};

export const rescheduleOracle: Oracle<Input<'orders.reschedule'>> = (shop, { orderId, address, date }) => {
  const order = orderNo(shop, orderId);
  if (onward[order.status].length === 0) refuse('order-not-editable');
  if (order.kind === 'delivery' && address === '') refuse('delivery-details-missing');
  if (date < todayOf(shop) && date !== order.deliveryDate) refuse('delivery-date-in-past');
  order.deliveryDate = date;
  return {};
};

/** An invoice is numbered when it is first asked for, and keeps its number whatever becomes of the order. */
export const invoiceOracle: Oracle<{ readonly kind: 'invoice'; readonly orderId: number }> = (
  shop,
  { orderId },
) => {
  if (!shop.invoices.includes(orderId)) {
    if (orderNo(shop, orderId).status === 'cancelled') refuse('nothing-to-invoice');
    shop.invoices.push(orderId);
  }
  return { number: String(shop.invoices.indexOf(orderId) + 1) };
};

export const noteOracle: Oracle<Input<'orders.addNote'>> = (shop, { orderId }) => {
  orderNo(shop, orderId);
  return {};
};
