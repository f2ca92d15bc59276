import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { type Parts, partsOf, signAgain, writeParts } from '../../../test/support/csv-sets.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { createLocalKeeper } from './jobs.ts';

const keeper = createLocalKeeper();
let test: TestApp;
let whole: Parts;
let files = 0;
const newPath = (ending: string) => {
  files += 1;
  return join(test.folder, 'scratch', `${files}${ending}`);
};

beforeAll(async () => {
  test = await eventfulShop();
  mkdirSync(join(test.folder, 'scratch'));
  const to = newPath('.zip');
  const shopPath = join(test.folder, 'shop.db');
  await keeper.run('export-csv', { shopPath, to, migrationsFolder, app: '1.2.3', now: test.now });
  whole = await partsOf(to);
});
afterAll(() => test.close());

/** What is said of a set; nothing of it may be left. */
async function refusal(from: string): Promise<string> {
  const to = newPath('.db');
  const given = { from, to, isKept: true, passphrase: null, migrationsFolder, manifest: null };
  try {
    const { problems } = await keeper.run('open-backup', { ...given, auditKey: Buffer.alloc(32, 2) });
    return problems.map(({ check }) => check).join(' ');
  } catch (error) {
    return String((error as { details?: { reason?: string } }).details?.reason);
  } finally {
    expect(existsSync(to)).toBe(false);
  }
}

type Rows = string[][];

/** The set with other rows in a table, signed as its maker would have signed it. */
async function refusalOf(table: string, change: (rows: Rows, at: (column: string) => number) => Rows) {
  const parts = new Map(whole);
  const name = `tables/${table}.csv`;
  const [head = '', ...lines] = (parts.get(name)?.toString() ?? '').trimEnd().split('\r\n');
  const columns = head.replace('\ufeff', '').split(',');
  const at = (column: string) => columns.indexOf(column);
  const rows = lines.map((line) => line.split(','));
  const next = change(structuredClone(rows), at);
  parts.set(name, Buffer.from([head, ...next.map((cells) => cells.join(',')), ''].join('\r\n')));
  signAgain(parts, { [name]: next.length - rows.length });
  return refusal(await writeParts(newPath('.zip'), parts));
}
const cell = (column: string, text: string) => (rows: Rows, at: (name: string) => number) => {
  expect(at(column)).toBeGreaterThanOrEqual(0);
  if (rows[0]) rows[0][at(column)] = text;
  return rows;
};
const none = () => [];

describe('a set that is signed well and holds what no shop does', () => {
  it.each<[string, string, Parameters<typeof refusalOf>[1], RegExp]>([
    [
      'a price beyond what is read exactly',
      'products',
      cell('price', '9007199254740993'),
      /larger than any number/u,
    ],
    ['the least number of all', 'products', cell('price', '-9223372036854775808'), /larger than any number/u],
    ['an id beyond', 'customers', cell('id', '9007199254740993'), /larger than any number/u],
    ['a payment below zero', 'payments', cell('amount', '-500'), /amount > 0/u],
    ['a price below zero', 'products', cell('price', '-500'), /price >= 0/u],
    ['nine decimals of a currency', 'shop', cell('currencyExponent', '9'), /currencyExponent/u],
    ['a day that begins never', 'shop', cell('dayStartMinutes', '99999'), /dayStartMinutes/u],
    ['a clock that nobody has', 'shop', cell('timeZone', 'Mars/Olympus'), /time zone that is not known/u],
    ['a product twice', 'products', (rows) => [...rows, ...rows.slice(0, 1)], /UNIQUE/u],
    ['two shops', 'shop', (rows) => [...rows, ...rows], /UNIQUE|CHECK/u],
    ['no shop', 'shop', none, /no shop was opened/u],
    ['nobody who works there', 'staff', none, /nobody works in it/u],
    ['no log of what was done', 'auditEntries', none, /its log is missing/u],
    ['an escape that is none', 'products', cell('name', '\\\\x'), /line 2 of products/u],
    ['a cell of two million signs', 'products', cell('name', 'x'.repeat(2_000_000)), /line 2 of products/u],
    ['another password of the owner', 'staff', cell('passwordHash', 'x'), /seals/u],
    ['a log with a hole', 'auditEntries', (rows) => rows.filter((_, place) => place !== 2), /chain/u],
  ])('is refused in words, with nothing left behind: %s', async (_what, table, change, words) => {
    expect(await refusalOf(table, change)).toMatch(words);
  });
});

describe('a zip that is made to deceive', () => {
  async function zipOf(fill: (zip: ZipFile) => void): Promise<string> {
    const zip = new ZipFile();
    for (const [name, bytes] of whole) zip.addBuffer(bytes, name);
    fill(zip);
    zip.end();
    const path = newPath('.zip');
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  }
  /** The zip with a number of the central directory's entry of a file written over. */
  async function withField(name: string, offset: number, write: (bytes: Buffer, at: number) => void) {
    const path = await zipOf(() => undefined);
    const bytes = readFileSync(path);
    const at = bytes.lastIndexOf(Buffer.from(name)) - 46;
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    write(bytes, at + offset);
    writeFileSync(path, bytes);
    return path;
  }
  const orders = 'tables/orders.csv';

  it.each<[string, () => Promise<string>, RegExp]>([
    [
      'a link',
      () => zipOf((zip) => zip.addBuffer(Buffer.from('/etc/passwd'), 'tables/link.csv', { mode: 0o120777 })),
      /a link/u,
    ],
    ['a file twice', () => zipOf((zip) => zip.addBuffer(Buffer.from('x'), orders)), /twice/u],
    [
      'a zip in the zip',
      () => zipOf((zip) => zip.addBuffer(Buffer.from('PK\u0003\u0004'), 'tables/a.zip')),
      /belong/u,
    ],
    [
      'a locked file',
      () => withField(orders, 8, (bytes, at) => void bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at)),
      /locked/u,
    ],
    [
      'a size that is less than it is',
      () => withField(orders, 24, (bytes, at) => void bytes.writeUInt32LE(10, at)),
      /bytes/u,
    ],
    [
      'a size that is far more',
      () => withField(orders, 24, (bytes, at) => void bytes.writeUInt32LE(0xf000_0000, at)),
      /far more than it is/u,
    ],
  ])('is refused in words: %s', async (_what, make, words) => {
    expect(await refusal(await make())).toMatch(words);
  });

  it('is refused where it is packed by another program', async () => {
    const path = newPath('.zip');
    writeFileSync(path, gzipSync(Buffer.alloc(32 * 1024 * 1024)));
    expect(await refusal(path)).toBe('file');
  });
});
