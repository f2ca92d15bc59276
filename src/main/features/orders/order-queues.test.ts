import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  bringTo,
  cancelling,
  cardTender,
  closeSound,
  deliveryOf,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { cursorBehind, orderListOf } from '../../../../test/support/order-filters.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Context } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { compile, type Readable } from '../../database/query.ts';
import { listOrders } from './list-orders.ts';
import { orderQueues } from './order-queues.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 100 });
});
afterEach(() => closeSound(test));

type Listed = Output<'orders.list'>['items'];

async function listed(change: Partial<Parsed<'orders.list'>>): Promise<Listed> {
  return (await test.ask('orders.list', orderListOf(change))).items;
}

const numbers = async (change: Partial<Parsed<'orders.list'>>) => (await listed(change)).map((one) => one.id);

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

const due = (date: number) => ({ name: 'Ana', phone: '', address: '2 Low Street', date: calendarDate(date) });
const queues = () => test.ask('orders.queues', {});

describe('what waits for a person', () => {
  it('is nothing in a quiet shop', async () => {
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    const nothing = { count: 0, amount: 0 };
    expect(await queues()).toEqual({
      ...{ open: 0, due: 0, overdue: 0, owing: nothing, awaiting: nothing },
      ...{ refundsAwaiting: nothing, refundsInitiated: nothing, refundsFailed: nothing },
    });
  });

  it('is counted, and the list shows the same', async () => {
    const today = await placed({ delivery: due(20261122) });
    const later = await placed({ tenders: [tender(300)] });
    const owed = await placed();
    await bringTo(test, owed, 'delivered');
    const refunded = await placed({ tenders: [tender(200), tender(500, cardTender)] });
    await test.ask('orders.cancel', cancelling(refunded));
    const paid = await placed({ tenders: [tender(700, cardTender)], kind: 'pickup' });
    expect(await queues()).toEqual({
      ...{ open: 3, due: 1, overdue: 0, owing: { count: 3, amount: 1800 } },
      awaiting: { count: 0, amount: 0 },
      refundsAwaiting: { count: 2, amount: 700 },
      refundsInitiated: { count: 0, amount: 0 },
      refundsFailed: { count: 0, amount: 0 },
    });
    expect(await numbers({ payment: 'owing' })).toEqual([owed, later, today]);
    expect(await numbers({ payment: 'refund-due' })).toEqual([refunded]);
    expect(await numbers({ payment: 'owing', kind: 'pickup' })).toEqual([]);
    expect(await listed({})).toMatchObject([
      { id: paid, open: 0, paymentStatus: 'paid' },
      { id: refunded, open: 0, paymentStatus: 'refund-due' },
      { id: owed, open: 700, paymentStatus: 'unpaid' },
      { id: later, open: 400, paymentStatus: 'part-paid' },
      { id: today, open: 700, paymentStatus: 'unpaid' },
    ]);
    test.now += 86_400_000;
    expect(await queues()).toMatchObject({ due: 0, overdue: 1 });
  });

  it('follows a refund on its way, sent back, voided and paid out', async () => {
    const orderId = await placed({ tenders: [tender(700, cardTender)] });
    await test.ask('orders.cancel', cancelling(orderId));
    const [refund] = (await test.ask('orders.get', { orderId })).refunds;
    const refundId = refund?.refundId ?? 0;
    const one = { count: 1, amount: 700 };
    expect(await queues()).toMatchObject({ refundsAwaiting: one });
    await test.ask('refunds.initiate', { refundId, tenderId: null, reference: 'R1' });
    expect(await queues()).toMatchObject({ refundsInitiated: one, refundsAwaiting: { count: 0 } });
    await test.ask('refunds.fail', { refundId, reason: 'Card expired' });
    expect(await queues()).toMatchObject({ refundsFailed: one, refundsInitiated: { count: 0 } });
    await test.ask('refunds.void', { refundId, reason: 'In cash instead' });
    expect(await queues()).toMatchObject({ refundsFailed: { count: 0, amount: 0 } });
    expect(await numbers({ payment: 'refund-due' })).toEqual([orderId]);
    const cash = { orderId, paymentNo: 1, tenderId: 1, amount: money(700), goodwill: false };
    await test.ask('refunds.open', { ...cash, reason: 'In cash instead', cashNow: true });
    expect(await numbers({ payment: 'refund-due' })).toEqual([]);
    expect(await listed({})).toMatchObject([{ paymentStatus: 'refunded', open: 0 }]);
  });

  it('shows a refund on its way though the order costs more again', async () => {
    const orderId = await placed({ tenders: [tender(700, cardTender)] });
    const edit = { orderId, added: [], tenders: [], refundCashNow: false, note: '', oversellAccepted: [] };
    const lines = (count: number) => [{ lineNo: 1, quantity: (count * 1000) as never }];
    const cheaper = { ...edit, revision: 0, lines: lines(1), expectedTotal: money(350) };
    await test.ask('orders.edit', cheaper);
    const refundIds = (await test.ask('orders.get', { orderId })).refunds.map((one) => one.refundId);
    await test.ask('refunds.initiateMany', { refundIds });
    await test.ask('orders.edit', { ...edit, revision: 1, lines: lines(3), expectedTotal: money(1050) });
    expect(await numbers({ payment: 'refund-due' })).toEqual([orderId]);
    expect(await numbers({ payment: 'owing' })).toEqual([orderId]);
    expect(await listed({})).toMatchObject([{ open: 350, paymentStatus: 'part-paid' }]);
  });

  it('is walked page by page, whatever is filtered', async () => {
    const all: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      const orderId = await placed({ tenders: [tender(700)] });
      await advance(test, orderId, ['received', 'shipped']);
      await test.ask('orders.cancel', cancelling(orderId));
      all.unshift(orderId);
    }
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Output<'orders.list'> = await test.ask(
        'orders.list',
        orderListOf({ payment: 'refund-due', cursor, limit: 3 }),
      );
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(all);
  });
});

