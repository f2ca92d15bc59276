import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { writeCsv } from '../csv/write-csv.ts';

const runs = Number(process.env.ORDERLLA_IMPORT_RUNS ?? 40);

/** Few values, so that files meet: the same name in other case, one code in several forms, groups that change. */
const names = [
  'Tea',
  'TEA',
  'Caf\u00e9',
  'Cafe\u0301',
  'T-shirt',
  'T-shirt Blue',
  '\u{1f375} Tea',
  'x'.repeat(400),
  ' Tea ',
  '',
];
const codes = ['A1', 'a1', 'A2', 'A3', 'A4', '', '', '0'];
const barcodes = [
  '036000291452',
  '0036000291452',
  '00036000291452',
  '4006381333931',
  '4006381333931,96385074',
  'x',
  '',
];
const prices = ['1.00', '2,50', '0', '9007199254740991', '-1', 'free', ''];
const stocks = ['5', '0', '-3', '9007199254740', '1.5', '', 'many'];
const categories = [
  'Drinks',
  'DRINKS',
  'Caf\u00e9',
  'CAF\u00c9',
  'Cafe\u0301',
  'Drinks > Hot',
  'x'.repeat(119).concat('\u{1f375}'),
  'x'.repeat(119).concat('\u{20000}'),
  '',
];
const groups = ['', '', 'Shirts', 'shirts', 'A1'];
const variants = ['', 'Blue', 'blue', 'Red'];
const headers = ['Name', 'SKU', 'Barcode', 'Price', 'Stock', 'Category', 'Parent', 'Variant', 'State', 'Tax'];
const mapping = {
  name: 0,
  sku: 1,
  barcode: 2,
  price: 3,
  stock: 4,
  category: 5,
  parent: 6,
  variant: 7,
  state: 8,
  taxClass: 9,
};

const row = fc.tuple(
  ...[
    names,
    codes,
    barcodes,
    prices,
    stocks,
    categories,
    groups,
    variants,
    ['', 'active', 'archived'],
    ['', 'Standard', 'Zero', 'Odd'],
  ].map((pool) => fc.constantFrom(...pool)),
);
const file = fc.array(row, { minLength: 1, maxLength: 10 });
const choice = fc.record({ updateExisting: fc.boolean(), setStock: fc.boolean() });

let uploads = 0;

async function read(test: TestApp, rows: readonly (readonly string[])[]) {
  uploads += 1;
  const uploadId = `upload-${uploads}`;
  const data = Buffer.from([...writeCsv([headers, ...rows])].join('')).toString('base64');
  await test.ask('import.upload', { uploadId, fileName: 'list.csv', offset: 0, data });
  return test.ask('import.preview', {
    uploadId,
    format: 'generic',
    mapping,
    hasHeader: true,
    decimal: 'point',
  });
}

type Choice = { readonly updateExisting: boolean; readonly setStock: boolean };

async function load(test: TestApp, rows: readonly (readonly string[])[], how: Choice) {
  const preview = await read(test, rows);
  const { uploadId } = preview;
  const reply = await test.app.ask(owner, 'import.run', { uploadId, ...how }, nextRequestId());
  if (!reply.ok && reply.error.code !== 'nothing-to-import') {
    throw new Error(`${reply.error.code} ${JSON.stringify(test.logged.at(-1))}`);
  }
  return { preview, result: reply.ok ? reply.value : null };
}

function expectSound(test: TestApp): void {
  const { read: db } = test.file;
  expect(checkShop(db, Buffer.alloc(32, 2))).toEqual([]);
  const none = (what: string, statement: string): void =>
    expect([what, db.all(sql.raw(statement))]).toEqual([what, []]);
  none(
    'parent without variants',
    `SELECT id, name FROM products p WHERE kind = 'parent'
    AND NOT EXISTS (SELECT 1 FROM products v WHERE v.parentId = p.id)`,
  );
  none(
    'variant named otherwise than its parent',
    `SELECT v.id FROM products v JOIN products p ON p.id = v.parentId
    WHERE v.name <> p.name`,
  );
  none(
    'sold product without a stock row',
    `SELECT id FROM products WHERE kind <> 'parent'
    AND id NOT IN (SELECT productId FROM productStock)`,
  );
  none(
    'search index unlike what is sold',
    `SELECT id FROM products WHERE (kind <> 'parent' AND archivedAt IS NULL)
    <> (id IN (SELECT rowid FROM productSearch))`,
  );
}

function counted({ counts }: Output<'import.preview'>) {
  return { create: counts.create, change: counts.change };
}

const limits = { numRuns: runs, interruptAfterTimeLimit: 60_000 };

describe('any two product files', () => {
  it('leave a sound shop and are counted as they were shown', async () => {
    const property = fc.asyncProperty(file, file, choice, async (first, second, how) => {
      const test = await createOpenShop();
      try {
        await load(test, first, { updateExisting: true, setStock: true });
        expectSound(test);
        const { preview, result } = await load(test, second, how);
        expectSound(test);
        const { create, change, leave } = preview.counts;
        if (!result) return;
        expect(result.created).toBe(create);
        expect(result.created + result.changed + result.unchanged).toBe(create + change + leave);
      } finally {
        await test.close();
      }
    });
    await fc.assert(property, limits);
  }, 180_000);

  it('change nothing when they come again, where each row has an SKU of its own', async () => {
    const coded = file.map((rows) => rows.map((cells, index) => cells.with(1, `S${(index * 7) % 10}`)));
    const property = fc.asyncProperty(coded, coded, async (first, second) => {
      const test = await createOpenShop();
      try {
        await load(test, first, { updateExisting: true, setStock: true });
        await load(test, second.toReversed(), { updateExisting: true, setStock: true });
        expectSound(test);
        expect(counted(await read(test, second.toReversed()))).toEqual({ create: 0, change: 0 });
      } finally {
        await test.close();
      }
    });
    await fc.assert(property, limits);
  }, 180_000);
});
