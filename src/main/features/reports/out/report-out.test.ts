import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../../test/support/builders.ts';
import {
  createOpenShop,
  owner,
  ownerPassword,
  type TestApp,
} from '../../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../../test/support/eventful-shop.ts';
import { chartInput } from '../../../../../test/support/report-out-inputs.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { type ReportKey, reportKeys } from '../../../../shared/contract/reports.ts';
import { calendarDate, isoDate } from '../../../../shared/domain/calendar.ts';
import type { PrintDocument } from '../../../app/desktop.ts';
import { query } from '../../../database/query.ts';

type Wish = Input<'reports.saveCsv'>;
type Result = Output<'reports.run'>;
type Cell = Result['totals'][number];

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
}, 60_000);
afterEach(() => test.close());

const month: Wish = {
  ...{ report: 'sales', from: calendarDate(20261101), to: calendarDate(20261130) },
  ...{ by: 'day', compare: 'none', sort: null },
};

function savedText(): string {
  const { bytes } = test.desktop.saved.at(-1) ?? {};
  if (!(bytes instanceof Uint8Array)) throw new Error('no file');
  return Buffer.from(bytes).toString('utf8');
}

/** What a spreadsheet reads of the file that was saved last. */
function savedTable(): string[][] {
  return parse(savedText(), { bom: true }) as string[][];
}

async function csvOf(change: Partial<Wish>): Promise<string[][]> {
  await test.ask('reports.saveCsv', { ...month, ...change });
  return savedTable();
}

const run = (change: Partial<Wish>): Promise<Result> =>
  test.ask('reports.run', { ...month, ...change, limit: 1000 });

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
    const saved = await test.ask('reports.saveCsv', month);
    expect(saved).toEqual({ saved: true, fileName: 'Sales 2026-11-01 to 2026-11-30.csv', rows: 30 });
    expect(savedText().startsWith('\ufeffDate,')).toBe(true);
    const day = { from: calendarDate(20261122), to: calendarDate(20261122) };
    expect(await test.ask('reports.saveCsv', { ...month, ...day })).toMatchObject({
      fileName: 'Sales 2026-11-22.csv',
    });
    expect(await test.ask('reports.saveCsv', { ...month, report: 'stock-value' })).toMatchObject({
      fileName: `Stock value ${isoDate(calendarDate(20261122))}.csv`,
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

/** The page that was saved last. */
function lastPage(): PrintDocument {
  const { bytes } = test.desktop.saved.at(-1) ?? {};
  if (!bytes || bytes instanceof Uint8Array) throw new Error('no page');
  return bytes;
}

describe('a report on paper', () => {
  const savePdf = (change: Partial<Wish>, picture: string | null = chartInput) =>
    test.ask('reports.savePdf', { ...month, ...change, picture });
  const words = (html: string): string =>
    html
      .replace(/<[^>]*>/gu, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/gu, ' ');

  it('says what it is of, when and by whom it was made, and each figure of every report', async () => {
    for (const report of reportKeys) {
      expect((await savePdf({ report, compare: 'previous' })).saved).toBe(true);
      const page = lastPage();
      const text = words(page.html);
      expect(text).toContain('Corner Shop');
      expect(text).toContain('by Olga Owner');
      expect(text).toContain('What each figure counts');
      expect(text).not.toMatch(/reports?\.[a-z]|metric\.|report-out\.|undefined|\bnull\b/u);
      const result = await run({ report });
      for (const { metric, value } of result.figures)
        if (value !== null && /Sales|paid|tax/i.test(metric))
          expect(text).toContain((value / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/gu, ','));
      expect(page.html.match(/<tr>/gu)?.length ?? 0).toBeGreaterThanOrEqual(result.rows.length);
    }
    await savePdf({ compare: 'previous' });
    expect(words(lastPage().html)).toContain('Oct 2026 (1 – 31 Oct 2026)');
  });

  it('carries the chart, byte by byte as the window drew it, and none where there is none', async () => {
    await savePdf({});
    const page = lastPage();
    expect(Buffer.from(page.picture ?? []).toString('base64')).toBe(chartInput);
    expect(page.html).toContain('<img src="app://img/printed" alt="Chart: Sales">');
    await savePdf({}, null);
    expect(lastPage().picture).toBeNull();
    expect(lastPage().html).not.toContain('<img');
  });

  it('runs nothing that a product is called', async () => {
    const name = '<script>alert(1)</script><img src="app://img/printed" onerror=x>';
    const productId = addProduct(test, { name, price: 100, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 1, 100)], { cartId: 'script' }));
    await savePdf({ report: 'products' });
    const { html } = lastPage();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&quot;app://img/printed&quot;');
    expect(html).not.toMatch(/<script|onerror=x>/u);
    expect(html.split('src="app://img/printed"')).toHaveLength(2);
  });

  it('is Letter where the shop is in a country of Letter, and on its side where it is wide', async () => {
    await savePdf({});
    expect(lastPage()).toMatchObject({ paper: 'a4', isWide: true });
    await savePdf({ report: 'tax' });
    expect(lastPage()).toMatchObject({ paper: 'a4', isWide: false });
    await test.close();
    test = await createOpenShop({
      country: 'US',
      locale: 'en-US',
      currency: 'USD',
      timeZone: 'America/New_York',
    });
    await savePdf({ report: 'tax' });
    expect(lastPage().paper).toBe('letter');
    expect(lastPage().html).toContain('<body class="paper-a4 letter">');
    expect(words(lastPage().html)).toContain('The table has no rows.');
  });

  it('is printed with as many rows as were asked for, the others added up in one', async () => {
    await test.ask('reports.print', { ...month, picture: chartInput, rows: 20 });
    const [{ document, printer } = { document: null, printer: '?' }] = test.desktop.printed.slice(-1);
    expect(printer).toBe('');
    expect(words(document?.html ?? '')).toContain('10 more rows');
    expect(words(document?.html ?? '')).toContain('the first 20 rows');
    test.desktop.printerTrouble = 'out of paper';
    const input = { ...month, picture: null, rows: 20 };
    expect(await test.refused('reports.print', input)).toEqual({
      code: 'print-failed',
      details: { reason: 'out of paper' },
    });
  });
});

