import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { reportKeys } from '../../../shared/contract/reports.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

type Asked = Input<'reports.run'>;
type Result = Output<'reports.run'>;

const asked: Asked = {
  ...{ report: 'sales', from: calendarDate(20261101), to: calendarDate(20261130), by: 'week' },
  ...{ compare: 'none', sort: null, limit: 100 },
};
const viewer: Caller = { kind: 'window', windowId: 4 };

const run = (change: Partial<Asked>): Promise<Result> => test.ask('reports.run', { ...asked, ...change });

const figures = ({ figures: list }: Result) =>
  Object.fromEntries(list.map(({ metric, value }) => [metric, value]));

async function closeAll(): Promise<void> {
  while ((await test.ask('reports.close', {})).days > 0);
}

/** Orders 1: 1,791, 2: 450, 3: 900 and cancelled, 4: 320, 5: 900, 6: 640; two pieces of order 1 back at 405 each. */
describe('reports of a shop in which everything has happened', () => {
  it('tell what was sold, cancelled and came back', async () => {
    const found = await run({});
    expect(figures(found)).toMatchObject({
      ...{ grossSales: 5200, discounts: 199, sales: 5001, cancelled: 900, returned: 810, goodwill: 0 },
      ...{ netSales: 3291, orders: 6, averageOrder: 820, tax: 548, netSalesWithoutTax: 2743 },
    });
    expect(found.series.map(({ from, values }) => [from, values[0]])).toEqual([
      [20261101, 0],
      [20261102, 0],
      [20261109, 0],
      [20261116, 3291],
      [20261123, 0],
      [20261130, 0],
    ]);
    expect(found.totals.slice(1, 9)).toEqual([6, 3291, 5001, 5200, 199, 900, 810, 0]);
  });

  it('say the same from roll-ups as from rows, whatever the report', async () => {
    const before: Result[] = [];
    for (const report of reportKeys) before.push(await run({ report }));
    test.now += 3 * 86_400_000;
    await closeAll();
    expect(await test.ask('reports.state', {})).toMatchObject({ closedThrough: 20261124 });
    for (const result of before) {
      const after = await run({ report: result.report });
      expect(after.closedThrough).toBe(20261124);
      expect({ ...after, closedThrough: null }).toEqual(result);
    }
  });
});

describe('cost and margin', () => {
  it('are told to nobody who may not see profit, by no report and no explanation', async () => {
    await test.close();
    test = await createOpenShop();
    const { staffId } = await test.ask('staff.add', { name: 'Vera', role: 'viewer', pin: '730184' });
    const overrides = [{ right: 'see-profit' as const, granted: false }];
    await test.ask('staff.setRights', { staffId, overrides, discountCeiling: null });
    await test.ask('session.signIn', { staffId, pin: '730184' }, viewer);
    const productId = addProduct(test, { price: 350, cost: 100, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
    const span = { from: calendarDate(20261101), to: calendarDate(20261130) };
    const told = async (caller: Caller | undefined) => {
      const results: Result[] = [];
      for (const report of reportKeys) {
        results.push(await test.ask('reports.run', { ...asked, ...span, report }, caller));
      }
      return JSON.stringify(
        results.map(({ figures: list, columns, seriesMetrics, split }) => [
          list,
          columns,
          seriesMetrics,
          split,
        ]),
      );
    };
    const profit = /"(cost|unitCost|margin|marginShare|stockValue|deadStockValue)"/;
    expect(await told(undefined)).toMatch(profit);
    expect(await told(viewer)).not.toMatch(profit);
    const explain = {
      ...span,
      metric: 'margin' as const,
      part: { kind: 'all' as const, key: '' },
      cursor: null,
      limit: 20,
    };
    expect((await test.refused('reports.explain', explain, viewer)).code).toBe('forbidden');
  });
});

describe('the ends of the calendar', () => {
  it('are told as days that are too far away', async () => {
    const far = { ...asked, from: calendarDate(99991130), to: calendarDate(99991231) };
    expect((await test.refused('reports.run', far)).code).toBe('invalid-input');
    const old = { ...asked, compare: 'previous' as const };
    const first = { from: calendarDate(10000101), to: calendarDate(10000131) };
    expect((await test.refused('reports.run', { ...old, ...first })).code).toBe('invalid-input');
    const last = { from: calendarDate(98600101), to: calendarDate(98991231), by: 'year' as const };
    expect(figures(await run({ ...last, compare: 'last-year' }))).toMatchObject({ sales: 0 });
    const earliest = { from: calendarDate(11000101), to: calendarDate(11391231), by: 'year' as const };
    expect(figures(await run({ ...earliest, compare: 'previous' }))).toMatchObject({ sales: 0 });
  });
});

describe('shares of payments', () => {
  it('come to 100.0 % as they are read, from rows as from closed days, and are explained exactly', async () => {
    await test.close();
    test = await createOpenShop();
    const productId = addProduct(test, { price: 100, stock: 900 });
    for (const tenderId of [1, 2, 3]) {
      const tenders = [{ tenderId, amount: money(100), reference: tenderId === 1 ? '' : 'A1' }];
      await test.ask(
        'orders.place',
        counterSale([line(productId, 1, 100)], { tenders, cartId: `c${tenderId}` }),
      );
    }
    const shares = async () => {
      const { rows, totals } = await run({ report: 'payments' });
      return [rows.map(({ part, cells }) => [part.key, cells[3]]).toSorted(), totals[3]];
    };
    const wanted = [
      [
        ['1', 334_000],
        ['2', 333_000],
        ['3', 333_000],
      ],
      1_000_000,
    ];
    expect(await shares()).toEqual(wanted);
    test.now += 86_400_000;
    await closeAll();
    expect(await shares()).toEqual(wanted);
    const { figure } = await test.ask('reports.explain', {
      ...{ metric: 'paidShare', from: asked.from, to: asked.to, part: { kind: 'tender', key: '1' } },
      ...{ cursor: null, limit: 10 },
    });
    expect(figure).toMatchObject({ value: 333_333, fromRows: 333_333, agrees: true });
  });
});
