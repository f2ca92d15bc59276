import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, negateMoney } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

export type TotalRow = {
  readonly key: string;
  readonly label: string;
  readonly amount: Money;
  readonly weight: 'normal' | 'muted' | 'total' | 'open';
};

/** How an order comes to its total and what of it is paid, as rows from top to bottom. */
export function totalRows(order: OrderDetail, text: AppText, format: Format): readonly TotalRow[] {
  const rows: TotalRow[] = [];
  const add = (key: string, label: string, amount: Money, weight: TotalRow['weight'] = 'normal') =>
    rows.push({ key, label, amount, weight });
  add('subtotal', text('orders.subtotal'), order.subtotal);
  if (order.lineDiscount !== 0)
    add('line-discount', text('orders.line-discounts'), negateMoney(order.lineDiscount));
  if (order.orderDiscount !== 0) {
    const { orderDiscountRate: rate } = order;
    const label =
      rate === null
        ? text('orders.order-discount')
        : text('orders.order-discount-percent', { percent: format.percent(rate) });
    add('order-discount', label, negateMoney(order.orderDiscount));
  }
  const taxes = (weight: TotalRow['weight']) => {
    for (const [index, { name, rate, amount }] of order.taxes.entries()) {
      const key = order.pricesIncludeTax ? 'orders.tax-included' : 'orders.tax-added';
      add(`tax ${index}`, text(key, { name, percent: format.percent(rate) }), amount, weight);
    }
  };
  if (!order.pricesIncludeTax) taxes('normal');
  if (order.rounding !== 0) add('rounding', text('orders.rounding'), order.rounding);
  add('total', text('orders.total'), order.total, 'total');
  if (order.pricesIncludeTax) taxes('muted');
  if (order.credited !== 0) add('credited', text('orders.credited'), negateMoney(order.credited));
  add('paid', text('orders.paid'), order.paid);
  if (order.refunded !== 0) add('refunded', text('orders.refunded'), negateMoney(order.refunded));
  if (order.refundPending !== 0) add('pending', text('orders.refund-pending'), order.refundPending, 'open');
  if (order.open > 0) add('open', text('orders.still-open'), order.open, 'open');
  if (order.dueBack > 0) add('refund', text('orders.to-refund'), order.dueBack, 'open');
  return rows;
}
