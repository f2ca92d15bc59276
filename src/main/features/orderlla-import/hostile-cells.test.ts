import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { hostileCells } from '../../../../test/support/hostile-cells.ts';
import { orderllaDatabase, orderllaScript, sendOrderlla } from '../../../../test/support/orderlla-file.ts';
import { finishSteps } from '../csv/steps.ts';
import { readScriptSteps } from './read-script.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

/** No program writes halves of signs, and a script ends where a NUL stands. */
const texts = hostileCells.filter((text) => text.isWellFormed() && !text.includes('\0'));
const plain = (text: string) => text.replace(/[^\P{Cc}\n\r\t]/gu, '').trim();
const at = (row: number, column: number) => texts[(row + column * 101) % texts.length] ?? '';

const rows = {
  customers: texts.map((text, row) => ({
    ...{
      id: `${row + 1}`,
      name: text,
      username: at(row, 1),
      password: 'x',
      address: at(row, 2),
      contact: at(row, 3),
    },
  })),
  products: texts.map((text, row) => ({
    ...{
      id: `${row + 1}`,
      name: text,
      description: at(row, 1),
      price: '2',
      stock: '5',
      image_url: at(row, 2),
    },
  })),
  orders: texts.map((_, row) => ({
    ...{
      id: `${row + 1}`,
      customer_id: `${row + 1}`,
      items: `{"${row + 1}": 1}`,
      total: '2',
      order_date: '2025-01-02',
    },
    ...{ status: 'Delivered', payment_method: at(row, 4), cancellation_refund: at(row, 1) },
  })),
};

it.each([
  ['a database', () => orderllaDatabase(rows)],
  ['a script', () => Buffer.from(orderllaScript(rows))],
])(
  'keeps every hostile text of %s, or says whose end was left off',
  async (_, bytes) => {
    const uploadId = await sendOrderlla(test, bytes());
    const read = await test.ask('orderllaImport.preview', { uploadId });
    expect(read.read).toMatchObject({
      customers: texts.length,
      products: texts.length,
      orders: texts.length,
    });
    await test.ask('orderllaImport.run', { uploadId });
    type Row = { name: string; description: string; address: string; customer: string };
    const stored = test.file.read.all(
      sql<Row>`SELECT p.name, p.description, c.address, c.name AS customer FROM products p
      JOIN orderllaIds AS o ON o.kind = 'product' AND o.newId = p.id
      JOIN orderllaIds AS k ON k.kind = 'customer' AND k.oldId = o.oldId JOIN customers AS c ON c.id = k.newId
      ORDER BY o.oldId`,
    );
    expect(stored).toHaveLength(texts.length);
    stored.forEach((row, index) => {
      const wanted = {
        name: texts[index] ?? '',
        description: at(index, 1),
        address: at(index, 2),
        customer: texts[index] ?? '',
      };
      const most = { name: 300, description: 20_000, address: 500, customer: 160 };
      for (const field of ['name', 'description', 'address', 'customer'] as const) {
        const text = plain(wanted[field]);
        if (text === '' && (field === 'name' || field === 'customer')) continue;
        if (text.length <= most[field]) expect(row[field]).toBe(text);
        else {
          expect(text.startsWith(row[field])).toBe(true);
          expect(row[field].length).toBeGreaterThan(most[field] - 40);
        }
      }
    });
    const cut = read.odd.find(({ code }) => code === 'text-cut');
    expect(cut).toMatchObject({ needsLook: true });
    expect(Number(cut?.params.count)).toBeGreaterThan(20);
  },
  120_000,
);

describe('a script that is made to fill the memory', () => {
  const read = (script: string) => finishSteps(readScriptSteps(script));
  const many = 1_000_000;

  it.each([
    ['words without an end', 'a '.repeat(many)],
    ['brackets that never close', `INSERT INTO customers (id, name) VALUES ${'('.repeat(many)}`],
    ['square brackets that never close', '['.repeat(many)],
    ['a row of millions', `INSERT INTO customers (id, name) VALUES (${"'a',".repeat(many / 2)}`],
    ['comments in comments', '/*'.repeat(many)],
    ['escapes', `SELECT E'${"\\'".repeat(many)}`],
    ['tags', '$a$b'.repeat(many / 2)],
    ['blanks', ' '.repeat(many * 4)],
  ])(
    'is read to its end, and nothing of it is kept: %s',
    (_, script) => {
      const before = process.memoryUsage().heapUsed;
      const { tables, skippedStatements } = read(script);
      expect(tables.customers ?? []).toEqual([]);
      expect(skippedStatements).toBeLessThanOrEqual(1);
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(300_000_000);
    },
    60_000,
  );

  it('may have all its rows in one statement, which are read as they come', () => {
    const values = Array.from({ length: 60_000 }, (_, row) => `(${row + 1}, 'N (${row}), x')`);
    const whole = read(`INSERT INTO customers (id, name) VALUES ${values.join(',')};`);
    expect(whole.tables.customers).toHaveLength(60_000);
    expect(whole.tables.customers?.at(-1)).toEqual({ id: '60000', name: 'N (59999), x' });
    expect(whole).toMatchObject({ brokenRows: 0, skippedStatements: 0 });
    const other = read(
      `INSERT INTO recipes VALUES ${values.join(',')}; INSERT INTO products (id, name) VALUES (1, 'x');`,
    );
    expect(other).toMatchObject({ skippedStatements: 1, tables: { products: [{ id: '1', name: 'x' }] } });
  });
});
