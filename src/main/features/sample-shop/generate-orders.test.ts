import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDateOf,
  type CalendarDate,
  calendarDate,
  dateParts,
  dayOfWeek,
  localParts,
} from '../../../shared/domain/calendar.ts';
import { type GenerateOrdersInput, generateOrders, type SampleOrder, sampleDays } from './generate-orders.ts';
import { planReceipts } from './plan-receipts.ts';
import { readSampleCatalogue } from './sample-catalogue.ts';

const catalogue = readSampleCatalogue(join(import.meta.dirname, '../../../../resources/sample-shop'));
const timeZone = 'Europe/Lisbon';
const now = Date.UTC(2026, 10, 22, 15, 0);

function inputAt(instant: number, more: Partial<GenerateOrdersInput> = {}): GenerateOrdersInput {
  const input = { catalogue, seed: 7, now: instant, timeZone, dayStartMinutes: 0, ...more };
  return { ...input, today: businessDateOf(instant, input.timeZone, input.dayStartMinutes) };
}

const input = inputAt(now);
const orders = generateOrders(input);

function share(test: (order: SampleOrder) => boolean): number {
  return orders.filter(test).length / orders.length;
}

function count(key: (order: SampleOrder) => number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const order of orders) counts.set(key(order), (counts.get(key(order)) ?? 0) + 1);
  return counts;
}

describe('generateOrders', () => {
  it.each([1, 2, 3, 99, -5])('makes 6,000 to 9,000 orders over a year (seed %i)', (seed) => {
    const made = generateOrders({ ...input, seed });
    expect(made.length).toBeGreaterThan(6000);
    expect(made.length).toBeLessThan(9000);
    const first = made[0]?.placedDate;
    expect(first).toBe(addDays(input.today, 1 - sampleDays));
    expect(made.at(-1)?.placedDate).toBe(input.today);
  });

  it('is the same for the same seed and another for another', () => {
    expect(generateOrders(input)).toEqual(orders);
    expect(generateOrders({ ...input, seed: 8 })).not.toEqual(orders);
  });

  it('places orders one after another, none after now, each on its business date and within opening hours', () => {
    let last = 0;
    for (const { placedAt, placedDate } of orders) {
      expect(placedAt).toBeGreaterThanOrEqual(last);
      last = placedAt;
      expect(businessDateOf(placedAt, timeZone, 0)).toBe(placedDate);
      const { hour, minute } = localParts(placedAt, timeZone);
      expect(hour * 60 + minute).toBeGreaterThanOrEqual(7 * 60 + 30);
      expect(hour * 60 + minute).toBeLessThan(18 * 60 + 30);
    }
    expect(last).toBeLessThanOrEqual(now);
  });

  it('is busiest on Saturday and before the holidays, quietest in January', () => {
    const weekday = count((order) => dayOfWeek(order.placedDate));
    const month = count((order) => dateParts(order.placedDate).month);
    for (const other of [1, 2, 3, 4, 7])
      expect(weekday.get(6)).toBeGreaterThan(1.3 * (weekday.get(other) ?? 0));
    expect(month.get(12)).toBeGreaterThan(1.25 * (month.get(1) ?? 0));
  });

  it('sells juice and ice in summer, cocoa in winter, gifts in December', () => {
    const sold = (key: string, months: readonly number[]): number =>
      orders.filter(
        (order) =>
          months.includes(dateParts(order.placedDate).month) &&
          order.lines.some((line) => line.productKey === key),
      ).length;
    expect(sold('iced-latte', [6, 7, 8])).toBeGreaterThan(2 * sold('iced-latte', [12, 1, 2]));
    expect(sold('hot-chocolate', [12, 1, 2])).toBeGreaterThan(2 * sold('hot-chocolate', [6, 7, 8]));
    expect(sold('mug-ink', [12])).toBeGreaterThan(sold('mug-ink', [2]));
  });

  it('names only products, customers and staff of the catalogue', () => {
    const keys = new Set(catalogue.products.map((product) => product.key));
    for (const order of orders) {
      expect(order.lines.length).toBeGreaterThanOrEqual(1);
      expect(order.lines.length).toBeLessThanOrEqual(6);
      expect(new Set(order.lines.map((line) => line.productKey)).size).toBe(order.lines.length);
      for (const line of order.lines) expect(keys.has(line.productKey), line.productKey).toBe(true);
      expect(catalogue.staff[order.staffIndex]).toBeDefined();
      if (order.customerIndex !== null) expect(catalogue.customers[order.customerIndex]).toBeDefined();
    }
    const sold = new Set(orders.flatMap((order) => order.lines.map((line) => line.productKey)));
    expect(sold).toEqual(keys);
  });

  it('sends nothing that is made while one waits', () => {
    const madeToOrder = new Set(
      catalogue.products.filter(({ stock }) => stock === null).map(({ key }) => key),
    );
    const sent = orders.filter((order) => order.kind !== 'counter').flatMap((order) => order.lines);
    expect(sent.length).toBeGreaterThan(1000);
    expect(sent.filter((line) => madeToOrder.has(line.productKey))).toEqual([]);
  });

  it('sells pieces whole and by Zipf: few products make half of the lines', () => {
    const unit = new Map(catalogue.products.map((product) => [product.key, product.unit]));
    const lines = new Map<string, number>();
    for (const { productKey, quantity } of orders.flatMap((order) => order.lines)) {
      lines.set(productKey, (lines.get(productKey) ?? 0) + 1);
      expect(quantity).toBeGreaterThan(0);
      if (unit.get(productKey) === 'piece') expect(quantity % 1000).toBe(0);
    }
    const sorted = [...lines.values()].sort((a, b) => b - a);
    const sum = (counts: readonly number[]): number => counts.reduce((total, value) => total + value, 0);
    expect(sum(sorted.slice(0, 18))).toBeGreaterThan(sum(sorted) / 2);
  });

  it('mixes walk-ins, kinds, tenders and discounts as a shop does', () => {
    expect(share((order) => order.customerIndex === null)).toBeCloseTo(0.7, 1);
    expect(share((order) => order.kind !== 'counter')).toBeCloseTo(0.08, 1);
    for (const tender of ['cash', 'card', 'upi'] as const) {
      expect(share((order) => order.tender === tender)).toBeGreaterThan(0.15);
    }
    expect(share((order) => order.orderDiscount !== null)).toBeGreaterThan(0.01);
    expect(share((order) => order.lines.some((line) => line.discount !== null))).toBeGreaterThan(0.02);
    expect(share((order) => order.status === 'cancelled')).toBeGreaterThan(0.002);
  });
});

