import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkRows } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { CallName, Input } from '../../../shared/contract/index.ts';
import { addDays, calendarDate } from '../../../shared/domain/calendar.ts';
import { averageOrder } from '../../../shared/domain/customer-figures.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  addProduct(test, { name: 'Tea', price: 450, cost: 200, stock: 5000 });
  addProduct(test, { name: 'Bread', price: 320, cost: 90, stock: 5000 });
});
afterEach(() => test.close());

async function addCustomer(name = 'Ada'): Promise<number> {
  const draft = { name, phone: '', email: '', address: 'Low Road', note: '' };
  return (await test.ask('customers.create', draft)).customerId;
}
const figures = async (customerId: number) => (await test.ask('customers.detail', { customerId })).figures;
const tomorrow = calendarDate(20261123);
const delivery = { name: 'Ada', phone: '', address: 'Low Road', date: tomorrow };
const cancel = { reason: 'other' as const, note: '', refundCashNow: true };
const byCash = (amount: number) => [{ tenderId: 1, amount: money(amount), reference: '' }];

async function sell(customerId: number, change: Partial<Input<'orders.place'>> = {}): Promise<number> {
  return (await test.ask('orders.place', counterSale([line(1, 2, 450)], { customerId, ...change }))).orderId;
}

describe('the figures of a customer', () => {
  it('begin with nothing', async () => {
    expect(await figures(await addCustomer())).toEqual({
      ...{
        orders: 0,
        cancelled: 0,
        spent: 0,
        owed: 0,
        firstDate: null,
        lastDate: null,
        average: null,
        owing: 0,
      },
    });
  });

  it('count a cancelled order in neither part of the average', async () => {
    const ada = await addCustomer();
    await sell(ada);
    const second = await sell(ada, { kind: 'delivery', delivery, tenders: [] });
    expect(await figures(ada)).toMatchObject({ orders: 2, spent: 1800, average: 900, owed: 900, owing: 1 });
    await test.ask('orders.cancel', { orderId: second, ...cancel });
    expect(await figures(ada)).toMatchObject({
      ...{ orders: 1, cancelled: 1, spent: 900, average: 900, owed: 0, owing: 0 },
    });
  });

  it('are lessened by goods that came back, and by goodwill', async () => {
    const ada = await addCustomer();
    const orderId = await sell(ada);
    await test.ask('returns.create', {
      ...{ orderId, note: '', refunds: [], cashNow: true, expectedCredit: money(450), exchange: null },
      lines: [
        { lineNo: 1, quantity: pieces(1), reason: 'unwanted', disposition: 'restock', giveMoneyBack: true },
      ],
    });
    expect(await figures(ada)).toMatchObject({ orders: 1, spent: 450, average: 450, owed: 0 });
    await test.ask('returns.createWithoutReceipt', {
      ...{ customerId: ada, tenderId: 1, reference: '', note: '' },
      lines: [
        {
          productId: 2,
          quantity: pieces(1),
          unitPrice: money(320),
          reason: 'unwanted',
          disposition: 'restock',
        },
      ],
    });
    expect(await figures(ada)).toMatchObject({ spent: 130, average: 130 });
  });

  it('owe what is open, less with each payment', async () => {
    const ada = await addCustomer();
    const orderId = await sell(ada, { kind: 'delivery', delivery, tenders: byCash(100) });
    expect(await figures(ada)).toMatchObject({ owed: 800, owing: 1, spent: 900 });
    await test.ask('payments.take', { orderId, tenders: byCash(800), expectedOpen: money(800) });
    expect(await figures(ada)).toMatchObject({ owed: 0, owing: 0, spent: 900 });
  });

  it('tell the months, and what is bought most', async () => {
    const ada = await addCustomer();
    await sell(ada);
    test.now += 40 * 86_400_000;
    await sell(ada, {
      lines: [line(2, 3, 320), line(1, 1, 450)],
      tenders: byCash(1410),
      expectedTotal: money(1410),
    });
    const detail = await test.ask('customers.detail', { customerId: ada });
    expect(detail.months).toEqual([
      { month: 20261101, orders: 1, spent: 900 },
      { month: 20270101, orders: 1, spent: 1410 },
    ]);
    expect(detail.favourites.map(({ name, quantity, orders }) => [name, quantity, orders])).toEqual([
      ['Tea', 3000, 2],
      ['Bread', 3000, 1],
    ]);
    expect([detail.figures.firstDate, detail.figures.lastDate]).toEqual([20261122, 20270101]);
  });
});