describe('however many orders there are', () => {
  /** How SQLite goes about all that a query asks of the shop file. */
  function planOf(ask: (ctx: Context) => unknown): string {
    const { read } = test.file;
    const plans: string[] = [];
    const look = (sql: string, parameters: readonly unknown[]): void => {
      const rows = read.statement(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
      plans.push(...rows.map((row) => row.detail));
    };
    const db: ReadDb = {
      all<R>(built: Readable<R>) {
        const { sql, parameters } = compile(built);
        look(sql, parameters);
        return read.all(built);
      },
      get: (built) => read.get(built),
      statement(sql) {
        look(sql, new Array(sql.split('?').length - 1).fill(null));
        return read.statement(sql);
      },
    };
    ask({ db, today: calendarDate(20261122) } as Context);
    return plans.join('\n');
  }
  const planOfList = (change: Partial<Parsed<'orders.list'>>) =>
    planOf((ctx) => listOrders(ctx, orderListOf({ cursor: cursorBehind(20261122, 5), ...change })));

  it.each<[Partial<Parsed<'orders.list'>>, string]>([
    [{ status: 'open' }, 'INDEX ordersOpen'],
    [{ status: 'due' }, 'INDEX ordersOpen (status=? AND deliveryDate=?)'],
    [{ status: 'overdue' }, 'INDEX ordersOpen (status=? AND deliveryDate<?)'],
    [{ payment: 'owing' }, 'INDEX ordersOwing'],
    [{ payment: 'owing', status: 'delivered' }, 'INDEX ordersOwing'],
    [{ payment: 'refund-due' }, 'INDEX ordersOverpaid'],
    [{ payment: 'refund-due', status: 'cancelled' }, 'INDEX refundsOpen'],
    [{ customerId: 1 }, 'INDEX ordersCustomer'],
    [{ payment: 'awaiting' }, 'INDEX ordersAwaited'],
    [{ payment: 'part-paid' }, 'INDEX ordersOwing'],
    [{ channel: 'kiosk' }, 'INDEX ordersNotAtTill'],
    [{ has: ['return'] }, 'INDEX returnsOrder'],
    [{ sort: 'for', descending: false, cursor: null }, 'INDEX ordersForDay'],
    [{ forFrom: calendarDate(20261122), forTo: calendarDate(20261123) }, 'INDEX ordersForDay'],
    [{}, 'INDEX ordersDay'],
  ])('the list of %j reads only what waits', (change, index) => {
    const plan = planOfList(change);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/SCAN (orders|refunds)$/m);
  });

  it('so do the chips', () => {
    const plan = planOf((ctx) => orderQueues(ctx, {}));
    for (const index of ['ordersOpen', 'ordersOwing', 'refundsOpen'])
      expect(plan).toContain(`INDEX ${index}`);
    expect(plan).not.toMatch(/SCAN (orders|refunds)$/m);
  });
});