function statusFacts(order: SampleOrder, today: CalendarDate): void {
  const open = order.status !== 'delivered' && order.status !== 'cancelled';
  expect(order.deliveredAt !== null).toBe(order.status === 'delivered');
  expect(order.cancelledAt !== null).toBe(order.status === 'cancelled');
  for (const instant of [order.deliveredAt, order.cancelledAt, order.paidAt, order.refundedAt]) {
    if (instant === null) continue;
    expect(instant).toBeGreaterThanOrEqual(order.placedAt);
    expect(instant).toBeLessThanOrEqual(now);
  }
  if (order.kind === 'counter') {
    expect(order.status).toBe('delivered');
    expect(order.deliveryDate).toBeNull();
  } else {
    expect(order.customerIndex).not.toBeNull();
    expect(order.deliveryDate).toBeGreaterThanOrEqual(order.placedDate);
  }
  if (order.status === 'delivered') expect(order.paidAt).not.toBeNull();
  if (order.refundedAt !== null) expect(order.cancelledAt !== null && order.paidAt !== null).toBe(true);
  if (order.status === 'in-transit') expect(order.deliveryDate).toBeGreaterThan(today);
  if (open) expect(order.placedDate).toBeGreaterThanOrEqual(addDays(today, -6));
}

describe('what became of the generated orders', () => {
  it('fits together, order by order', () => {
    for (const order of orders) statusFacts(order, input.today);
  });

  it('leaves each state, two overdue and one refund for a person to see', () => {
    for (const status of ['received', 'shipped', 'in-transit'] as const) {
      expect(
        orders.some((order) => order.status === status),
        status,
      ).toBe(true);
    }
    const open = orders.filter((order) => !['delivered', 'cancelled'].includes(order.status));
    expect(open.filter((order) => (order.deliveryDate ?? input.today) < input.today)).toHaveLength(2);
    const awaiting = orders.filter(
      (order) => order.cancelledAt !== null && order.paidAt !== null && order.refundedAt === null,
    );
    expect(awaiting.length).toBeGreaterThanOrEqual(1);
    expect(awaiting.length).toBeLessThan(10);
  });

  it('has orders today already when the shop has just opened, and none when the day has just begun', () => {
    const early = generateOrders(inputAt(Date.UTC(2026, 10, 22, 7, 40)));
    const today = early.filter((order) => order.placedDate === calendarDate(20261122));
    expect(today.length).toBeGreaterThan(4);
    expect(today.every((order) => order.placedAt <= Date.UTC(2026, 10, 22, 7, 40))).toBe(true);
    const midnight = generateOrders(inputAt(Date.UTC(2026, 10, 22, 0, 10)));
    expect(midnight.at(-1)?.placedDate).toBe(20261121);
  });

  it.each(['America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Honolulu'])(
    'keeps to business dates in %s with a day that begins at 04:00',
    (zone) => {
      const there = inputAt(now, { timeZone: zone, dayStartMinutes: 240 });
      const made = generateOrders(there);
      for (const { placedAt, placedDate } of made) {
        expect(businessDateOf(placedAt, zone, 240)).toBe(placedDate);
        expect(placedAt).toBeLessThanOrEqual(now);
      }
    },
  );
});

describe('planReceipts', () => {
  const receipts = planReceipts(catalogue.products, orders);

  it('leaves exactly what the catalogue says is on hand, never less on the way', () => {
    for (const { key, stock } of catalogue.products) {
      const arrivals = receipts.filter((receipt) => receipt.productKey === key);
      if (stock === null) {
        expect(arrivals).toEqual([]);
        continue;
      }
      const moves = [
        ...arrivals.map((receipt) => ({ at: receipt.receivedAt, change: receipt.quantity as number })),
        ...orders
          .filter((order) => order.status !== 'received' && order.status !== 'cancelled')
          .flatMap((order) =>
            order.lines
              .filter((line) => line.productKey === key)
              .map((line) => ({ at: order.placedAt, change: -line.quantity })),
          ),
      ].sort((a, b) => a.at - b.at);
      let onHand = 0;
      for (const { change } of moves) {
        onHand += change;
        expect(onHand, key).toBeGreaterThanOrEqual(Math.min(0, stock.onHand));
      }
      expect(onHand, key).toBe(stock.onHand);
    }
  });

  it('receives positive quantities, each product’s opening stock before the first order', () => {
    const firstAt = orders[0]?.placedAt ?? 0;
    for (const receipt of receipts) {
      expect(receipt.quantity).toBeGreaterThan(0);
      if (receipt.type === 'opening') expect(receipt.receivedAt).toBeLessThan(firstAt);
    }
    expect(receipts.filter((receipt) => receipt.type === 'opening')).toHaveLength(
      catalogue.products.filter((product) => product.stock !== null).length,
    );
  });

  it('has nothing to receive where nothing was sold', () => {
    expect(planReceipts(catalogue.products, [])).toEqual([]);
  });
});
