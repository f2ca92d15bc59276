import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import {
  type OrderllaRows,
  orderllaDatabase,
  orderllaScript,
  realOrderllaRows,
  sendOrderlla,
} from '../../../../test/support/orderlla-file.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop({ country: 'IN', locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' });
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const rows = <R>(text: string): R[] => test.file.read.all(sql<R>`${sql.raw(text)}`);

async function preview(bytes: Uint8Array | string) {
  const uploadId = await sendOrderlla(test, bytes);
  return test.ask('orderllaImport.preview', { uploadId });
}

async function bringIn(bytes: Uint8Array | string) {
  const read = await preview(bytes);
  return { read, made: await test.ask('orderllaImport.run', { uploadId: read.uploadId }) };
}

const real = realOrderllaRows();
const realFiles: readonly (readonly [string, () => Uint8Array | string])[] = [
  ['database', () => orderllaDatabase(real ?? {})],
  ['script', () => orderllaScript(real ?? {})],
];

describe.skipIf(!real)('the real shop', () => {
  it.each(realFiles)('is read from its %s as its facts say', async (_kind, file) => {
    const { read, made } = await bringIn(file());
    expect(read.read).toMatchObject({
      customers: 25,
      products: 12,
      orders: 35,
      lines: 41,
      units: pieces(52),
    });
    expect(read.statuses).toEqual([
      { status: 'delivered', orders: 23, total: 35_649_800 },
      { status: 'cancelled', orders: 12, total: 34_209_800 },
    ]);
    expect(read.refunds).toEqual({ awaiting: 2, initiated: 5, settled: 0 });
    const odd = new Map(read.odd.map((one) => [one.code, one.params]));
    expect(odd.get('two-spellings')).toMatchObject({ first: 'Cash On Delivery', list: 'Cash on Delivery' });
    expect(odd.get('method-new')).toMatchObject({ list: 'Online Payment' });
    expect(odd.get('delivered-without-day')).toMatchObject({ count: 20 });
    expect(odd.get('delivered-early')).toMatchObject({ count: 3 });
    expect(odd.get('refund-awaiting')).toMatchObject({ list: '27, 28' });
    expect(odd.get('times-with-offset')).toMatchObject({ count: 11 });
    expect(odd.get('times-without-offset')).toMatchObject({ list: '35' });
    expect(made.created).toEqual({ customers: 25, products: 12, orders: 35 });
    expect(
      rows('SELECT status, count(*) AS n, sum(total) AS total FROM orders GROUP BY status ORDER BY 1'),
    ).toEqual([
      { status: 'cancelled', n: 12, total: 34_209_800 },
      { status: 'delivered', n: 23, total: 35_649_800 },
    ]);
  });

  it('keeps dates, stock and what nobody may sign in with', async () => {
    await bringIn(orderllaDatabase(real ?? {}));
    const stock = rows<{ oldId: number; onHand: number; reserved: number }>(
      `SELECT i.oldId, s.onHand, s.reserved FROM orderllaIds i JOIN productStock s ON s.productId = i.newId
       WHERE i.kind = 'product' ORDER BY 1`,
    );
    expect(stock).toEqual(
      (real?.products ?? []).map(({ id, stock: left }) => ({
        oldId: Number(id),
        onHand: pieces(Number(left)),
        reserved: 0,
      })),
    );
    const [old35] = rows<{ cancelledAt: number; placedAt: number; businessDate: number }>(
      `SELECT cancelledAt, placedAt, businessDate FROM orders WHERE note = 'Orderlla 35'`,
    );
    expect(old35?.businessDate).toBe(20250811);
    expect(old35?.placedAt).toBe(Date.UTC(2025, 7, 11, 6, 30));
    // Without an offset it is the shop's clock: 20:50:42 in Kolkata.
    expect(old35?.cancelledAt).toBe(Date.UTC(2025, 7, 11, 15, 20, 42, 918));
    const [old25] = rows<{ cancelledAt: number }>(
      `SELECT cancelledAt FROM orders WHERE note = 'Orderlla 25'`,
    );
    expect(old25?.cancelledAt).toBe(Date.UTC(2025, 7, 5, 22, 31, 35, 980));
    expect(test.file.read.all(sql`SELECT 1 FROM customers WHERE passwordHash IS NOT NULL`)).toEqual([]);
    expect(JSON.stringify(rows('SELECT * FROM customers'))).not.toContain('secret-word');
  });

  it('comes in once: by the same request, and by a second import', async () => {
    const bytes = orderllaDatabase(real ?? {});
    const { uploadId } = await preview(bytes);
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'orderllaImport.run', { uploadId }, requestId);
    const again = await test.app.ask(owner, 'orderllaImport.run', { uploadId }, requestId);
    expect(again).toEqual(first);
    const second = await preview(bytes);
    expect(second.make).toMatchObject({ customers: 0, products: 0, orders: 0 });
    expect(second.known).toEqual({ customers: 25, products: 12, orders: 35 });
    const refused = await test.refused('orderllaImport.run', { uploadId: second.uploadId });
    expect(refused.code).toBe('nothing-to-import');
    expect(rows('SELECT count(*) AS n FROM orders')).toEqual([{ n: 35 }]);
    expect(rows(`SELECT count(*) AS n FROM imports WHERE format = 'orderlla'`)).toEqual([{ n: 1 }]);
  });

  it('saves a report in words', async () => {
    const { read } = await bringIn(orderllaDatabase(real ?? {}));
    await test.ask('orderllaImport.saveReport', { uploadId: read.uploadId });
    const [saved] = test.desktop.saved;
    expect(saved?.name).toBe('shop report.csv');
    const words = Buffer.from(saved?.bytes as Uint8Array).toString('utf8');
    expect(words).toContain('Orders brought in,35');
    expect(words).toContain('are one way of paying');
  });
});

