import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createOpenShop,
  migrationsFolder,
  nextRequestId,
  openShopInput,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { partsOf, rowsOf, writeParts } from '../../../test/support/csv-sets.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { fillWithTexts, shopOfTexts } from '../../../test/support/fill-with-texts.ts';
import { hostileTexts } from '../../../test/support/hostile-texts.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import type { CallName } from '../../shared/contract/index.ts';
import { hashOf } from './unzip.ts';

const auditKey = Buffer.alloc(32, 2);
const keeper = quickKeeper();
let test: TestApp;
let files = 0;
const at = (...parts: string[]) => join(test.folder, ...parts);
const newPath = (ending: string) => {
  files += 1;
  return at('scratch', `${files}${ending}`);
};

beforeAll(async () => {
  test = await eventfulShop();
  mkdirSync(at('scratch'));
});
afterAll(() => test.close());

async function exportOf(shopPath: string, signal?: AbortSignal): Promise<string> {
  const to = newPath('.zip');
  await keeper.run(
    'export-csv',
    { shopPath, to, migrationsFolder, app: '1.2.3', now: test.now },
    undefined,
    signal,
  );
  return to;
}

/** The shop that a zip makes, ready to be put in place. */
async function shopFrom(from: string): Promise<string> {
  const to = newPath('.db');
  const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey, manifest: null };
  expect((await keeper.run('open-backup', given)).problems).toEqual([]);
  return to;
}

describe('the whole shop as CSV', () => {
  it('makes the same shop again, and that the same files, byte for byte', async () => {
    const first = await exportOf(at('shop.db'));
    const made = await shopFrom(first);
    expect(rowsOf(made)).toBe(rowsOf(at('shop.db')));
    const second = await exportOf(made);
    expect(await partsOf(second)).toEqual(await partsOf(first));
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  });

  it('finds in it what was found before', async () => {
    const made = new BetterSqlite3(await shopFrom(await exportOf(at('shop.db'))), { readonly: true });
    const was = new BetterSqlite3(at('shop.db'), { readonly: true });
    for (const table of ['productSearch', 'customerSearch']) {
      const found = `SELECT rowid FROM ${table} WHERE ${table} MATCH 'a*' ORDER BY rowid`;
      expect(made.prepare(found).all()).toEqual(was.prepare(found).all());
    }
    made.close();
    was.close();
  });

  it('says what it holds, and is there for people too', async () => {
    const parts = await partsOf(await exportOf(at('shop.db')));
    const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '');
    expect(manifest).toMatchObject({ format: 'orderlla-csv-1', app: '1.2.3', madeAt: test.now });
    for (const { name, bytes, sha256 } of manifest.files) {
      expect([name, parts.get(name)?.length, hashOf(parts.get(name) ?? Buffer.alloc(0))]).toEqual([
        name,
        bytes,
        sha256,
      ]);
    }
    const orders = parts.get('readable/orders.csv')?.toString() ?? '';
    expect(orders.startsWith('\ufefforder,placed,business date')).toBe(true);
    expect(orders).toMatch(/\r\n1,2026-11-22 \d\d:\d\d,2026-11-22,/u);
    expect(orders.trim().split('\r\n').length - 1).toBe(
      manifest.files.find((one: { name: string }) => one.name === 'tables/orders.csv').rows,
    );
    const words = parts.get('README.md')?.toString() ?? '';
    for (const { name } of manifest.files) if (name.startsWith('tables/')) expect(words).toContain(name);
    expect(words).not.toContain('Kept by the application for itself.\n\nname');
  });

  it('holds every hostile text in every field, runs in no spreadsheet, and comes back', async () => {
    const hostile = await createOpenShop(shopOfTexts(openShopInput, hostileTexts));
    const ask = (name: CallName, input: unknown) => hostile.app.call(owner, name, input, nextRequestId());
    await fillWithTexts(ask, hostileTexts, 8);
    const path = join(hostile.folder, 'shop.db');
    const parts = await partsOf(await exportOf(path));
    for (const [name, bytes] of parts) {
      if (!name.endsWith('.csv')) continue;
      expect(
        /(?:^|,)"?\s*[=+@]/mu.test(
          bytes.toString().replaceAll(/"(?:[^"]|"")*"/gu, (cell) => cell.slice(0, 3)),
        ),
      ).toBe(false);
    }
    const made = await shopFrom(await writeParts(newPath('.zip'), parts));
    expect(rowsOf(made)).toBe(rowsOf(path));
    await hostile.close();
  });

  it('leaves nothing behind when it is stopped', async () => {
    const before = readdirSync(at('scratch')).length;
    await expect(exportOf(at('shop.db'), AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(readdirSync(at('scratch'))).toHaveLength(before);
    await expect(exportOf(at('nowhere.db'))).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(at('scratch'))).toHaveLength(before);
  });
});
