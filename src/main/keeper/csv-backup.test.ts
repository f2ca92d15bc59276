import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import {
  createOpenShop,
  migrationsFolder,
  nextRequestId,
  openShopInput,
  owner,
  type TestApp,
} from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { fillWithTexts, shopOfTexts } from '../../../test/support/fill-with-texts.ts';
import { hostileTexts } from '../../../test/support/hostile-texts.ts';
import type { CallName } from '../../shared/contract/index.ts';
import { createLocalKeeper } from './jobs.ts';
import { hashOf } from './unzip.ts';

const auditKey = Buffer.alloc(32, 2);
const keeper = createLocalKeeper();
let test: TestApp;
let zipBytes: Buffer;
let files = 0;
const at = (...parts: string[]) => join(test.folder, ...parts);
const newPath = (ending: string) => {
  files += 1;
  return at('scratch', `${files}${ending}`);
};

beforeAll(async () => {
  test = await eventfulShop();
  mkdirSync(at('scratch'));
  zipBytes = readFileSync(await exportOf(at('shop.db')));
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

type Parts = Map<string, Buffer>;

async function partsOf(path: string): Promise<Parts> {
  const zip = await openPromise(path, { lazyEntries: true });
  const parts: Parts = new Map();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}

async function zipOf(parts: Parts): Promise<string> {
  const path = newPath('.zip');
  const zip = new ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return path;
}

function rowsOf(path: string): string {
  const file = new BetterSqlite3(path, { readonly: true });
  file.defaultSafeIntegers(true);
  const names = file
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE '%Search%' ORDER BY 1",
    )
    .pluck()
    .all() as string[];
  const rows = names.map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).raw().all()]);
  file.close();
  return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));
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
    const made = await shopFrom(await zipOf(parts));
    expect(rowsOf(made)).toBe(rowsOf(path));
    await hostile.close();
  }, 120_000);

  it('leaves nothing behind when it is stopped', async () => {
    const before = readdirSync(at('scratch')).length;
    await expect(exportOf(at('shop.db'), AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
    expect(readdirSync(at('scratch'))).toHaveLength(before);
    await expect(exportOf(at('nowhere.db'))).rejects.toMatchObject({ code: 'backup-failed' });
    expect(readdirSync(at('scratch'))).toHaveLength(before);
  });
});

/** What is said of a zip after something was done to its parts; its manifest is made anew where that is asked for. */
async function refusalOf(change: (parts: Parts) => void, isSigned = true): Promise<string> {
  const whole = newPath('.zip');
  writeFileSync(whole, zipBytes);
  const parts = await partsOf(whole);
  change(parts);
  if (isSigned) signAgain(parts);
  return refusal(await zipOf(parts));
}

function signAgain(parts: Parts): void {
  const manifest = JSON.parse(parts.get('manifest.json')?.toString() ?? '{}');
  for (const file of manifest.files ?? []) {
    const bytes = parts.get(file.name);
    if (bytes) Object.assign(file, { bytes: bytes.length, sha256: hashOf(bytes) });
  }
  parts.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
}

async function refusal(from: string): Promise<string> {
  const to = newPath('.db');
  const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey, manifest: null };
  try {
    const { problems } = await keeper.run('open-backup', given);
    return problems.map(({ check }) => check).join(' ');
  } catch (error) {
    return String((error as { details?: { reason?: string } }).details?.reason);
  } finally {
    expect(
      readdirSync(at('scratch')).filter((name) => name.startsWith(to.slice(to.lastIndexOf('/') + 1))),
    ).toEqual([]);
  }
}

const edit = (name: string, from: string | RegExp, to: string) => (parts: Parts) => {
  const text = parts.get(name)?.toString() ?? '';
  expect(text).toMatch(from);
  parts.set(name, Buffer.from(text.replace(from, to)));
};
const orders = 'tables/orders.csv';