/** A seeded generator: the same days every time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

type Totals = { id: number; orders: number; cancelled: number; spent: Money; owed: Money };

/** From the orders as they are asked for at the door, and the returns of their own: none of the directory's SQL. */
async function independently(ids: readonly number[]): Promise<readonly Totals[]> {
  const totals = ids.map((id) => ({ id, orders: 0, cancelled: 0, spent: money(0), owed: money(0) }));
  const orderIds = test.file.read.all<{ id: number }>(
    sql`SELECT id FROM orders WHERE customerId IS NOT NULL`,
  );
  for (const { id: orderId } of orderIds) {
    const order = await test.ask('orders.get', { orderId });
    const of = totals.find(({ id }) => id === order.customerId);
    if (!of) throw new Error(`order ${orderId} is nobody's`);
    if (order.status === 'cancelled') of.cancelled += 1;
    else {
      of.orders += 1;
      of.spent = money(of.spent + order.total - order.credited);
      of.owed = money(of.owed + order.open);
    }
  }
  const loose = test.file.read.all<{ customerId: number; total: number }>(
    sql`SELECT customerId, total FROM returns WHERE orderId IS NULL AND customerId IS NOT NULL`,
  );
  for (const { customerId, total } of loose) {
    const of = totals.find(({ id }) => id === customerId);
    if (of) of.spent = money(of.spent - total);
  }
  return totals;
}

/** Tries something that the order may be past; a refusal changes nothing. */
async function attempt<N extends CallName>(name: N, input: Input<N>): Promise<void> {
  await test.ask(name, input).catch((error: Error) => {
    if (error.message.includes('internal')) throw error;
  });
}

describe('random trading', () => {
  it.each([1, 2, 3, 4])('adds up to what the orders say (%i)', async (seed) => {
    const random = randomFrom(seed);
    const ids = [await addCustomer('Ada'), await addCustomer('Bo'), await addCustomer('Cy')];
    let placed = 0;
    for (let step = 0; step < 90; step += 1) {
      test.now += 3_600_000;
      await randomStep(random, ids, placed);
      placed = test.file.read.get<{ n: number }>(sql`SELECT count(*) AS n FROM orders`)?.n ?? 0;
    }
    const wanted = await independently(ids);
    expect(wanted.some(({ cancelled }) => cancelled > 0) && wanted.some(({ owed }) => owed > 0)).toBe(true);
    for (const one of wanted) {
      const { orders, cancelled, spent, owed, average } = await figures(one.id);
      expect({ id: one.id, orders, cancelled, spent, owed }).toEqual(one);
      expect(average).toBe(averageOrder(one.spent, one.orders));
      const { months } = await test.ask('customers.detail', { customerId: one.id });
      const loose = months.reduce((sum, month) => sum + month.spent, 0) - one.spent;
      expect(loose).toBeGreaterThanOrEqual(0);
      expect(months.reduce((sum, month) => sum + month.orders, 0)).toBe(one.orders);
    }
    expect(checkRows(test.file.read)).toEqual([]);
  });
});

async function randomStep(random: (below: number) => number, ids: readonly number[], placed: number) {
  const customerId = ids[random(ids.length)] ?? null;
  const orderId = 1 + random(Math.max(1, placed));
  const count = 1 + random(4);
  const lines = [line(1, count, 450)];
  const total = 450 * count;
  switch (random(9)) {
    case 0:
    case 1:
      await attempt('orders.place', counterSale(lines, { customerId }));
      return;
    case 2:
    case 3: {
      const date = addDays(delivery.date, 200);
      const tenders = random(2) === 0 ? [] : byCash(1 + random(total));
      const order = { kind: 'delivery' as const, delivery: { ...delivery, date }, tenders, customerId };
      await attempt('orders.place', counterSale(lines, order));
      return;
    }
    case 4:
      await attempt('orders.cancel', { orderId, ...cancel, refundCashNow: random(2) === 0 });
      return;
    case 5:
      await attempt('payments.take', { orderId, tenders: byCash(450), expectedOpen: money(450) });
      return;
    case 6:
      await attempt('orders.advance', {
        orderId,
        from: 'received',
        to: 'delivered',
        tenders: [],
        leaveUnpaid: true,
      });
      return;
    case 7:
      await attempt('returns.create', {
        ...{ orderId, note: '', refunds: [], cashNow: true, expectedCredit: money(450), exchange: null },
        lines: [
          { lineNo: 1, quantity: pieces(1), reason: 'faulty', disposition: 'restock', giveMoneyBack: true },
        ],
      });
      return;
    default:
      await attempt('returns.createWithoutReceipt', {
        ...{ customerId, tenderId: 1, reference: '', note: '' },
        lines: [
          {
            productId: 2,
            quantity: pieces(1),
            unitPrice: money(320),
            reason: 'unwanted',
            disposition: 'restock',
          },
        ],
      });
  }
}
