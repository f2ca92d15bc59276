import { afterEach, describe, expect, it } from 'vitest';
import { expectExplained, explained } from '../../../../test/model/expect-explained.ts';
import { closeEveryDay } from '../../../../test/model/expect-reports.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { answerSteps } from '../../app/long-read.ts';

let test: TestApp;
afterEach(() => test.close());

const november = { from: calendarDate(20261101), to: calendarDate(20261130) };
const asked: Input<'reports.explain'> = {
  ...{ metric: 'sales', ...november, part: { kind: 'all', key: '' }, cursor: null, limit: 100 },
};
const explain = (change: Partial<typeof asked>) => test.ask('reports.explain', { ...asked, ...change });

describe('the rows behind a figure', () => {
  it('come to every figure and every cell of every report, from rows and from closed days', async () => {
    test = await eventfulShop();
    await expectExplained(test, november);
    test.now += 40 * 86_400_000;
    await closeEveryDay(test);
    await expectExplained(test, november);
  });

  it('come to them in a shop with a year behind it', async () => {
    test = await createOpenShop();
    await test.ask('setup.loadSample', {});
    await closeEveryDay(test);
    explained.clear();
    await expectExplained(test, { from: calendarDate(20260303), to: calendarDate(20261122) });
    expect(explained.size).toBeGreaterThan(70);
    await expectExplained(test, { from: calendarDate(20261121), to: calendarDate(20261122) });
  }, 300_000);

  it('say of an average or a share what is divided by what', async () => {
    test = await eventfulShop();
    const card = { kind: 'tender', key: '2' } as const;
    expect((await explain({ metric: 'averageOrder' })).figure).toEqual({
      ...{ value: 820, fromRows: 820, agrees: true, count: 5, divided: { part: 4101, by: 5 } },
    });
    const share = await explain({ metric: 'paidShare', part: card });
    const paid = await explain({ metric: 'paid', part: card });
    const all = await explain({ metric: 'paid' });
    expect(share.items).toEqual(paid.items);
    expect(share.figure).toMatchObject({
      ...{ agrees: true, divided: { part: paid.figure?.value, by: all.figure?.value } },
    });
    expect(share.figure?.value).toBeGreaterThan(0);
    expect((await explain({})).figure?.divided).toBeNull();
  });

  it('refuse what no report shows', async () => {
    test = await eventfulShop();
    const refused = async (change: Partial<typeof asked>): Promise<string> =>
      (await test.refused('reports.explain', { ...asked, ...change })).code;
    expect(await refused({ metric: 'discountedOrders' })).toBe('not-explained');
    expect(await refused({ metric: 'owed', part: { kind: 'staff', key: '1' } })).toBe('not-explained');
    expect(await refused({ from: november.to, to: november.from })).toBe('range-upside-down');
    expect(await refused({ cursor: 'bm90aGluZw' })).toBe('invalid-input');
  });

  it('are not thought to agree where the rows were changed behind the closed days', async () => {
    test = await eventfulShop();
    test.now += 40 * 86_400_000;
    await closeEveryDay(test);
    expect((await explain({})).figure?.agrees).toBe(true);
    change(test, "UPDATE dayFigures SET amount = amount + 5 WHERE kind = 'sale'");
    expect((await explain({})).figure).toMatchObject({ agrees: false, value: 5006, fromRows: 5001 });
  });

  it('agree where a sale comes in between the figure and its rows', async () => {
    test = await eventfulShop();
    const question = { name: 'reports.explain', input: asked, actor: { kind: 'system' } as const };
    const steps = answerSteps(test.file.read, { ...question, now: test.now, till: 'till-1' });
    let isSold = false;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        expect(step.value).toMatchObject({ figure: { agrees: true, value: 5011, fromRows: 5011 } });
        break;
      }
      // What the figure comes to was read just now.
      if (isSold || step.value.total !== 3) continue;
      isSold = true;
      change(
        test,
        'UPDATE orders SET rounding = rounding + 10, total = total + 10, paid = paid + 10 WHERE id = 1',
      );
    }
    expect(isSold).toBe(true);
  });

  it('of stock that is worth more than an order may be come to what its report adds up', async () => {
    test = await createOpenShop();
    for (const name of ['Gold', 'Silver', 'Tin']) addProduct(test, { name, cost: 90_000_000_000, stock: 9 });
    const { figures, totals } = await test.ask('reports.run', {
      ...{ report: 'stock-value', ...november, by: 'day', compare: 'none', sort: null, limit: 100 },
    });
    expect([figures[0]?.value, totals.at(-1)]).toEqual([2_430_000_000_000, 2_430_000_000_000]);
    expect((await explain({ metric: 'stockValue' })).figure).toMatchObject({ agrees: true });
  });

  it('of dead stock leave out what an old file took back as a correction', async () => {
    test = await createOpenShop();
    const productId = addProduct(test, { price: 350, cost: 100, stock: 9 });
    addProduct(test, { price: 200, cost: 50, stock: 9 });
    for (const cartId of ['a', 'b'])
      await test.ask('orders.place', counterSale([line(productId, 2, 350)], { cartId }));
    change(test, 'UPDATE orderLines SET quantity = -quantity WHERE orderId = 2');
    const { figure, items } = await explain({ metric: 'deadStock' });
    expect(figure).toMatchObject({ value: 2, fromRows: 2, agrees: true });
    expect(items).toHaveLength(2);
  });
});
