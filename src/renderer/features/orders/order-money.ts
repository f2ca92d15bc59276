import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, money, negateMoney } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

export type TotalRow = {
  readonly key: string;
  readonly label: string;
  readonly amount: Money;
  readonly weight: 'normal' | 'muted' | 'total' | 'open';
};

/** What a person still owes for an order, or is owed; cancelled orders cost nothing. */
export function openAmount(order: Pick<OrderDetail, 'total' | 'paid' | 'refunded' | 'status'>): Money {
  return money((order.status === 'cancelled' ? 0 : order.total) - order.paid + order.refunded);
}

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
  add('paid', text('orders.paid'), order.paid);
  if (order.refunded !== 0) add('refunded', text('orders.refunded'), negateMoney(order.refunded));
  const open = openAmount(order);
  if (open > 0) add('open', text('orders.still-open'), open, 'open');
  if (open < 0) add('refund', text('orders.to-refund'), negateMoney(open), 'open');
  return rows;
}
