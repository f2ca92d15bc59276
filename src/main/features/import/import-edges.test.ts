import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';

let test: TestApp;
let uploads = 0;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

async function load(...lines: string[]) {
  uploads += 1;
  const uploadId = `upload-${uploads}`;
  const data = Buffer.from(lines.join('\n')).toString('base64');
  await test.ask('import.upload', { uploadId, fileName: 'list.csv', offset: 0, data });
  const preview = await test.ask('import.preview', { uploadId });
  const result = await test.ask('import.run', { uploadId, updateExisting: true, setStock: true });
  return { result, problems: preview.problems.map(({ line, code }) => `${line} ${code}`) };
}

async function found(text: string): Promise<number> {
  return (await test.ask('catalog.search', { text, categoryId: null, cursor: null, limit: 50 })).items.length;
}

function rows(statement: string) {
  return test.file.read.all(sql.raw(statement));
}

describe('a product file at the edges', () => {
  it('knows one code in its several forms, and says so', async () => {
    const { result, problems } = await load(
      'Name,Price,Barcode',
      'Tea,2.50,036000291452',
      'Green tea,2.60,0036000291452',
      'White tea,2.70,00036000291452',
    );
    expect(result.created).toBe(3);
    expect(problems).toEqual(['3 barcode-repeated', '4 barcode-repeated']);
    expect(rows('SELECT barcode FROM barcodes')).toEqual([{ barcode: '0036000291452' }]);
  });

  it('loads a list without any code twice and has it once', async () => {
    const list = ['Name,Price', 'Tea,2.50', 'Coffee,3.00', 'Coffee,4.00'];
    expect((await load(...list)).result).toMatchObject({ created: 3 });
    expect((await load(...list)).result).toMatchObject({ created: 0, unchanged: 3 });
    expect((await load('Name,Price', 'COFFEE,4.00', 'Tea,2.75')).result).toMatchObject({
      created: 0,
      changed: 2,
    });
    expect(rows('SELECT name, price FROM products ORDER BY id')).toEqual([
      { name: 'Tea', price: 275 },
      { name: 'Coffee', price: 300 },
      { name: 'COFFEE', price: 400 },
    ]);
  });

  it('keeps SKUs that a file exchanges, in words, and loads the rest', async () => {
    addProduct(test, { name: 'Tea', sku: 'A', barcode: '4006381333931', price: 250 });
    addProduct(test, { name: 'Coffee', sku: 'B', barcode: '96385074', price: 300 });
    const { result } = await load(
      'Name,Price,SKU,Barcode',
      'Tea,2.55,B,4006381333931',
      'Coffee,3.05,A,96385074',
    );
    expect(result.refused).toBe(0);
    expect(rows('SELECT sku FROM products ORDER BY sku')).toEqual([{ sku: 'A' }, { sku: 'B' }]);
  });

  it('makes no parent for variants that the shop has as products of their own', async () => {
    addProduct(test, { name: 'Shirt, Blue', sku: 'SB', price: 900, stock: 2 });
    addProduct(test, { name: 'Shirt, Red', sku: 'SR', price: 900, stock: 2 });
    const file = ['Name,Price,SKU,Parent,Size', 'Shirt,9.00,SB,Shirt,Blue', 'Shirt,9.00,SR,Shirt,Red'];
    for (let time = 0; time < 2; time += 1) expect((await load(...file)).result.created).toBe(0);
    expect(rows('SELECT kind, name FROM products ORDER BY id')).toEqual([
      { kind: 'single', name: 'Shirt, Blue' },
      { kind: 'single', name: 'Shirt, Red' },
    ]);
  });

  it('lets the variants of a renamed parent be found by its new name', async () => {
    const file = (title: string) => [
      'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price',
      `shirt,${title},Size,S,S1,9.00`,
      'shirt,,Size,M,S2,9.00',
    ];
    await load(...file('Linen shirt'));
    expect(await found('linen')).toBeGreaterThan(0);
    await load(...file('Cotton shirt'));
    expect(await found('cotton')).toBeGreaterThan(0);
    expect(await found('linen')).toBe(0);
    expect(rows('SELECT DISTINCT name FROM products')).toEqual([{ name: 'Cotton shirt' }]);
  });

  it('reads categories of one name as one, however they are written', async () => {
    await load('Name,Price,Category', 'Tea,1,Caf\u00e9', 'Coffee,1,CAF\u00c9', 'Cocoa,1,Cafe\u0301');
    expect(rows('SELECT name FROM categories')).toEqual([{ name: 'Caf\u00e9' }]);
    const long = 'x'.repeat(119);
    await load('Name,Price,Category', `A,1,${long}\u{1f375}`, `B,1,${long}\u{20000}`);
    expect(rows('SELECT count(*) AS n FROM categories')).toEqual([{ n: 2 }]);
  });

  it('leaves out amounts that no shop has', async () => {
    const { result, problems } = await load(
      'Name,Price,Stock',
      'Tea,99999999999999,5',
      'Coffee,1,9007199254740',
    );
    expect(result).toMatchObject({ created: 1, refused: 1 });
    expect(problems).toEqual(['2 price-unreadable', '3 stock-unreadable']);
  });

  it('makes a class for what is not taxed beside one of that name which is', async () => {
    test.file.transaction((db) => db.run(sql`UPDATE taxClasses SET name = 'NO TAX' WHERE id = 1`));
    test.file.transaction((db) =>
      db.run(sql`INSERT INTO taxRates VALUES (2, 'VAT', 19000101, 50000, 0, NULL)`),
    );
    const { result } = await load('Handle,Title,Variant Price,Variant Taxable', 'tea,Tea,2.50,false');
    expect(result.created).toBe(1);
    expect(
      rows(`SELECT c.name, count(r.rate) AS rates FROM products p JOIN taxClasses c ON c.id = p.taxClassId
        LEFT JOIN taxRates r ON r.taxClassId = c.id GROUP BY c.id`),
    ).toEqual([{ name: 'Untaxed', rates: 0 }]);
  });
});
