import { type CalendarDate, dayNumber } from '../../../shared/domain/calendar.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { SampleOrder } from './generate-orders.ts';
import type { SampleProduct } from './sample-catalogue.ts';

/** Goods that came in, an hour before the first order of their week; `opening` is the stock of the first day. */
export type SampleReceipt = {
  readonly productKey: string;
  readonly type: 'opening' | 'receipt';
  readonly quantity: Quantity;
  readonly receivedAt: number;
};

/** The statuses whose goods have left the shelf; what is received is only reserved. */
const taken: ReadonlySet<string> = new Set(['shipped', 'in-transit', 'delivered']);

/**
 * The goods that must have come in for the orders to leave what the catalogue says is on hand.
 *
 * Each week brings what it sells. Where the catalogue wants less on hand than a healthy shelf, the last
 * weeks' receipts are cut by the difference: the low stock has a history, and so has the negative one.
 */
export function planReceipts(
  products: readonly SampleProduct[],
  orders: readonly SampleOrder[],
): readonly SampleReceipt[] {
  const first = orders[0];
  if (first === undefined) return [];
  const weekStarts: number[] = [];
  const sold = new Map<string, number[]>();
  for (const order of orders) {
    const week = weekOf(first.placedDate, order.placedDate);
    weekStarts[week] ??= order.placedAt - 3_600_000;
    if (!taken.has(order.status)) continue;
    for (const line of order.lines) {
      const weeks = sold.get(line.productKey) ?? [];
      weeks[week] = (weeks[week] ?? 0) + line.quantity;
      sold.set(line.productKey, weeks);
    }
  }
  const start = first.placedAt - 3_600_000;
  return products
    .flatMap((product) => receiptsOf(product, sold.get(product.key) ?? [], weekStarts, start))
    .sort((a, b) => a.receivedAt - b.receivedAt);
}

function receiptsOf(
  { key, stock }: SampleProduct,
  sold: readonly (number | undefined)[],
  weekStarts: readonly (number | undefined)[],
  start: number,
): SampleReceipt[] {
  if (stock === null) return [];
  const arrivals = [...sold];
  const opening = Math.max(stock.onHand, stock.reorderLevel * 2);
  let surplus = opening - stock.onHand;
  for (let week = arrivals.length - 1; week >= 0 && surplus > 0; week -= 1) {
    const cut = Math.min(surplus, arrivals[week] ?? 0);
    arrivals[week] = (arrivals[week] ?? 0) - cut;
    surplus -= cut;
  }
  const receipts: SampleReceipt[] = [
    {
      productKey: key,
      type: 'opening',
      quantity: quantity(opening - surplus),
      receivedAt: start - 3_600_000,
    },
  ];
  for (const [week, arrived] of arrivals.entries()) {
    if (arrived === undefined || arrived === 0) continue;
    const receivedAt = weekStarts[week] ?? start;
    receipts.push({ productKey: key, type: 'receipt', quantity: quantity(arrived), receivedAt });
  }
  return receipts;
}

function weekOf(first: CalendarDate, date: CalendarDate): number {
  return Math.floor((dayNumber(date) - dayNumber(first)) / 7);
}
