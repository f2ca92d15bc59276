import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { hostileCells, quoted } from '../../../../test/support/hostile-cells.ts';
import { decodeEntities } from './html-entities.ts';
import { htmlToText } from './html-to-text.ts';

type Product = {
  readonly sku: string | null;
  readonly name: string;
  readonly variantLabel: string | null;
  readonly description: string;
  readonly pictureSource: string | null;
  readonly externalKey: string | null;
  readonly categoryId: number | null;
  readonly line: number;
};

/** What is taken off any cell: unprintable signs, blanks at its edges, the guard of a spreadsheet. */
function plain(cell: string): string {
  const bare = cell
    .toWellFormed()
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .trim();
  const text =
    /^="([^"]*)"$/.exec(bare)?.[1] ?? bare.replace(/^'(?='|\s*[=+@\t\r\uff1d\uff0b\uff0d\uff20-])/u, '');
  return /^(?:[-–—]|#?n\/a)?$/i.test(text.trim()) ? '' : text.trim();
}
const inLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A file in which every text stands in every one of some columns once; the SKU says which row it was. */
function fileOf(head: Readonly<Record<string, (row: number) => string>>, columns: readonly string[]): string {
  const lines = hostileCells.map((_, row) =>
    Object.entries(head).map(([name, of]) => {
      const at = columns.indexOf(name);
      return quoted(at < 0 ? of(row) : textOf(row, at));
    }),
  );
  return `${[Object.keys(head).join(','), ...lines.map((cells) => cells.join(','))].join('\n')}\n`;
}
const textOf = (row: number, column: number) =>
  hostileCells[(row + column * 101) % hostileCells.length] ?? '';

async function load(test: TestApp, content: string) {
  const uploadId = 'hostile-1';
  const bytes = Buffer.from(content);
  for (let offset = 0; offset < bytes.length; offset += 1024 * 1024) {
    const data = bytes.subarray(offset, offset + 1024 * 1024).toString('base64');
    await test.ask('import.upload', { uploadId, fileName: 'list.csv', offset, data });
  }
  const preview = await test.ask('import.preview', { uploadId });
  const result = await test.ask('import.run', { uploadId, updateExisting: true, setStock: true });
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  return { preview, result };
}

const productsOf = (test: TestApp) =>
  new Map(test.file.read.all(sql<Product>`SELECT * FROM products`).map((one) => [one.sku, one]));

/** Each row came in, and each of these of its texts is kept, or the file of problems has a line that says why not. */
function eachKept(
  products: ReadonlyMap<string | null, Product>,
  kept: Readonly<
    Record<string, { at: number; as: (text: string) => string; of: (one: Product) => string | null }>
  >,
) {
  const unlike: string[] = [];
  hostileCells.forEach((_, row) => {
    const product = products.get(`K${row}`);
    for (const [field, { at, as, of }] of Object.entries(kept)) {
      const wanted = as(textOf(row, at));
      const is = product && of(product);
      const isCut =
        is !== undefined &&
        is !== null &&
        is.length > 19_990 &&
        wanted.startsWith(is.replace(/…$/u, '').trimEnd());
      if (is !== wanted && !isCut)
        unlike.push(`${field} ${JSON.stringify([textOf(row, at), is]).slice(0, 300)}`);
    }
  });
  expect(unlike).toEqual([]);
}

