import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  createTestApp,
  ownerPassword,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { everything } from '../../../../test/support/everything.ts';
import {
  importHistory,
  sendHistory,
  sharedBytes,
  stopImport,
} from '../../../../test/support/history-file.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  const { found } = await test.ask('audit.verify', { scope: 'whole', cause: 'manual' });
  expect(found).toBe(0);
  await test.close();
});

const small = `id,date,customer,sku,item,qty,price,payment,status
A1,2024-01-02 10:00,Ada,T1,Tea,2,2.50,Cash,done
A1,2024-01-02 10:00,Ada,B1,Bun,1,1.20,Cash,done
A2,2024-01-03 11:00,Bob,T1,Tea,1,2.50,Voucher,cancelled
A3,2024-02-03 11:00,Ada,T1,Tea,-1,2.50,Cash,done
A4,2024-02-04 11:00,,B1,Bun,3,1.20,Cash,returned
A5,2024-02-05 11:00,Cy,B1,Bun,3,1.20,Card,pending
`;

async function aShopWithSales(): Promise<void> {
  await test.ask('customers.create', { name: 'Ada', phone: '1', email: '', address: '', note: '' });
  const ada = { customerId: 1 } as const;
  await test.ask('orders.place', { ...counterSale([line(null, 2, 350)]), ...ada });
}

describe('taking an import back', () => {
  it('leaves every table as it was, where nothing happened since', async () => {
    await aShopWithSales();
    const before = everything(test);
    const { made } = await importHistory(test, { sales: small });
    expect(made).toMatchObject({ orders: 4, returns: 2, products: 2, customers: 2 });
    expect(everything(test)).not.toEqual(before);
    const undone = await test.ask('historyImport.undo', { importId: made.importId });
    expect(undone).toEqual({ orders: 4, returns: 2, kept: 0 });
    expect(everything(test)).toEqual(before);
    const again = await importHistory(test, { sales: small });
    expect(again.made).toMatchObject({ orders: 4, returns: 2, knownOrders: 0 });
  });

  it('keeps later orders and their numbers, and knows which numbers are given up', async () => {
    await aShopWithSales();
    const { made } = await importHistory(test, { sales: small });
    const later = await test.ask('orders.place', counterSale([line(null, 1, 100)]));
    expect(later.orderId).toBe(6);
    await test.ask('historyImport.undo', { importId: made.importId });
    const ids = test.file.read
      .all(sql<{ id: number }>`SELECT id FROM orders ORDER BY id`)
      .map(({ id }) => id);
    expect(ids).toEqual([1, 6]);
    expect((await test.ask('orders.place', counterSale([line(null, 1, 100)]))).orderId).toBe(7);
    const gap = test.file.read.get(sql`SELECT gapFrom, gapTo FROM historyImports`);
    expect(gap).toEqual({ gapFrom: 2, gapTo: 5 });
  });

  it('frees a gap again when what came after it goes as well', async () => {
    const first = await importHistory(test, { sales: small });
    const second = await importHistory(test, { sales: small.replaceAll(/^A/gm, 'B') });
    await test.ask('historyImport.undo', { importId: first.made.importId });
    await test.ask('historyImport.undo', { importId: second.made.importId });
    expect((await test.ask('orders.place', counterSale([line(null, 1, 100)]))).orderId).toBe(1);
  });

  it('is refused twice, of what is not there, and where an order was worked on since', async () => {
    const { made } = await importHistory(test, { sales: small });
    const { importId } = made;
    await test.ask('orders.addNote', { orderId: 2, note: 'rang up' });
    expect(await test.refused('historyImport.undo', { importId })).toEqual({
      code: 'history-touched',
      details: { count: 1, list: '2' },
    });
    expect((await test.refused('historyImport.undo', { importId: 99 })).code).toBe('not-found');
    expect((await test.ask('historyImport.reconcile', { importId })).agrees).toBe(true);
  });

  it('is refused once it was done', async () => {
    const { made } = await importHistory(test, { sales: small });
    await test.ask('historyImport.undo', { importId: made.importId });
    expect((await test.refused('historyImport.undo', { importId: made.importId })).code).toBe(
      'history-undone',
    );
    const { items } = await test.ask('historyImport.list', { cursor: null, limit: 20 });
    expect(items).toMatchObject([
      { importId: 1, staffName: 'Olga Owner', orders: 4, undoneAt: expect.any(Number) },
    ]);
  });

  it('keeps products and customers that are used or were changed since', async () => {
    const { made } = await importHistory(test, { sales: small }, { products: 'make' });
    const { importId } = made;
    const tea = test.file.read.get(sql<{ id: number }>`SELECT id FROM products WHERE sku = 'T1'`)?.id ?? 0;
    await test.ask('orders.place', { ...counterSale([line(tea, 1, 250)]), oversellAccepted: [tea] });
    const cy = test.file.read.get(sql<{ id: number }>`SELECT id FROM customers WHERE name = 'Cy'`)?.id ?? 0;
    await test.ask('customers.update', {
      customerId: cy,
      name: 'Cyrus',
      phone: '',
      email: '',
      address: '',
      note: '',
    });
    expect(await test.ask('historyImport.undo', { importId })).toMatchObject({ kept: 2 });
    expect(test.file.read.all(sql`SELECT sku FROM products`)).toEqual([{ sku: 'T1' }]);
    expect(test.file.read.all(sql`SELECT name FROM customers`)).toEqual([{ name: 'Cyrus' }]);
    // The next file means the same person by this key.
    const again = await importHistory(test, { sales: small });
    expect(again.made.customers).toBe(2);
  });
});