describe('the chart as a picture', () => {
  const save = { ...month, picture: chartInput };
  const refusedFor = async (picture: string): Promise<string> =>
    (await test.refused('reports.savePicture', { ...save, picture })).code;

  it('is saved as it was drawn', async () => {
    const saved = await test.ask('reports.savePicture', save);
    expect(saved).toEqual({ saved: true, fileName: 'Sales 2026-11-01 to 2026-11-30.png' });
    expect(Buffer.from(test.desktop.saved.at(-1)?.bytes as Uint8Array).toString('base64')).toBe(chartInput);
  });

  it('is a PNG and nothing else', async () => {
    const png = Buffer.from(chartInput, 'base64');
    const others = {
      markup: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      luggage: Buffer.concat([png, Buffer.from('PK\u0003\u0004 a whole archive')]),
      cut: png.subarray(0, png.length - 20),
      jpeg: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), png]),
      flipped: Buffer.concat([png.subarray(0, 60), Buffer.from([png[60] === 0 ? 1 : 0]), png.subarray(61)]),
    };
    for (const [kind, bytes] of Object.entries(others))
      expect([kind, await refusedFor(bytes.toString('base64'))]).toEqual([kind, 'chart-unreadable']);
    expect(await refusedFor('no base64 at all')).toBe('chart-unreadable');
    expect(await refusedFor(`${chartInput}\n`)).toBe('chart-unreadable');
    expect((await test.refused('reports.savePdf', { ...save, picture: 'AAAA' })).code).toBe(
      'chart-unreadable',
    );
    expect(test.desktop.saved).toEqual([]);
  });
});

