import { sumOf } from './arithmetic.ts';
import type { ModelOrder, ModelPayment, ModelRefund, ModelShop } from './model-shop.ts';

/** What an order came to when it was last priced, cash rounding included. */
export function totalOf({ lines, rounding }: Pick<ModelOrder, 'lines' | 'rounding'>): number {
  return sumOf(lines, (line) => line.net + line.tax) + rounding;
}

export function paidOf({ payments }: ModelOrder): number {
  return sumOf(payments, (one) => one.amount);
}

export function refundsOf({ refunds }: ModelShop, order: ModelOrder): readonly ModelRefund[] {
  return refunds.filter((one) => one.order === order);
}

export function refundedOf(shop: ModelShop, order: ModelOrder): number {
  const settled = refundsOf(shop, order).filter((one) => one.state === 'settled');
  return sumOf(settled, (one) => one.amount);
}

/** What an order costs now. */
export function costNow(order: ModelOrder): number {
  return order.status === 'cancelled' ? 0 : Math.max(0, totalOf(order) - order.credited);
}

/** What is still to be paid. */
export function openOf(shop: ModelShop, order: ModelOrder): number {
  return Math.max(0, costNow(order) - paidOf(order) + refundedOf(shop, order));
}

export function onItsWay(shop: ModelShop, order: ModelOrder): number {
  const pending = refundsOf(shop, order).filter(
    (one) => one.state === 'awaiting' || one.state === 'initiated',
  );
  return sumOf(pending, (one) => one.amount);
}

/** What must go back and is not on its way. */
export function dueBackOf(shop: ModelShop, order: ModelOrder): number {
  return Math.max(0, paidOf(order) - refundedOf(shop, order) - onItsWay(shop, order) - costNow(order));
}

/** What of a payment may still go back: failed and voided refunds free it again. */
export function refundableOf(
  shop: ModelShop,
  order: ModelOrder,
  { paymentNo, amount }: ModelPayment,
): number {
  const live = refundsOf(shop, order).filter(
    (one) => one.paymentNo === paymentNo && one.state !== 'failed' && one.state !== 'voided',
  );
  return amount - sumOf(live, (one) => one.amount);
}
