import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { partsOf } from '../../../test/support/csv-sets.ts';
import { fixtures, layFixture } from '../../../test/support/fixtures.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';
import { sharedData } from '../../../test/support/shared-data.ts';
import { compareUpgraded } from '../database/compare-upgraded.ts';
import { readExact, writeExact } from '../features/csv/exact-cell.ts';
import { readGuarded } from '../features/csv/formula-guard.ts';
import { readCsv } from '../features/csv/read-csv.ts';
import { writeCsv } from '../features/csv/write-csv.ts';

const keeper = quickKeeper();
let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exportOf = (shopPath: string, to: string) =>
  keeper.run('export-csv', { shopPath, to, migrationsFolder, app: '1.2.3', now: 0 });
const open = (from: string, to: string) =>
  keeper.run('open-backup', {
    ...{ from, to, isKept: true, passphrase: null, migrationsFolder, manifest: null },
    auditKey: Buffer.alloc(32, 2),
  });
/** Not the newest: those are written everywhere else. */
const older = fixtures().filter(({ schema }) => schema >= 9);

describe('a shop file of an earlier schema as CSV', () => {
  it.each(older)('of schema $schema is made again as it was, then brought up to date', async (fixture) => {
    layFixture(fixture, folder);
    await exportOf(at('shop.db'), at('set.zip'));
    const manifest = JSON.parse((await partsOf(at('set.zip'))).get('manifest.json')?.toString() ?? '');
    expect(manifest.schema).toBe(fixture.schema);
    const { facts, problems } = await open(at('set.zip'), at('made.db'));
    expect(problems).toEqual([]);
    expect(facts?.schema).toBe(fixture.schema);
    expect(compareUpgraded(at('shop.db'), at('made.db'))).toEqual([]);
    const made = new BetterSqlite3(at('made.db'), { readonly: true });
    expect(made.pragma('user_version', { simple: true })).toBe(
      readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).length,
    );
    made.close();
  });
});

const spectrum = sharedData('csv_spectrum/csvs');

describe.skipIf(!spectrum)('the files that other readers of CSV fall over', () => {
  const names = spectrum ? readdirSync(spectrum).filter((name) => name.endsWith('.csv')) : [];
  const rowsOf = (name: string) =>
    [...readCsv(readFileSync(join(spectrum ?? '', name), 'utf8'), ',')].map(({ cells }) => cells);

  it.each(names)('%s comes back cell by cell', (name) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThan(0);
    const text = [...writeCsv(rows.map((row) => row.map(writeExact)))].join('');
    const back = [...readCsv(text.slice(1), ',')].map(({ cells }) =>
      cells.map((cell) => readExact(readGuarded(cell))),
    );
    expect(back).toEqual(rows);
  });

  it('come back in a whole shop', async () => {
    const [fixture] = fixtures().toReversed();
    if (!fixture) throw new Error('no fixture');
    layFixture(fixture, folder);
    const cells = names.flatMap((name) => [
      readFileSync(join(spectrum ?? '', name), 'utf8'),
      ...rowsOf(name).flat(),
    ]);
    const put = new BetterSqlite3(at('shop.db'));
    const insert = put.prepare(
      "INSERT INTO importMappings (mappingKey, mapping, updatedAt) VALUES (?, '{}', 0) ON CONFLICT DO NOTHING",
    );
    for (const cell of cells) insert.run(`${cell}`);
    const kept = put.prepare('SELECT mappingKey FROM importMappings ORDER BY mappingKey').pluck().all();
    put.close();
    expect(kept.length).toBeGreaterThan(20);
    await exportOf(at('shop.db'), at('set.zip'));
    expect((await open(at('set.zip'), at('made.db'))).problems).toEqual([]);
    const made = new BetterSqlite3(at('made.db'), { readonly: true });
    expect(made.prepare('SELECT mappingKey FROM importMappings ORDER BY mappingKey').pluck().all()).toEqual(
      kept,
    );
    made.close();
  });
});

describe('a large table', () => {
  const rows = Number(process.env.ORDERLLA_CSV_ROWS ?? 20_000);

  it(`of ${rows} rows is saved within its budget, and its memory stays flat`, async () => {
    const [fixture] = fixtures().toReversed();
    if (!fixture) throw new Error('no fixture');
    layFixture(fixture, folder);
    const put = new BetterSqlite3(at('shop.db'));
    put
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO usedOrderPrefixes (prefix) SELECT 'prefix, "quoted" ' || i FROM n`,
      )
      .run(rows);
    put.close();
    const began = process.hrtime.bigint();
    const before = process.memoryUsage.rss();
    let most = 0;
    const made = await keeper.run(
      'export-csv',
      { shopPath: at('shop.db'), to: at('set.zip'), migrationsFolder, app: '1.2.3', now: 0 },
      () => {
        most = Math.max(most, process.memoryUsage.rss() - before);
      },
    );
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    process.stdout.write(
      `${made.rows} rows as CSV: ${seconds.toFixed(1)} s, ${Math.round(most / 1e6)} MB more memory at most\n`,
    );
    expect(made.rows).toBeGreaterThanOrEqual(rows);
    expect(most).toBeLessThan(200_000_000);
    if (process.env.ORDERLLA_CSV_ROWS) expect(seconds).toBeLessThan(10);
  });
});
