import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
afterEach(() => test.close());

const asked: Input<'reports.run'> = {
  ...{ report: 'tax', from: calendarDate(20261101), to: calendarDate(20261130), by: 'week' },
  ...{ compare: 'none', sort: null, limit: 100 },
};
const run = (change: Partial<Input<'reports.run'>>): Promise<Output<'reports.run'>> =>
  test.ask('reports.run', { ...asked, ...change });

describe('tax over time', () => {
  beforeEach(async () => {
    test = await eventfulShop();
  });

  it('is each tax at its rate as the table has it, and at each step what the time line has', async () => {
    for (const by of ['day', 'week', 'month', 'quarter'] as const) {
      const { rows, split, series } = await run({ by });
      const table = new Map(rows.map(({ part, cells }) => [part.key, cells.at(-1)]));
      expect(split?.metric).toBe('tax');
      expect(new Map(split?.parts.map(({ part, value }) => [part.key, value]))).toEqual(table);
      const sums = series.map((_, at) =>
        split?.parts.reduce((sum, { steps }) => sum + (steps?.[at] ?? Number.NaN), 0),
      );
      expect(sums).toEqual(series.map(({ values }) => values[0]));
    }
  });

  it('names what bears it by its rate, the largest first', async () => {
    const parts = (await run({})).split?.parts ?? [];
    expect(parts.length).toBeGreaterThan(0);
    for (const { part, name, rate } of parts) expect(`${name}|${rate}`).toBe(part.key);
    expect(parts.map(({ value }) => value)).toEqual(
      parts.map(({ value }) => value).toSorted((a, b) => b - a),
    );
  });
});

describe('stock value by category', () => {
  beforeEach(async () => {
    test = await createOpenShop();
    const categoryId = addCategory(test, { name: 'Cups' });
    addProduct(test, { price: 900, cost: 333, stock: 3, categoryId });
    addProduct(test, { price: 900, cost: 50, stock: 4, categoryId });
    addProduct(test, { price: 900, cost: 10, stock: 7 });
    addProduct(test, { price: 900, stock: 2 });
  });

  /** By SQL of its own; 0 is no category. */
  const inSql = () =>
    test.file.read.all(
      sql<{
        key: string;
        value: number;
      }>`SELECT CAST(ifnull(p.categoryId, 0) AS TEXT) AS key, sum(CAST(round(ifnull(p.cost, 0) * s.onHand / 1000.0) AS INTEGER)) AS value
       FROM products AS p JOIN productStock AS s ON s.productId = p.id WHERE s.tracked = 1 GROUP BY 1 ORDER BY 2 DESC`,
    );

  it('adds up what lies on the shelves, and each product says which one it is in', async () => {
    const { split, rows, totals, columns } = await run({ report: 'stock-value' });
    expect(split?.parts.map(({ part, name, value }) => [part.kind, name, value])).toEqual([
      ['category', 'Cups', 1199],
      ['category', null, 70],
    ]);
    expect(split?.parts.map(({ part, value }) => ({ key: part.key, value }))).toEqual(inSql());
    expect(totals.at(-1)).toBe(1269);
    const at = columns.findIndex(({ key }) => key === 'category');
    expect(rows.map(({ cells }) => cells[at])).toEqual(['Cups', 'Cups', null, null]);
  });

  it('is explained by its products, whether it is their worth or how many there are', async () => {
    const { split } = await run({ report: 'stock-value' });
    for (const { part, value } of split?.parts ?? []) {
      for (const metric of ['stockValue', 'onHand'] as const) {
        const input = { metric, from: asked.from, to: asked.to, part, cursor: null, limit: 10 };
        const { figure, items } = await test.ask('reports.explain', input);
        expect(figure).toMatchObject({ agrees: true, count: items.length });
        if (metric === 'stockValue') expect(figure?.value).toBe(value);
      }
    }
  });
});

describe('a shop whose day begins at four', () => {
  beforeEach(async () => {
    test = await createOpenShop();
    await test.ask('shop.update', { dayStartMinutes: 240 });
    const productId = addProduct(test, { price: 100, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 1, 100)]));
  });

  it('has the hours after midnight last', async () => {
    const day = { from: calendarDate(20261122), to: calendarDate(20261122) };
    const { series, rows, firstHour } = await run({ report: 'sales', ...day, by: 'hour', sort: 'from' });
    expect(firstHour).toBe(4);
    const order = [...Array.from({ length: 20 }, (_, at) => at + 4), 0, 1, 2, 3];
    expect(series.map(({ hour }) => hour)).toEqual(order);
    expect(rows.map(({ cells }) => cells[1])).toEqual(order);
  });
});