const product = { id: '1', name: 'Lamp', description: '', price: '12.10', stock: '5' };
const order = {
  id: '7',
  customer_id: '1',
  items: '{"1": 2}',
  total: '24.20',
  payment_method: 'UPI',
  delivery_date: '2025-08-09',
  status: 'Order Received',
  order_date: '2025-08-05',
};
const customer = {
  id: '1',
  username: 'ada',
  password: 'x',
  name: 'Ada',
  address: 'Low Road',
  contact: 'a@b.c',
};
const shopWith = (...orders: readonly Readonly<Record<string, string | null>>[]): OrderllaRows => ({
  customers: [customer],
  products: [product],
  orders: orders.map((change) => ({ ...order, ...change })),
});

describe('what is odd', () => {
  it('is explained: deleted products, other totals, missing dates, unknown words', async () => {
    const { read } = await bringIn(
      orderllaDatabase(
        shopWith(
          {},
          { id: '8', total: '20' },
          { id: '9', total: '30.05' },
          { id: '10', items: '{"1": 1, "99": 2}', total: '22.10' },
          { id: '11', order_date: null, status: 'Lost', payment_method: 'cash ON  delivery' },
          { id: '12', items: 'oops', customer_id: '5' },
          { id: '13', total: '-1' },
        ),
      ),
    );
    const codes = read.odd.map((one) => one.code);
    for (const code of [
      'total-lower',
      'total-higher',
      'product-gone',
      'order-date-guessed',
      'status-unknown',
    ]) {
      expect(codes).toContain(code);
    }
    expect(codes).toEqual(expect.arrayContaining(['items-unknown', 'customer-gone', 'order-left-out']));
    expect(read.leftOut).toBe(1);
    expect(read.odd.find(({ code }) => code === 'order-date-guessed')?.params.list).toBe('11 (2025-08-06)');
    expect(rows(`SELECT orderDiscount, total FROM orders WHERE note = 'Orderlla 8'`)).toEqual([
      { orderDiscount: 420, total: 2000 },
    ]);
    const lines = (oldId: number) =>
      rows(`SELECT l.name, l.unitPrice AS price FROM orderLines l JOIN orders o ON o.id = l.orderId
        WHERE o.note = 'Orderlla ${oldId}' ORDER BY lineNo`);
    expect(lines(9)).toEqual([
      { name: 'Lamp', price: 1210 },
      { name: 'Difference to what was paid', price: 585 },
    ]);
    expect(lines(10)).toEqual([
      { name: 'Lamp', price: 1210 },
      { name: 'Unknown product 99', price: 500 },
    ]);
    // What is promised still lies on the shelf: what can be sold is what the file says.
    expect(rows('SELECT onHand - reserved AS left FROM productStock')).toEqual([{ left: pieces(5) }]);
  });

  it('is stock below zero, of parts, or unknown', async () => {
    const products = [
      { ...product, id: '1', stock: '-3' },
      { ...product, id: '2', stock: '2.5', price: '1.005' },
      { ...product, id: '3', stock: null, price: 'free' },
    ];
    const { read } = await bringIn(orderllaDatabase({ ...shopWith(), products }));
    expect(read.odd.map((one) => one.code)).toEqual(
      expect.arrayContaining(['stock-negative', 'stock-fractional', 'stock-missing', 'price-unreadable']),
    );
    expect(rows('SELECT onHand, tracked FROM productStock ORDER BY productId')).toEqual([
      { onHand: -3000, tracked: 1 },
      { onHand: 2000, tracked: 1 },
      { onHand: 0, tracked: 0 },
    ]);
    expect(rows('SELECT price FROM products ORDER BY id')).toEqual([
      { price: 1210 },
      { price: 101 },
      { price: 0 },
    ]);
  });
});
