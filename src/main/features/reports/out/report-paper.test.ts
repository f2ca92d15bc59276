import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../../test/support/eventful-shop.ts';
import { november, savedPage } from '../../../../../test/support/report-files.ts';
import { chartInput } from '../../../../../test/support/report-out-inputs.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { reportKeys } from '../../../../shared/contract/reports.ts';

type Wish = Input<'reports.saveCsv'>;

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

const run = (change: Partial<Wish>): Promise<Output<'reports.run'>> =>
  test.ask('reports.run', { ...november, ...change, limit: 1000 });

describe('a report on paper', () => {
  const savePdf = (change: Partial<Wish>, picture: string | null = chartInput) =>
    test.ask('reports.savePdf', { ...november, ...change, picture });
  const words = (html: string): string =>
    html
      .replace(/<[^>]*>/gu, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/gu, ' ');

  it('says what it is of, when and by whom it was made, and each figure of every report', async () => {
    for (const report of reportKeys) {
      expect((await savePdf({ report, compare: 'previous' })).saved).toBe(true);
      const page = savedPage(test);
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
    expect(words(savedPage(test).html)).toContain('Oct 2026 (1 – 31 Oct 2026)');
  });

  it('carries the chart, byte by byte as the window drew it, and none where there is none', async () => {
    await savePdf({});
    const page = savedPage(test);
    expect(Buffer.from(page.picture ?? []).toString('base64')).toBe(chartInput);
    expect(page.html).toContain('<img src="app://img/printed" alt="Chart: Sales">');
    await savePdf({}, null);
    expect(savedPage(test).picture).toBeNull();
    expect(savedPage(test).html).not.toContain('<img');
  });

  it('runs nothing that a product is called', async () => {
    const name = '<script>alert(1)</script><img src="app://img/printed" onerror=x>';
    const productId = addProduct(test, { name, price: 100, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 1, 100)], { cartId: 'script' }));
    await savePdf({ report: 'products' });
    const { html } = savedPage(test);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=&quot;app://img/printed&quot;');
    expect(html).not.toMatch(/<script|onerror=x>/u);
    expect(html.split('src="app://img/printed"')).toHaveLength(2);
  });

  it('is Letter where the shop is in a country of Letter, and on its side where it is wide', async () => {
    await savePdf({});
    expect(savedPage(test)).toMatchObject({ paper: 'a4', isWide: true });
    await savePdf({ report: 'tax' });
    expect(savedPage(test)).toMatchObject({ paper: 'a4', isWide: false });
    await test.close();
    test = await createOpenShop({
      country: 'US',
      locale: 'en-US',
      currency: 'USD',
      timeZone: 'America/New_York',
    });
    await savePdf({ report: 'tax' });
    expect(savedPage(test).paper).toBe('letter');
    expect(savedPage(test).html).toContain('<body class="paper-a4 letter">');
    expect(words(savedPage(test).html)).toContain('The table has no rows.');
  });

  it('is printed with as many rows as were asked for, the others added up in one', async () => {
    await test.ask('reports.print', { ...november, picture: chartInput, rows: 20 });
    const [{ document, printer } = { document: null, printer: '?' }] = test.desktop.printed.slice(-1);
    expect(printer).toBe('');
    expect(words(document?.html ?? '')).toContain('10 more rows');
    expect(words(document?.html ?? '')).toContain('the first 20 rows');
    test.desktop.printerTrouble = 'out of paper';
    const input = { ...november, picture: null, rows: 20 };
    expect(await test.refused('reports.print', input)).toEqual({
      code: 'print-failed',
      details: { reason: 'out of paper' },
    });
  });
});

describe('the chart as a picture', () => {
  const save = { ...november, picture: chartInput };
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
