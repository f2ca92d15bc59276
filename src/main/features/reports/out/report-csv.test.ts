import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../../test/support/builders.ts';
import type { TestApp } from '../../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../../test/support/eventful-shop.ts';
import { november, savedTable, savedText } from '../../../../../test/support/report-files.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { reportKeys } from '../../../../shared/contract/reports.ts';
import { calendarDate } from '../../../../shared/domain/calendar.ts';

type Wish = Input<'reports.saveCsv'>;
type Result = Output<'reports.run'>;
type Cell = Result['totals'][number];

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

async function csvOf(change: Partial<Wish>): Promise<string[][]> {
  await test.ask('reports.saveCsv', { ...november, ...change });
  return savedTable(test);
}

const run = (change: Partial<Wish>): Promise<Result> =>
  test.ask('reports.run', { ...november, ...change, limit: 1000 });

/** A figure as anybody would write it by hand. */
function plain(unit: string, cell: Cell): string {
  if (cell === null) return '';
  if (unit === 'money') return (Number(cell) / 100).toFixed(2);
  if (unit === 'quantity') return String(Number(cell) / 1000);
  if (unit === 'share') return String(Number(cell) / 10_000);
  return String(cell);
}

const figureUnits = new Set(['money', 'quantity', 'share', 'count']);
const namesRows = new Set(['rate', 'hour', 'weekday']);

/** The figures of a table, row by row, without what names the rows. */
function figuresOf({ columns }: Result, cells: readonly Cell[]): string[] {
  return columns.flatMap(({ key, unit }, at) =>
    figureUnits.has(unit) && !namesRows.has(key) ? [plain(unit, cells[at] ?? null)] : [],
  );
}