describe('every hostile text in every column of', () => {
  it('a list: each is kept but for what is said to be taken off, and no row is lost', async () => {
    const test = await createOpenShop();
    const columns = [
      'Description',
      'ID',
      'Image',
      'Category',
      'Tax class',
      'Unit',
      'Status',
      'Barcode',
      'Cost',
    ];
    const none = () => '';
    const rest = Object.fromEntries(columns.map((name) => [name, none]));
    const content = fileOf(
      { SKU: (row) => `K${row}`, Name: (row) => `N ${row}`, Price: () => '2.50', ...rest },
      columns,
    );
    const { preview, result } = await load(test, content);
    expect(preview).toMatchObject({ format: 'generic', rowCount: hostileCells.length, errorCount: 0 });
    expect(result).toMatchObject({ created: hostileCells.length, refused: 0 });
    eachKept(productsOf(test), {
      description: { at: 0, as: (text) => htmlToText(plain(text)), of: (one) => one.description },
      id: { at: 1, as: (text) => plain(text), of: (one) => (one.externalKey ?? 'list:').slice(5) },
    });
    const categories = test.file.read.all(sql<{
      name: string;
      depth: number;
    }>`WITH RECURSIVE tree (id, name, depth) AS (
      SELECT id, name, 1 FROM categories WHERE parentId IS NULL UNION ALL
      SELECT c.id, c.name, depth + 1 FROM categories c JOIN tree t ON c.parentId = t.id) SELECT name, depth FROM tree`);
    expect(categories.length).toBeGreaterThan(500);
    for (const { name, depth } of categories) {
      expect(name.length).toBeLessThanOrEqual(120);
      expect(name.isWellFormed()).toBe(true);
      expect(depth).toBeLessThanOrEqual(8);
    }
    await test.close();
  });

  it('a list: as names', async () => {
    const test = await createOpenShop();
    const content = fileOf({ Name: () => '', SKU: (row) => `K${row}`, Price: () => '2.50' }, ['Name']);
    const { preview } = await load(test, content);
    await test.ask('import.saveProblems', { uploadId: 'hostile-1' });
    const report = Buffer.from(test.desktop.saved.at(-1)?.bytes as Uint8Array).toString();
    const products = productsOf(test);
    const unlike: string[] = [];
    hostileCells.forEach((text, row) => {
      const name = products.get(`K${row}`)?.name;
      const wanted = inLine(decodeEntities(plain(text)).replace(/[\u00ad\u200b\u2060\ufeff]/g, ''));
      const isSaid = report.includes(`K${row},`) || name === undefined;
      if (
        name !== wanted &&
        !(isSaid && (wanted === '' || name?.endsWith('…') || /<\/?[a-z]/i.test(wanted)))
      ) {
        unlike.push(JSON.stringify([text, name]).slice(0, 300));
      }
    });
    expect(unlike).toEqual([]);
    // Only what has no sign that can be seen is left out, and is named by its line.
    const left = preview.problems.filter(({ severity }) => severity === 'error');
    expect(new Set(left.map(({ code }) => code))).toEqual(new Set(['name-missing']));
    expect(left).toHaveLength(hostileCells.length - products.size);
    await test.close();
  });

  it.each([
    [
      'shopify',
      'Handle',
      'Title',
      'Body (HTML)',
      'Type',
      'Variant SKU',
      'Variant Price',
      ['Vendor', 'Tags', 'Image Src'],
    ],
    [
      'woocommerce',
      'ID',
      'Name',
      'Description',
      'Categories',
      'SKU',
      'Regular price',
      ['Tax class', 'Images', 'Parent'],
    ],
  ] as const)(
    'a file of %s',
    async (format, id, name, page, category, sku, price, more) => {
      const test = await createOpenShop();
      const columns = [name, page, category, ...more];
      const rest = Object.fromEntries(columns.map((one) => [one, () => '']));
      const isWoo = format === 'woocommerce';
      const head = {
        [id]: (row: number) => (isWoo ? `${row + 1}` : `h-${row}`),
        ...(isWoo ? { Type: () => 'simple' } : {}),
        [sku]: (row: number) => `K${row}`,
        [price]: () => '2.50',
        ...rest,
      };
      const { preview, result } = await load(test, fileOf(head, columns));
      expect(preview.format).toBe(format);
      const products = productsOf(test);
      expect(result.created).toBe(products.size);
      const missing = hostileCells.filter((_, row) => !products.has(`K${row}`));
      const lost = preview.problems.filter(({ severity }) => severity === 'error');
      expect(lost.length).toBe(missing.length);
      for (const [key, product] of products) {
        const row = Number(key?.slice(1));
        const wanted = inLine(decodeEntities(plain(textOf(row, 0))));
        if (wanted === '') continue;
        const isCut = product.name.endsWith('…') && wanted.startsWith(product.name.slice(0, -1));
        expect(isCut ? wanted : product.name).toBe(wanted);
        expect(product.name.isWellFormed() && product.description.isWellFormed()).toBe(true);
      }
      await test.close();
    },
    60_000,
  );
});

it('goes on where a cell goes on for ever: nobody is held up in any column', async () => {
  const test = await createOpenShop();
  const runs = [
    ' ',
    '\n',
    '-',
    ',',
    ';',
    '|',
    '>',
    '::',
    '<',
    '<a ',
    '&',
    '1,',
    '\u3000',
    '"',
    "'",
    '=',
    '• ',
    '1 ',
  ];
  const columns = [
    'Name',
    'Price',
    'Parent',
    'Description',
    'Category',
    'Image',
    'Barcode',
    'SKU',
    'Variant',
    'Stock',
  ];
  const rows = runs.map((_, row) =>
    columns.map((column, at) => {
      const run = runs[(row + at * 5) % runs.length] ?? ' ';
      return column === 'Price' && row % 2 === 0
        ? '1'
        : quoted(`a${run.repeat(Math.floor(60_000 / run.length))}b`);
    }),
  );
  const content = `${columns.join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\nLast,1,,,,,,,,\n`;
  const { preview } = await load(test, content);
  expect(preview.rowCount).toBe(runs.length + 1);
  const errors = preview.problems.filter(({ severity }) => severity === 'error');
  const lines = [...preview.rows.flatMap((row) => row.lines), ...errors.map(({ line }) => line)];
  expect(new Set(lines).size).toBe(runs.length + 1);
  const said = new Set(preview.problems.map(({ code, column }) => `${code} ${column}`));
  for (const column of ['Category', 'Image', 'Barcode', 'Stock', 'Parent'])
    expect(said).toContain(`cell-cut ${column}`);
  for (const { name } of productsOf(test).values()) expect(name.length).toBeLessThanOrEqual(300);
  await test.close();
});
