import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { partsOf } from '../../../test/support/csv-sets.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { type CsvTable, csvTables } from '../../shared/contract/csv-tables.ts';
import type { SomeCsvTables } from '../app/desktop-backups.ts';
import { readMigrations } from '../database/migrate.ts';
import { openWholeShop } from '../database/whole-tables.ts';
import { readCsv } from '../features/csv/read-csv.ts';
import { dayOfRow } from './csv-tables.ts';

const keeper = quickKeeper();
let test: TestApp;
let files = 0;
const at = (...parts: string[]) => join(test.folder, ...parts);

beforeAll(async () => {
  test = await eventfulShop();
  mkdirSync(at('scratch'));
});
afterAll(() => test.close());

async function save(tables: readonly CsvTable[], days: SomeCsvTables['days'] = null, signal?: AbortSignal) {
  files += 1;
  const to = at('scratch', String(files));
  const given = { shopPath: at('shop.db'), to, migrationsFolder, app: '1.2.3', now: test.now };
  const made = await keeper.run('export-csv', { ...given, some: { tables, days } }, undefined, signal);
  return { to, made };
}

function table(bytes: Uint8Array): readonly Record<string, string>[] {
  const [head, ...rows] = [...readCsv(new TextDecoder().decode(bytes), ',')].map(({ cells }) => cells);
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, index) => [name, row[index] ?? ''])));
}

const ask = (sql: string) => {
  const shop = openWholeShop(at('shop.db'), readMigrations(migrationsFolder));
  const rows = [...shop.ask(sql)].map((row) => row.map(String));
  shop.close();
  return rows;
};

describe('one table', () => {
  it('is a CSV file with all of its rows', async () => {
    const { to, made } = await save(['orders']);
    const rows = table(readFileSync(to));
    expect(rows.map(({ id, total }) => [id, total])).toEqual(ask('SELECT id, total FROM orders ORDER BY id'));
    expect(made).toEqual({ rows: rows.length, bytes: readFileSync(to).length });
  });

  it('has the rows of some days alone, both ends included', async () => {
    const days = ask('SELECT DISTINCT businessDate FROM orders ORDER BY 1').map(([day]) => Number(day));
    for (const day of days) {
      const { to, made } = await save(['orders'], { from: day, to: day });
      expect(table(readFileSync(to)).map(({ businessDate }) => Number(businessDate))).toEqual(
        Array.from({ length: made.rows }, () => day),
      );
      expect(made.rows).toBeGreaterThan(0);
    }
    expect((await save(['orders'], { from: 19_990_101, to: 19_991_231 })).made.rows).toBe(0);
  });

  it('gives no hash of a password away', async () => {
    const { to } = await save(['customers']);
    expect(readFileSync(to, 'utf8')).not.toMatch(/hash/iu);
  });
});

describe('several tables', () => {
  it('are a zip with words about them, and the lines come with their orders', async () => {
    const [[first] = []] = ask('SELECT min(businessDate) FROM orders');
    const day = Number(first);
    const { to, made } = await save(['orders', 'orderLines', 'payments', 'products'], { from: day, to: day });
    const parts = await partsOf(to);
    expect([...parts.keys()].sort()).toEqual([
      ...['README.md', 'tables/orderLines.csv', 'tables/orders.csv'],
      ...['tables/payments.csv', 'tables/products.csv'],
    ]);
    const of = (name: string) => table(parts.get(`tables/${name}.csv`) ?? Buffer.alloc(0));
    const ids = new Set(of('orders').map(({ id }) => id));
    const [[lines] = []] = ask(
      `SELECT count(*) FROM orderLines WHERE orderId IN (SELECT id FROM orders WHERE businessDate = ${day})`,
    );
    expect(of('orderLines')).toHaveLength(Number(lines));
    for (const row of [...of('orderLines'), ...of('payments')]) expect(ids).toContain(row.orderId);
    expect(of('products')).toHaveLength(Number(ask('SELECT count(*) FROM products')[0]?.[0]));
    expect(made.rows).toBe(
      ['orders', 'orderLines', 'payments', 'products'].flatMap((name) => of(name)).length,
    );
    const words = parts.get('README.md')?.toString() ?? '';
    expect(words).toContain('No shop is made again from this');
    expect(words).toContain(`${day} to ${day}`);
    expect(words).not.toContain('manifest.json');
  });

  it('are all there that can be asked for, with and without days', async () => {
    for (const days of [null, { from: 0, to: 99_991_231 }]) {
      const { to } = await save(csvTables, days);
      expect([...(await partsOf(to)).keys()]).toHaveLength(csvTables.length + 1);
    }
  });

  it('are no shop that could be brought back', async () => {
    const { to } = await save(['orders', 'products']);
    const given = { isKept: true, passphrase: null, migrationsFolder, auditKey: null, manifest: null };
    await expect(
      keeper.run('open-backup', { ...given, from: to, to: at('scratch', 'made.db') }),
    ).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  it('leave nothing behind when they are stopped', async () => {
    const before = readdirSync(at('scratch')).length;
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(save(['orders'], null, stopped)).rejects.toThrow('stopped');
    await expect(save(['orders', 'products'], null, stopped)).rejects.toThrow('stopped');
    expect(readdirSync(at('scratch'))).toHaveLength(before);
  });
});

it('knows of each table with a day where the day stands', () => {
  const shop = openWholeShop(at('shop.db'), readMigrations(migrationsFolder));
  for (const name of csvTables) {
    const found = shop.tables.find((one) => one.name === name);
    expect(found, name).toBeTruthy();
    const hasDay = found?.columns.some((column) => column.name === 'businessDate');
    if (hasDay) expect(dayOfRow(name), name).not.toBeNull();
  }
  shop.close();
});