describe('a set that is not one of ours', () => {
  it.each<[string, (parts: Parts) => void, boolean, RegExp]>([
    ['a table that was changed', edit(orders, '2026', '2025'), false, /was changed/u],
    ['a table that is missing', (parts) => void parts.delete(orders), true, /orders.csv is missing/u],
    [
      'a file too many',
      (parts) => void parts.set('tables/evil.csv', Buffer.from('a')),
      true,
      /does not belong/u,
    ],
    ['another column', edit(orders, 'placedAt', 'placed'), true, /other columns/u],
    ['a cell too few', edit(orders, /\r\n1,/u, '\r\n'), true, /line 2 of orders/u],
    ['text for a number', edit(orders, /\r\n1,/u, '\r\none,'), true, /not a whole number/u],
    [
      'a number beyond all bounds',
      edit(orders, /\r\n1,/u, '\r\n99999999999999999999,'),
      true,
      /whole number/u,
    ],
    ['half a number', edit(orders, /\r\n1,/u, '\r\n1.5,'), true, /whole number/u],
    ['a row twice', edit(orders, /(\r\n1,[^\r]*)/u, '$1$1'), true, /UNIQUE|rows of/u],
    ['a row fewer', edit(orders, /\r\n1,[^\r]*/u, ''), true, /rows of/u],
    [
      'what is no UTF-8',
      (parts) => void parts.set(orders, Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe])),
      true,
      /valid|encoded/u,
    ],
    ['a newer schema', edit('manifest.json', /"schema": ?\d+/u, '"schema": 9999'), false, /newer version/u],
    [
      'another format',
      edit('manifest.json', 'orderlla-csv-1', 'orderlla-csv-2'),
      false,
      /not that of a CSV backup/u,
    ],
    ['no manifest', (parts) => void parts.delete('manifest.json'), false, /missing/u],
    ['a manifest that is none', (parts) => void parts.set('manifest.json', Buffer.from('{')), false, /JSON/u],
    [
      'an amount that was raised',
      edit('tables/payments.csv', /\r\n1,1,1,(\d+)/u, '\r\n1,1,1,9$1'),
      true,
      /money/u,
    ],
  ])('is refused in words, with nothing left behind: %s', async (_what, change, isSigned, words) => {
    expect(await refusalOf(change, isSigned)).toMatch(words);
  });

  it.each([
    ['../evil.csv'],
    ['/etc/passwd'],
    ['C:/evil.csv'],
    ['tables\\evil.csv'],
    ['tables/../../evil.csv'],
    ['tables/con.csv/x'],
    ['tables/NUL'],
    ['tables/evil.csv\u0000.txt'],
    ['tables/evil.csv.'],
    ['tables/evil.CSV'],
    ['tables/'],
    ['.'],
    ['tables/\u202evil.csv'],
    ['tables/evil.csv:stream'],
    [`tables/${'a'.repeat(300)}.csv`],
    ['pictures/1.svg'],
  ])('is refused by a name in it: %j', async (name) => {
    const path = newPath('.zip');
    writeFileSync(path, zipBytes);
    // Zips of our own kind refuse such names, so one of the same length is overwritten in the bytes.
    const plain = 'z'.repeat(Buffer.byteLength(name));
    const parts = await partsOf(path);
    parts.set(plain, Buffer.from('x'));
    const zip = readFileSync(await zipOf(parts));
    const [from, to] = [Buffer.from(plain), Buffer.from(name)];
    for (let found = zip.lastIndexOf(from); found > 0; found = zip.lastIndexOf(from, found - 1))
      to.copy(zip, found);
    writeFileSync(path, zip);
    expect(await refusal(path)).toMatch(/belong|relative|absolute|invalid|characters/u);
  });

  it('is refused where it holds a name twice, in whatever case', async () => {
    expect(await refusalOf((parts) => void parts.set('tables/ORDERS.csv', Buffer.from('x')))).toMatch(
      /twice/u,
    );
  });

  it('is refused where it would fill the disk', async () => {
    const bomb = await refusalOf((parts) => void parts.set(orders, Buffer.alloc(64 * 1024 * 1024, 48)));
    expect(bomb).toMatch(/far more than it is/u);
  });

  it('is refused where it is cut short, or no zip at all', async () => {
    const path = newPath('.zip');
    writeFileSync(path, zipBytes);
    truncateSync(path, zipBytes.length - 100);
    expect(await refusal(path)).not.toBe('');
    truncateSync(path, 40);
    expect(await refusal(path)).not.toBe('');
    writeFileSync(path, 'PK\u0003\u0004 and nothing else');
    expect(await refusal(path)).not.toBe('');
  });

  it('is refused where a bit of it flipped, or makes the very same shop: what is there for people is not read', async () => {
    const outcomes = { refused: 0, same: 0 };
    for (let place = 1000; place < zipBytes.length; place += Math.floor(zipBytes.length / 24)) {
      const [from, to] = [newPath('.zip'), newPath('.db')];
      const bytes = Buffer.from(zipBytes);
      bytes[place] = (bytes[place] ?? 0) ^ 16;
      writeFileSync(from, bytes);
      const given = { from, to, isKept: true, passphrase: null, migrationsFolder, auditKey, manifest: null };
      const isGood = await keeper.run('open-backup', given).then(
        ({ problems }) => problems.length === 0,
        () => false,
      );
      outcomes[isGood ? 'same' : 'refused'] += 1;
      expect(existsSync(to)).toBe(isGood);
      if (isGood) expect(rowsOf(to)).toBe(rowsOf(at('shop.db')));
    }
    expect(outcomes.refused).toBeGreaterThan(10);
  });
});
