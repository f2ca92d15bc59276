import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { orderllaDatabase, sendOrderlla } from '../../../../test/support/orderlla-file.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const shop = {
  customers: [{ id: '1', name: 'Ada', username: 'ada', password: 'x', address: 'Low Road', contact: '1' }],
  products: [{ id: '1', name: 'Lamp', price: '2', stock: '5' }],
  orders: [
    {
      id: '1',
      customer_id: '1',
      items: '{"1": 1}',
      total: '2',
      status: 'Delivered',
      order_date: '2025-01-02',
    },
  ],
};

async function refusal(bytes: Uint8Array | string): Promise<string> {
  const uploadId = await sendOrderlla(test, bytes);
  return (await test.refused('orderllaImport.preview', { uploadId })).code;
}

async function preview(bytes: Uint8Array | string) {
  const uploadId = await sendOrderlla(test, bytes, 'shop.sql');
  return test.ask('orderllaImport.preview', { uploadId });
}

describe('a file that is no Orderlla shop', () => {
  it('is refused: nothing, foreign, truncated, overwritten', async () => {
    const whole = orderllaDatabase(shop);
    const foreign = new BetterSqlite3(':memory:');
    foreign.exec('CREATE TABLE recipes (id INTEGER); INSERT INTO recipes VALUES (1)');
    expect(await refusal('')).toBe('file-empty');
    expect(await refusal('id,name\n1,Tea\n')).toBe('not-an-orderlla-file');
    expect(await refusal(foreign.serialize())).toBe('not-an-orderlla-file');
    expect(await refusal(whole.subarray(0, 5000))).toBe('file-unreadable');
    expect(await refusal(whole.subarray(0, 60))).toBe('file-unreadable');
    const broken = Buffer.from(whole);
    broken.fill(0xff, 4096);
    expect(await refusal(broken)).toBe('file-unreadable');
    foreign.close();
  });

  it('is refused beyond what an upload may be', async () => {
    const data = Buffer.alloc(1024 * 1024).toString('base64');
    const piece = { uploadId: 'upload-large', fileName: 'shop.db', data };
    let refused = '';
    for (let megabytes = 0; megabytes < 100 && refused === ''; megabytes += 1) {
      const input = { ...piece, offset: megabytes * 1024 * 1024 };
      if (megabytes < 64) await test.ask('import.upload', input);
      else refused = (await test.refused('import.upload', input)).code;
    }
    expect(refused).toBe('file-too-large');
    const gone = await test.refused('orderllaImport.preview', { uploadId: 'upload-large' });
    expect(gone.code).toBe('upload-gone');
  });

  it('runs nothing of a database: views, triggers and generated columns are left alone', async () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n';
    const bytes = orderllaDatabase(
      { customers: shop.customers, products: shop.products },
      `DROP TABLE orders; CREATE VIEW orders AS ${endless};
       CREATE TRIGGER t AFTER INSERT ON products BEGIN DELETE FROM customers; END;
       ALTER TABLE customers ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000))) VIRTUAL;`,
    );
    const uploadId = await sendOrderlla(test, bytes);
    const read = await test.ask('orderllaImport.preview', { uploadId });
    expect(read.read).toMatchObject({ customers: 1, products: 1, orders: 0 });
  });

  it('reads a database that was kept with a write-ahead log', async () => {
    const bytes = orderllaDatabase(shop);
    bytes.fill(2, 18, 20);
    const uploadId = await sendOrderlla(test, bytes);
    expect((await test.ask('orderllaImport.preview', { uploadId })).read.orders).toBe(1);
  });
});

describe('a script', () => {
  it('is cut with care: comments, escapes, casts, quotes, other statements', async () => {
    const read = await preview(`BEGIN; SET x = 'a;b';
      /* INSERT INTO customers VALUES (9, 'no') /* nested */ ; */
      CREATE TABLE IF NOT EXISTS public.customers ("id" integer NOT NULL, name varchar(20) DEFAULT 'a,b', CONSTRAINT k PRIMARY KEY (id));
      INSERT INTO customers VALUES (1, 'O''Brien; DROP TABLE orders; --'), (2, E'Tab\\tand \\'quote\\''), (3, lower('X'));
      insert into "products" (id, name, price, stock) values (1, $q$It's $1$q$, 2.50::numeric(10,2), -1);
      -- INSERT INTO products VALUES (2)
      UPDATE products SET price = 0; DELETE FROM customers; DROP TABLE products; ATTACH 'x' AS y;
      INSERT INTO orders (id, items_json, total, status, order_date) VALUES (1, '{"1": 2}'::jsonb, 5.00, 'Delivered', '2025-01-02');
      INSERT INTO customers VALUES (4, 'cut o`);
    expect(read.read).toMatchObject({ customers: 2, products: 1, orders: 1 });
    const odd = new Map(read.odd.map((one) => [one.code, one.params.count]));
    expect(odd.get('broken-rows')).toBe(2);
    expect(odd.get('skipped-statements')).toBe(6);
    await test.ask('orderllaImport.run', { uploadId: read.uploadId });
    const names = test.file.read.all<{ name: string }>(sql`SELECT name FROM customers ORDER BY id`);
    expect(names.map((row) => row.name)).toEqual(["O'Brien; DROP TABLE orders; --", "Tab\tand 'quote'"]);
    expect(test.file.read.all(sql`SELECT name, price FROM products`)).toEqual([
      { name: "It's $1", price: 250 },
    ]);
  });

  it('leaves nothing behind when the import is stopped, and another import does not take its file', async () => {
    const read = await preview(orderllaDatabase(shop));
    const running = test.refused('orderllaImport.run', { uploadId: read.uploadId });
    await test.ask('import.cancel', { uploadId: read.uploadId });
    expect((await running).code).toBe('cancelled');
    expect(test.file.read.all(sql`SELECT 1 FROM orderllaIds`)).toEqual([]);
    const other = await test.refused('import.run', {
      uploadId: read.uploadId,
      updateExisting: true,
      setStock: true,
    });
    expect(other.code).toBe('upload-gone');
  });
});