describe('the closed days of the reports', () => {
  it('stay what their rows add up to, through an import and back', async () => {
    const day = 86_400_000;
    await aShopWithSales();
    test.now += 3 * day;
    await test.ask('reports.close', {});
    const proof = async (): Promise<number> => (await test.ask('reports.prove', {})).differenceCount;
    const sales = async (): Promise<unknown> => {
      const range = { from: calendarDate(20240101), to: calendarDate(20261231) };
      const asked = { report: 'sales', by: 'month', compare: 'none', sort: null, limit: 100 } as const;
      const { figures } = await test.ask('reports.run', { ...asked, ...range });
      return Object.fromEntries(figures.map(({ metric, value }) => [metric, value]));
    };
    const before = await sales();
    const { made } = await importHistory(test, { sales: small });
    const during = await sales();
    expect(during).toMatchObject({ sales: 700 + 620 + 250 + 360 + 360, returned: 250 + 360, cancelled: 250 });
    await test.ask('reports.close', {});
    expect([await proof(), await sales()]).toEqual([0, during]);
    await test.ask('historyImport.undo', { importId: made.importId });
    expect(await sales()).toEqual(before);
    await test.ask('reports.close', {});
    expect([await proof(), await sales()]).toEqual([0, before]);
  });
});

describe('a crash right after it was taken back', () => {
  it('is not taken for orders that are missing', async () => {
    await aShopWithSales();
    const { made } = await importHistory(test, { sales: small });
    await test.app.close();
    const heads = join(test.folder, 'audit-head.json');
    let again = createTestApp({ folder: test.folder, now: test.now + 60_000 });
    const keptBefore = readFileSync(heads);
    await again.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await again.ask('historyImport.undo', { importId: made.importId });
    await again.app.close();
    writeFileSync(heads, keptBefore);
    again = createTestApp({ folder: test.folder, now: test.now + 120_000 });
    await again.ask('session.signIn', { staffId: 1, password: ownerPassword });
    expect((await again.ask('audit.verify', { scope: 'whole', cause: 'manual' })).found).toBe(0);
    expect((await again.ask('audit.state', {})).openFindings).toBe(0);
    await again.app.close();
    test = createTestApp({ folder: test.folder, now: test.now + 180_000 });
    await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  });
});

describe('an import that is stopped or fails', () => {
  it('leaves nothing behind', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `${index},2024-01-02,Tea,1,2.50`);
    const before = everything(test);
    const uploadId = await sendHistory(test, { sales: `id,date,item,qty,price\n${rows.join('\n')}\n` });
    await test.ask('historyImport.preview', { uploadId, choices: {} });
    const stopped = await stopImport(test, uploadId);
    expect(stopped.code).toBe('cancelled');
    expect(stopped.steps).toBeGreaterThan(9);
    expect(everything(test)).toEqual(before);
    expect((await test.ask('historyImport.run', { uploadId })).orders).toBe(3000);
  });
});

const onlineRetail = 'online_retail/online_retail_2010-12_2011-01.csv.gz';
describe.skipIf(!sharedData(onlineRetail))(
  `${onlineRetail} (skipped where the shared data is absent)`,
  () => {
    it('goes without a trace', async () => {
      await aShopWithSales();
      const before = everything(test);
      const { made } = await importHistory(test, { sales: sharedBytes(onlineRetail) });
      await test.ask('historyImport.undo', { importId: made.importId });
      expect(everything(test)).toEqual(before);
    });
  },
);
