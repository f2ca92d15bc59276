import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { migrationsFolder, type TestApp } from '../../../test/support/create-test-app.ts';
import { type Parts, partsOf, signAgain, writeParts } from '../../../test/support/csv-sets.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { quickKeeper } from '../../../test/support/quick-keeper.ts';

const keeper = quickKeeper();
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
async function refusal(from: string, auditKey: Buffer | null = Buffer.alloc(32, 2)): Promise<string> {
  const to = newPath('.db');
  const given = { from, to, isKept: true, passphrase: null, migrationsFolder, manifest: null };
  try {
    const { problems } = await keeper.run('open-backup', { ...given, auditKey });
    return problems.map(({ check }) => check).join(' ');
  } catch (error) {
    return String((error as { details?: { reason?: string } }).details?.reason);
  } finally {
    expect(existsSync(to)).toBe(false);
  }
}

type Rows = string[][];

/** The set with other rows in a table, signed as its maker would have signed it. */
async function refusalOf(
  table: string,
  change: (rows: Rows, at: (column: string) => number) => Rows,
  auditKey?: null,
) {
  const parts = new Map(whole);
  const name = `tables/${table}.csv`;
  const [head = '', ...lines] = (parts.get(name)?.toString() ?? '').trimEnd().split('\r\n');
  const columns = head.replace('\ufeff', '').split(',');
  const at = (column: string) => columns.indexOf(column);
  const rows = lines.map((line) => line.split(','));
  const next = change(structuredClone(rows), at);
  parts.set(name, Buffer.from([head, ...next.map((cells) => cells.join(',')), ''].join('\r\n')));
  signAgain(parts, { [name]: next.length - rows.length });
  return refusal(await writeParts(newPath('.zip'), parts), auditKey);
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
      /^Products, line 2 of products\.csv: “price” is larger than any number of a shop\.$/u,
    ],
    ['the least number of all', 'products', cell('price', '-9223372036854775808'), /larger than any number/u],
    ['an id beyond', 'customers', cell('id', '9007199254740993'), /^Customers, .* “number” is larger/u],
    ['a payment below zero', 'payments', cell('amount', '-500'), /^Payments, .* cannot be less than 1\.$/u],
    ['a price below zero', 'products', cell('price', '-500'), /“price” cannot be less than 0\.$/u],
    ['a kind that is none', 'products', cell('kind', 'both'), /of these: single, parent, variant\.$/u],
    [
      'an order of other sums',
      'orders',
      cell('total', '1'),
      /“net”, “tax”, “rounding” and “total” do not fit/u,
    ],
    [
      'nine decimals of a currency',
      'shop',
      cell('currencyExponent', '9'),
      /^Shop and settings, .* from 0 to 4/u,
    ],
    ['a day that begins never', 'shop', cell('dayStartMinutes', '99999'), /“beginning of the day” must be/u],
    [
      'a clock that nobody has',
      'shop',
      cell('timeZone', 'Mars/Olympus'),
      /time zone of its shop is not known/u,
    ],
    ['no name', 'products', cell('name', ''), /“name” is empty\.$/u],
    [
      'a product twice',
      'products',
      (rows) => [...rows, ...rows.slice(0, 1)],
      /only once, and an earlier line/u,
    ],
    [
      'two shops',
      'shop',
      (rows) => [...rows, ...rows],
      /line \d of shop\.csv: “number” may stand there only once/u,
    ],
    ['no shop', 'shop', none, /^No shop was opened in it\.$/u],
    ['nobody who works there', 'staff', none, /^Nobody works in it\.$/u],
    ['no log of what was done', 'auditEntries', none, /^Its log is missing\.$/u],
    [
      'a product of no tax class',
      'products',
      cell('taxClassId', '999'),
      /^Products: 1 row belongs to something .*Tax/u,
    ],
    [
      'an escape that is none',
      'products',
      cell('name', '\\\\x'),
      /“name” is not written as Orderlla writes/u,
    ],
    [
      'a cell of two million signs',
      'products',
      cell('name', 'x'.repeat(2_000_000)),
      /Its cells cannot be told/u,
    ],
    ['another password of the owner', 'staff', cell('passwordHash', 'x'), /seals/u],
    ['a log with a hole', 'auditEntries', (rows) => rows.filter((_, place) => place !== 2), /chain/u],
  ])('is refused in words, with nothing left behind: %s', async (_what, table, change, words) => {
    expect(await refusalOf(table, change)).toMatch(words);
  });
});

/** Rows whose parents are those of the given numbers, one after another from the first. */
const under =
  (kind: string | null, column: string, ...parents: number[]) =>
  (rows: Rows, at: (name: string) => number) =>
    parents.map((parent, place) => {
      const row = [...(rows[0] ?? [])];
      row[at('id')] = String(place + 1);
      row[at(column)] = parent === 0 ? '' : String(parent);
      if (kind !== null) row[at('kind')] = parent === 0 ? 'parent' : kind;
      return row;
    });
const categoryUnder =
  (...parents: number[]) =>
  () =>
    parents.map((parent, place) => [String(place + 1), String(parent), `C${place}`, '0', '1', '', '', '']);

describe('a set whose key is not known, in which something belongs to itself', () => {
  it.each<[string, string, Parameters<typeof refusalOf>[1], RegExp]>([
    ['a product', 'products', under('variant', 'parentId', 1, 0), /^Products: number 1 belongs to itself/u],
    [
      'products in a ring',
      'products',
      under('variant', 'parentId', 2, 3, 1),
      /belongs to itself, or to what/u,
    ],
    [
      'a variant of a variant',
      'products',
      under('variant', 'parentId', 0, 1, 2),
      /number 3 is a variant of/u,
    ],
    ['a customer', 'customers', under(null, 'mergedInto', 1), /^Customers: number 1 belongs to itself/u],
    ['a category', 'categories', categoryUnder(1), /^Categories: number 1 belongs to itself/u],
    [
      'categories in a ring',
      'categories',
      categoryUnder(2, 3, 2),
      /^Categories: number [23] belongs to itself/u,
    ],
  ])('is refused in words: %s', async (_what, table, change, words) => {
    expect(await refusalOf(table, change, null)).toMatch(words);
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
      /holds a link/u,
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
      /^The zip is not whole, or was changed\.$/u,
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
