import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { everything } from '../../../../test/support/everything.ts';
import { importHistory } from '../../../../test/support/history-file.ts';

type Line = { readonly count: number; readonly cents: number; readonly item: number };
type Doc = {
  readonly day: number;
  readonly month: number;
  readonly minute: number;
  readonly lines: readonly Line[];
  readonly buyer: number;
};
type Writing = {
  readonly delimiter: ',' | ';' | '\t';
  readonly mark: '.' | ',';
  readonly date: 'ymd' | 'dmy' | 'mdy';
  readonly isMarked: boolean;
  readonly isGrouped: boolean;
  readonly ending: '\n' | '\r\n';
  readonly hasBom: boolean;
};

const line: fc.Arbitrary<Line> = fc.record({
  count: fc.integer({ min: -4, max: 9 }).filter((count) => count !== 0),
  cents: fc.integer({ min: 0, max: 250_000 }),
  item: fc.integer({ min: 0, max: 12 }),
});
const doc: fc.Arbitrary<Doc> = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  buyer: fc.integer({ min: 0, max: 6 }),
});
const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom<Writing['delimiter']>(',', ';', '\t'),
  mark: fc.constantFrom<Writing['mark']>('.', ','),
  date: fc.constantFrom<Writing['date']>('ymd', 'dmy', 'mdy'),
  isMarked: fc.boolean(),
  isGrouped: fc.boolean(),
  ending: fc.constantFrom<Writing['ending']>('\n', '\r\n'),
  hasBom: fc.boolean(),
});

const two = (value: number): string => String(value).padStart(2, '0');

function dateText({ day, month }: Doc, order: Writing['date']): string {
  if (order === 'ymd') return `2024-${two(month)}-${two(day)}`;
  return order === 'dmy' ? `${two(day)}/${two(month)}/2024` : `${month}/${day}/2024`;
}

function amountText(cents: number, { mark, isGrouped }: Writing): string {
  const whole = String((cents - (cents % 100)) / 100);
  const grouped = isGrouped ? whole.replace(/(\d)(?=(?:\d{3})+$)/g, `$1${mark === '.' ? ',' : '.'}`) : whole;
  return `${grouped}${mark}${two(cents % 100)}`;
}

/** Documents whose rows are all on one side may be marked; then the file has them below zero as well. */
function numberOf(one: Doc, index: number, { isMarked }: Writing): string {
  const isBack = one.lines.every(({ count }) => count < 0);
  return isMarked && isBack ? `C${1000 + index}` : String(1000 + index);
}

function fileOf(docs: readonly Doc[], how: Writing): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = docs.flatMap((one, index) =>
    one.lines.map(({ count, cents, item }) =>
      [
        numberOf(one, index, how),
        dateText(one, how.date),
        `${two(Math.floor(one.minute / 60))}:${two(one.minute % 60)}`,
        `S${item}`,
        quoted(`Thing "${item}", ${how.delimiter}`),
        String(count),
        quoted(amountText(cents, how)),
        one.buyer === 0 ? '' : `customer ${one.buyer}`,
      ].join(how.delimiter),
    ),
  );
  const heading = [
    'Invoice No',
    'Date',
    'Time',
    'SKU',
    'Description',
    'Quantity',
    'Unit price',
    'Customer',
  ].join(how.delimiter);
  return `${how.hasBom ? '\ufeff' : ''}${[heading, ...rows].join(how.ending)}${how.ending}`;
}

/** What the documents come to by plain sums of their own. */
function expectedOf(docs: readonly Doc[]) {
  const months = new Map<number, { orders: number; returns: number; sales: number; returned: number }>();
  for (const { month, lines } of docs) {
    const sums = months.get(202400 + month) ?? { orders: 0, returns: 0, sales: 0, returned: 0 };
    months.set(202400 + month, sums);
    const isAllBack = lines.every(({ count }) => count < 0);
    // Worth nothing, a quantity below zero stays with what was sold, unless the number says that all of it came back.
    const back = lines.filter(({ count, cents }) => count < 0 && cents > 0);
    const sold = lines.filter((one) => !back.includes(one));
    sums.returned += back.reduce((sum, { count, cents }) => sum - count * cents, 0);
    sums.sales += sold.reduce((sum, { count, cents }) => sum + Math.max(0, count) * cents, 0);
    sums.orders += sold.length > 0 && !isAllBack ? 1 : 0;
    sums.returns += back.length > 0 ? 1 : 0;
  }
  return months;
}

/** Without a day above 12 a file of two numbers first may be read either way: the last one tells. */
const telling = (docs: readonly Doc[]): Doc[] => [
  ...docs.filter(({ lines }) => lines.some(({ count, cents }) => count > 0 || cents > 0)),
  { day: 28, month: 12, minute: 600, buyer: 1, lines: [{ count: 1, cents: 1_234_56, item: 1 }] },
];

function shopMonths(test: TestApp) {
  type Row = { month: number; orders: number; returns: number; sales: number; returned: number };
  return test.file.read.all(sql<Row>`
    SELECT month, sum(o) AS orders, sum(r) AS returns, sum(s) AS sales, sum(b) AS returned FROM (
      SELECT businessDate / 100 AS month, 1 AS o, 0 AS r, total AS s, 0 AS b FROM orders
      UNION ALL SELECT businessDate / 100, 0, 1, 0, total FROM returns) GROUP BY month ORDER BY month`);
}

describe('a random history', () => {
  it('comes to its own sums, whatever way it is written, and goes without a trace', async () => {
    const test = await createOpenShop();
    const before = everything(test);
    const isBackOnly = ({ lines }: Doc): boolean => lines.every(({ count }) => count < 0);
    await fc.assert(
      fc.asyncProperty(fc.array(doc, { minLength: 1, maxLength: 25 }), writing, async (some, how) => {
        const docs = telling(
          some.filter((one) => !isBackOnly(one) || one.lines.every(({ cents }) => cents > 0)),
        );
        const { made, preview } = await importHistory(test, { sales: fileOf(docs, how) });
        const expected = [...expectedOf(docs)]
          .sort(([a], [b]) => a - b)
          .map(([month, sums]) => ({ month, ...sums }));
        expect(shopMonths(test)).toEqual(expected);
        expect(preview.months.map(({ lines: _, tax: __, ...month }) => month)).toEqual(expected);
        const buyers = new Set(docs.map(({ buyer }) => buyer).filter((buyer) => buyer > 0));
        expect(made.customers).toBe(buyers.size);
        expect((await test.ask('historyImport.reconcile', { importId: made.importId })).isRounded).toBe(
          false,
        );
        expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
        await test.ask('historyImport.undo', { importId: made.importId });
        expect(everything(test)).toEqual(before);
      }),
      { numRuns: 40 },
    );
    await test.close();
  });
});
