import { expect } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { sumOf } from './arithmetic.ts';
import { type ModelOrder, type ModelRefund, type ModelShop, todayOf } from './model-shop.ts';
import {
  costNow,
  dueBackOf,
  onItsWay,
  openOf,
  paidOf,
  refundableOf,
  refundedOf,
  totalOf,
} from './order-money.ts';
import { returnedOf } from './return-oracles.ts';

/** What windows are shown: the queues, today's figures, and an order as its panel has it. */
export async function expectAnswers(shop: ModelShop, test: TestApp, orderId: number | null): Promise<void> {
  expect(await test.ask('orders.queues', {})).toEqual(queuesOf(shop));
  const { orders, openOrders, awaitingRefund } = await test.ask('dashboard.today', {});
  expect(orders.today).toBe(shop.orders.filter((one) => one.date === todayOf(shop)).length);
  const { open, due, overdue, refundsAwaiting, refundsFailed } = queuesOf(shop);
  expect(openOrders).toMatchObject({ open, due, overdue });
  expect(awaitingRefund.amount).toBe(refundsAwaiting.amount + refundsFailed.amount);
  const order = orderId === null ? shop.orders.at(-1) : shop.orders[orderId - 1];
  if (order) expect(await test.ask('orders.get', { orderId: order.id })).toMatchObject(panelOf(shop, order));
}

const together = (refunds: readonly ModelRefund[]) => ({
  count: refunds.length,
  amount: sumOf(refunds, (one) => one.amount),
});

function queuesOf(shop: ModelShop) {
  const today = todayOf(shop);
  const open = shop.orders.filter((one) => one.status !== 'delivered' && one.status !== 'cancelled');
  const dated = (fits: (date: number) => boolean): number =>
    open.filter(({ deliveryDate }) => deliveryDate !== null && fits(deliveryDate)).length;
  const owing = shop.orders.filter((one) => one.status !== 'cancelled' && openOf(shop, one) > 0);
  const inState = (state: ModelRefund['state']) =>
    together(shop.refunds.filter((one) => one.state === state));
  return {
    ...{ open: open.length, due: dated((date) => date === today), overdue: dated((date) => date < today) },
    owing: { count: owing.length, amount: sumOf(owing, (one) => openOf(shop, one)) },
    // Only customers at the kiosk announce what they pay by.
    awaiting: together([]),
    refundsAwaiting: inState('awaiting'),
    refundsInitiated: inState('initiated'),
    refundsFailed: inState('failed'),
  };
}

/** Derived from the money alone: what is still to be paid comes before what once went back. */
function paymentStatusOf(shop: ModelShop, order: ModelOrder): string {
  const cost = costNow(order);
  const refunded = refundedOf(shop, order);
  const kept = paidOf(order) - refunded;
  if (kept > cost) return 'refund-due';
  if (kept < cost) return kept > 0 ? 'part-paid' : 'unpaid';
  if (refunded > 0) return kept > 0 ? 'part-refunded' : 'refunded';
  return kept === 0 && order.status === 'cancelled' ? 'unpaid' : 'paid';
}

function panelOf(shop: ModelShop, order: ModelOrder) {
  const { id, status, revision, credited, kind, deliveredAt } = order;
  const isBack = shop.returns.some((one) => one.order === order);
  const mayUndo = kind !== 'counter' && status === 'delivered' && !isBack;
  return {
    ...{ id, status, revision, credited, total: totalOf(order), paid: paidOf(order) },
    invoiceNumber: shop.invoices.includes(id) ? String(shop.invoices.indexOf(id) + 1) : null,
    open: openOf(shop, order),
    dueBack: dueBackOf(shop, order),
    refunded: refundedOf(shop, order),
    refundPending: onItsWay(shop, order),
    paymentStatus: paymentStatusOf(shop, order),
    undoUntil: mayUndo ? (deliveredAt ?? 0) + 15 * 60_000 : null,
    lines: order.lines.map(({ lineNo }) => ({ lineNo, returned: returnedOf(shop, order, lineNo) })),
    payments: order.payments.map((one) => ({
      paymentNo: one.paymentNo,
      refundable: refundableOf(shop, order, one),
    })),
  };
}