describe('a report as CSV', () => {
  it('has the figures of the screen, whatever the report, and its totals last', async () => {
    for (const report of reportKeys) {
      const result = await run({ report });
      const [head = [], ...rows] = await csvOf({ report });
      const figures = figuresOf(result, []).length;
      const tails = rows.map((row) => row.slice(row.length - figures));
      const wanted = [
        ...result.rows.map(({ cells }) => cells),
        ...(result.totals.length > 0 ? [result.totals] : []),
      ];
      expect([report, tails.map((cells) => cells)]).toEqual([
        report,
        wanted.map((cells) => figuresOf(result, cells)),
      ]);
      expect(new Set(head).size).toBe(head.length);
      for (const name of head) expect(name).not.toMatch(/^$|reports\.|metric\./);
    }
  });

  it('says days, names and words so that any spreadsheet reads them', async () => {
    expect(await csvOf({ report: 'payments' })).toEqual([
      ['Way to pay', 'Payments', 'Paid', 'Share of payments (%)', 'Refunds', 'Refunded'],
      ...(await run({ report: 'payments' })).rows.map((row) => [
        String(row.cells[0]),
        ...['count', 'money', 'share', 'count', 'money'].map((unit, at) =>
          plain(unit, row.cells[at + 1] ?? null),
        ),
      ]),
      expect.arrayContaining(['Total']),
    ]);
    const weeks = await csvOf({ by: 'week' });
    expect(weeks.slice(0, 3).map((row) => row.slice(0, 2))).toEqual([
      ['From', 'To'],
      ['2026-11-01', '2026-11-01'],
      ['2026-11-02', '2026-11-08'],
    ]);
    const hours = await csvOf({ by: 'hour', from: calendarDate(20261122), to: calendarDate(20261122) });
    expect(hours[0]?.slice(0, 2)).toEqual(['Date', 'Hour']);
    expect(hours[12]?.slice(0, 3)).toEqual(['2026-11-22', '11:00', String(hours[12]?.[2])]);
    const [, first] = await csvOf({ report: 'tax' });
    expect(first?.slice(0, 2)).toEqual(['VAT', '20']);
    expect((await csvOf({ report: 'status' })).map(([status]) => status)).toContain('Cancelled');
  });

  it('is named by its report and its days, and begins as the other lists do', async () => {
    const saved = await test.ask('reports.saveCsv', november);
    expect(saved).toEqual({ saved: true, fileName: 'Sales 2026-11-01 to 2026-11-30.csv', rows: 30 });
    expect(savedText(test).startsWith('\ufeffDate,')).toBe(true);
    const day = { from: calendarDate(20261122), to: calendarDate(20261122) };
    expect(await test.ask('reports.saveCsv', { ...november, ...day })).toMatchObject({
      fileName: 'Sales 2026-11-22.csv',
    });
    expect(await test.ask('reports.saveCsv', { ...november, report: 'stock-value' })).toMatchObject({
      fileName: 'Stock value 2026-11-22.csv',
    });
  });

  it('has the compared days beside, step by step and thing by thing', async () => {
    const after = { from: calendarDate(20261123), to: calendarDate(20261123) };
    const productId = addProduct(test, { name: 'Cake', price: 300, stock: 50 });
    test.now += 86_400_000;
    await test.ask('orders.place', counterSale([line(productId, 3, 300)], { cartId: 'cake' }));
    const compared = await csvOf({ report: 'products', ...after, compare: 'previous', sort: 'name' });
    const [head = [], ...rows] = compared;
    const [now, then] = ['Goods', 'Goods, 2026-11-22 to 2026-11-22'].map((name) => head.indexOf(name)) as [
      number,
      number,
    ];
    const before = await run({
      report: 'products',
      from: calendarDate(20261122),
      to: calendarDate(20261122),
    });
    const goods = before.columns.findIndex(({ key }) => key === 'goods');
    const byName = new Map(rows.map((row) => [row[0], [row[now], row[then]]]));
    expect(byName.get('Cake')).toEqual(['9.00', '0.00']);
    for (const { cells } of before.rows)
      expect(byName.get(String(cells[0]))).toEqual(['0.00', plain('money', cells[goods] ?? null)]);
    expect(byName.get('Total')).toEqual(['9.00', plain('money', before.totals[goods] ?? null)]);
    expect(rows).toHaveLength(before.rows.length + 2);

    const days = await csvOf({
      from: calendarDate(20261121),
      to: calendarDate(20261122),
      compare: 'last-year',
    });
    expect(days.map((row) => row.slice(0, 2))).toEqual([
      ['Date', 'Compared with'],
      ['2026-11-21', '2025-11-21'],
      ['2026-11-22', '2025-11-22'],
      ['Total', ''],
    ]);
    expect((await csvOf({ report: 'stock-value', compare: 'previous' }))[0]).not.toContain('Compared with');
  });

  it('keeps the longer of two compared months whole', async () => {
    const rows = await csvOf({ compare: 'previous', sort: '-from' });
    expect(rows.filter(([day, other]) => day === '' && other === '2026-10-31')).toHaveLength(1);
    expect(rows[1]?.slice(0, 2)).toEqual(['2026-11-30', '2026-10-30']);
    expect(rows).toHaveLength(33);
  });

  it('has every row, however few the screen shows, and writes nothing that a spreadsheet would run', async () => {
    const hostile = ['=1+1', '@cmd', '+49', "'=1", '-2', '=HYPERLINK("http://x";"y")', 'a,"b"\nc'];
    for (const [index, name] of hostile.entries()) {
      const productId = addProduct(test, { name, price: 100 + index, stock: 9 });
      await test.ask(
        'orders.place',
        counterSale([line(productId, 1, 100 + index)], { cartId: `h-${index}` }),
      );
    }
    const rows = await csvOf({ report: 'products' });
    expect(rows).toHaveLength(hostile.length + 4);
    for (const row of rows)
      for (const cell of row) expect(cell).not.toMatch(/^\s*(?:[=+@]|-(?!\d+(?:\.\d+)?$))/);
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(["'=1+1", "'@cmd", "''=1", 'a,"b"\nc']),
    );
  });
});
