import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import { query } from '../../database/query.ts';
import { orderOfPrinted } from './printed-numbers.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const day = 86_400_000;
const sell = async () =>
  (await test.ask('orders.place', counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]))).orderId;
const invoice = async (orderId: number) =>
  (await test.ask('documents.print', { kind: 'invoice', orderId })).number;
const invoiceNew = async () => invoice(await sell());
const set = (change: Input<'shop.setNumbering'>) => test.ask('shop.setNumbering', change);
const refused = async (change: Input<'shop.setNumbering'>) => test.refused('shop.setNumbering', change);
const numbering = () => test.ask('shop.numbering', {});
const preview = async (change: Partial<Numbering> = {}) =>
  test.ask('shop.previewNumbers', { ...(await numbering()), ...change });
const printed = () =>
  test.file.read
    .all(query.selectFrom('invoices').select('printed').orderBy('number'))
    .map((row) => row.printed);

describe('the numbers of invoices', () => {
  it('take on a prefix and digits from then on; what was printed keeps its own', async () => {
    const first = await sell();
    expect(await invoice(first)).toBe('1');
    await set({ invoicePrefix: 'INV-{year}-', invoiceDigits: 4 });
    expect((await preview()).invoice).toBe('INV-2026-0002');
    expect([await invoiceNew(), await invoice(first)]).toEqual(['INV-2026-0002', '1']);
    await set({ invoicePrefix: '' });
    expect(await invoiceNew()).toBe('0003');
  });

  it('begin again with each business year, each year without a gap', async () => {
    await set({ invoicePrefix: 'R/{year}/', invoiceYearly: true, yearStartMonth: 4, invoiceDigits: 2 });
    expect(await preview()).toMatchObject({ invoice: 'R/2026-27/01', invoiceNextYear: 'R/2027-28/01' });
    const numbers = [await invoiceNew(), await invoiceNew()];
    // 22 November 2026 and 129 days are 31 March; one more begins the year.
    test.now += 129 * day;
    numbers.push(await invoiceNew());
    test.now += day;
    numbers.push(await invoiceNew(), await invoiceNew());
    expect(numbers).toEqual(['R/2026-27/01', 'R/2026-27/02', 'R/2026-27/03', 'R/2027-28/01', 'R/2027-28/02']);
  });

  it('go on where the counter was, whichever way it is switched', async () => {
    const year = { invoicePrefix: 'Y{year}-', invoiceYearly: true };
    const plain = { invoicePrefix: 'A-', invoiceYearly: false };
    await set(plain);
    const numbers = [await invoiceNew(), await invoiceNew()];
    await set(year);
    numbers.push(await invoiceNew());
    await set(plain);
    numbers.push(await invoiceNew());
    await set(year);
    numbers.push(await invoiceNew());
    expect(numbers).toEqual(['A-1', 'A-2', 'Y2026-1', 'A-3', 'Y2026-2']);
  });

  it('begin where another program ended, and only before the first', async () => {
    await set({ invoiceFirst: 312 });
    expect(await preview()).toMatchObject({ invoice: '312', isBegun: false, lastInvoice: null });
    expect([await invoiceNew(), await invoiceNew()]).toEqual(['312', '313']);
    expect(await preview()).toMatchObject({ isBegun: true, lastInvoice: '313' });
    expect((await refused({ invoiceFirst: 400 })).code).toBe('invoices-begun');
    await set({ invoicePrefix: 'N{year}-', invoiceYearly: true, invoiceFirst: 20 });
    expect(await invoiceNew()).toBe('N2026-20');
    test.now += 45 * day;
    expect(await invoiceNew()).toBe('N2027-1');
    expect((await numbering()).invoiceFirst).toBe(1);
  });

  it('are never two of one text: a prefix belongs to one way of counting', async () => {
    await set({ invoicePrefix: 'INV-2026-' });
    expect(await invoiceNew()).toBe('INV-2026-1');
    const yearly = { invoicePrefix: 'INV-{year}-', invoiceYearly: true };
    expect(await preview(yearly)).toMatchObject({ isPrefixUsed: true });
    expect((await refused(yearly)).code).toBe('prefix-used');
    expect((await refused({ ...yearly, invoicePrefix: 'inv-{year}-' })).code).toBe('prefix-used');
    await set({ invoicePrefix: 'I{year}-', invoiceYearly: true });
    expect(await invoiceNew()).toBe('I2026-1');
    expect((await refused({ invoicePrefix: 'I2026-', invoiceYearly: false })).code).toBe('prefix-used');
  });

  it('are one each for two that ask at once', async () => {
    const [first, second] = [await sell(), await sell()];
    await set({ invoicePrefix: 'Z-' });
    const numbers = await Promise.all([first, second, first, second].map(invoice));
    expect(new Set(numbers)).toEqual(new Set(['Z-1', 'Z-2']));
    expect(numbers[0]).toBe(numbers[2]);
    expect(printed()).toEqual(['Z-1', 'Z-2']);
  });

  it.each([
    [{ invoicePrefix: 'INV2026' }, 'prefix-not-good'],
    [{ invoicePrefix: 'INV-', invoiceYearly: true }, 'prefix-not-good'],
    [{ orderPrefix: '{year}-' }, 'prefix-not-good'],
    [{ orderPrefix: 'No. 7' }, 'prefix-not-good'],
  ])('refuse %j and change nothing', async (change, code) => {
    const before = await numbering();
    expect((await refused(change)).code).toBe(code);
    expect(await numbering()).toEqual(before);
  });

  it('have no gap and no double in any order of settings, days and invoices', async () => {
    const step = fc.oneof(
      fc.constant('invoice' as const),
      fc.constant('invoice' as const),
      fc.constant('day' as const),
      fc.record(
        {
          invoicePrefix: fc.constantFrom('', 'A-', 'A-{year}-', 'A-2026-', 'A-2027-', '{year}/'),
          invoiceYearly: fc.boolean(),
          invoiceDigits: fc.integer({ min: 1, max: 4 }),
          yearStartMonth: fc.constantFrom(1, 4, 12),
          invoiceFirst: fc.integer({ min: 1, max: 50 }),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 18 }), async (steps) => {
        const shop = await createOpenShop();
        try {
          for (const one of steps) {
            if (one === 'day') shop.now += 20 * day;
            else if (one === 'invoice') {
              const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]);
              const { orderId } = await shop.ask('orders.place', sale);
              const foretold = await shop.ask('shop.previewNumbers', await shop.ask('shop.numbering', {}));
              const { number } = await shop.ask('documents.print', { kind: 'invoice', orderId });
              expect(number).toBe(foretold.invoice);
            } else {
              const given = Object.fromEntries(
                Object.entries(one).filter(([, value]) => value !== undefined),
              );
              await shop.app.ask(
                { kind: 'window', windowId: 1 },
                'shop.setNumbering',
                given,
                crypto.randomUUID(),
              );
            }
          }
          const rows = shop.file.read.all(
            query.selectFrom('invoices').select(['counter', 'counterNo', 'printed']).orderBy('number'),
          );
          const texts = rows.map((row) => row.printed?.toLowerCase());
          expect(new Set(texts).size).toBe(texts.length);
          for (const counter of new Set(rows.map((row) => row.counter))) {
            const numbers = rows.filter((row) => row.counter === counter).map((row) => row.counterNo ?? 0);
            expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
          }
        } finally {
          await shop.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the numbers of orders', () => {
  it('look as the shop says, and stay what they are', async () => {
    await set({ orderPrefix: 'R-', orderDigits: 5 });
    expect((await preview()).order).toBe('R-00001');
    const orderId = await sell();
    expect(orderId).toBe(1);
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(test.desktop.printed.at(-1)?.document.html).toContain('Order R-00001');
  });

  it('are found by whatever was printed, under every prefix they ever had', async () => {
    const [first, second] = [await sell(), await sell()];
    await set({ orderPrefix: 'R-', orderDigits: 5, invoicePrefix: 'INV-' });
    const number = await invoice(first);
    await set({ orderPrefix: 'S/', invoicePrefix: 'X-' });
    const find = (typed: string) => orderOfPrinted(test.file.read, typed);
    expect([find('R-00002'), find('r-2'), find('S/2'), find(' s/00002 ')]).toEqual([2, 2, 2, 2]);
    expect(find(number ?? '')).toBe(first);
    expect(find('inv-1')).toBe(first);
    expect([find('2'), find('Q-2'), find('INV-9'), find('')]).toEqual([null, null, null, null]);
    expect(second).toBe(2);
    const list = { status: 'all', kind: 'all', fromDate: null, toDate: null, customerId: null } as const;
    const listed = async (text: string) =>
      (await test.ask('orders.list', { ...list, text, cursor: null, limit: 20 })).items.map(({ id }) => id);
    expect([await listed('R-00002'), await listed('inv-1'), await listed('R-9')]).toEqual([[2], [first], []]);
    const sales = await test.ask('returns.findSales', { text: 'S/2', limit: 5 });
    expect(sales.map(({ orderId }) => orderId)).toEqual([2]);
    const found = await test.ask('palette.find', { text: 'INV-1', limit: 6 });
    expect(JSON.stringify(found)).toContain(`"id":${first}`);
  });
});

describe('changing the numbering', () => {
  it('is audited with before and after', async () => {
    await set({ invoicePrefix: 'INV-', orderDigits: 3 });
    const entry = test.file.read.get(
      query.selectFrom('auditEntries').selectAll().where('call', '=', 'shop.setNumbering'),
    );
    expect(JSON.parse(entry?.details ?? '')).toMatchObject({
      before: { invoicePrefix: '', orderDigits: 1 },
      after: { invoicePrefix: 'INV-', orderDigits: 3 },
    });
  });

  it('never overwrites what somebody else changed meanwhile', async () => {
    await set({ invoicePrefix: 'THEIRS-' });
    const mine = { invoicePrefix: 'MINE-', seen: { invoicePrefix: '' } };
    expect(await refused(mine)).toEqual({
      code: 'changed-meanwhile',
      details: { fields: { invoicePrefix: 'THEIRS-' } },
    });
    await set({ ...mine, seen: { invoicePrefix: 'THEIRS-' } });
    expect((await numbering()).invoicePrefix).toBe('MINE-');
  });
});