describe('taking a report out', () => {
  const confirm = () => test.ask('session.confirmPassword', { password: ownerPassword });
  const ways = ['reports.saveCsv', 'reports.savePdf', 'reports.savePicture'] as const;
  const inputOf = (way: (typeof ways)[number], report: ReportKey = 'sales') =>
    way === 'reports.saveCsv' ? { ...month, report } : { ...month, report, picture: chartInput };

  it('takes the right to save files and the one to see reports; paper takes the latter', async () => {
    await confirm();
    const { manager, cashier, viewer } = await signInEverybody(test);
    for (const way of ways) {
      expect(await test.refused(way, inputOf(way) as never, viewer)).toMatchObject({
        details: { needs: 'export' },
      });
      await test.ask(way, inputOf(way) as never, manager);
    }
    await test.ask('reports.print', { ...month, picture: null, rows: 9 }, viewer);
    const print = { ...month, picture: null, rows: 9 };
    expect(await test.refused('reports.print', print, cashier)).toMatchObject({ code: 'forbidden' });
    const overrides = [{ right: 'see-reports' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    for (const way of ways)
      expect(await test.refused(way, inputOf(way) as never, manager)).toEqual({
        code: 'forbidden',
        details: { needs: 'see-reports' },
      });
  });

  it('tells nothing of cost to who may not see profit', async () => {
    await confirm();
    const { manager } = await signInEverybody(test);
    const overrides = [{ right: 'see-profit' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    for (const report of reportKeys) {
      await test.ask('reports.saveCsv', { ...month, report, compare: 'previous' }, manager);
      expect([report, savedTable()[0]?.join()]).not.toEqual([
        report,
        expect.stringMatching(/cost|margin|value/i),
      ]);
      await test.ask('reports.savePdf', { ...month, report, compare: 'previous', picture: null }, manager);
      const { html } = lastPage();
      expect(html.replaceAll('Stock value', '')).not.toMatch(
        /<bdi>(?:Cost|Unit cost|Margin|Stock value|Value of dead)/u,
      );
    }
    await test.ask('reports.saveCsv', { ...month, report: 'products' });
    expect(savedTable()[0]).toContain('Margin');
  });

  it('is written down once it was done, without the picture', async () => {
    for (const way of ways) await test.ask(way, inputOf(way) as never);
    await test.ask('reports.print', { ...month, picture: chartInput, rows: 9 });
    test.desktop.dismissDialogs = true;
    for (const way of ways)
      expect(await test.ask(way, inputOf(way) as never)).toMatchObject({ saved: false });
    const log = test.file.read.all(
      query
        .selectFrom('auditEntries')
        .select(['call', 'subject', 'details'])
        .where('call', 'like', 'reports.%'),
    );
    expect(log.map(({ call }) => call)).toEqual([...ways, 'reports.print']);
    for (const { subject, details } of log) {
      expect(subject).toBe('report sales');
      expect(details).not.toContain(chartInput.slice(0, 40));
    }
    expect(JSON.parse(log[0]?.details ?? '')).toMatchObject({
      rows: 30,
      fileName: 'Sales 2026-11-01 to 2026-11-30.csv',
    });
  });

  it('stops in the middle when it is told to, and keeps no file', async () => {
    for (const way of [...ways.slice(0, 2), 'reports.print'] as const) {
      const stopped = new Promise<void>((resolve) => {
        const off = test.app.onChange((change) => {
          if (change.kind !== 'progress') return;
          off();
          void test.ask('reports.cancelOut', {}).then(() => resolve());
        });
      });
      const input =
        way === 'reports.print' ? { ...month, picture: null, rows: 9 } : inputOf(way, 'stock-movements');
      expect((await test.refused(way, input as never)).code).toBe('cancelled');
      await stopped;
    }
    expect(test.desktop.saved).toEqual([]);
    expect(test.desktop.printed).toHaveLength(1);
    expect(await test.ask('reports.saveCsv', month)).toMatchObject({ saved: true });
  });

  it('says in plain words why a file could not be written', async () => {
    const trouble = (code: string) =>
      Object.assign(new Error(`${code}: something, write '/secret/x.part'`), { code });
    for (const [code, refusal] of [
      ['ENOSPC', 'save-no-room'],
      ['EACCES', 'save-not-allowed'],
      ['EROFS', 'save-not-allowed'],
      ['ENOENT', 'save-place-gone'],
      ['EIO', 'save-failed'],
    ] as const) {
      test.desktop.saveTrouble = trouble(code);
      for (const way of ways) expect((await test.refused(way, inputOf(way) as never)).code).toBe(refusal);
    }
    expect(test.desktop.saved).toEqual([]);
  });

  it('refuses the ranges that the report itself refuses', async () => {
    const upside = { ...month, from: month.to, to: month.from };
    for (const way of ['reports.saveCsv', 'reports.savePdf'] as const)
      expect((await test.refused(way, { ...inputOf(way), ...upside } as never, owner)).code).toBe(
        'range-upside-down',
      );
    expect(test.desktop.saved).toEqual([]);
  });
});
