import { afterEach, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { hostileCells } from '../../../../test/support/hostile-cells.ts';
import { cutTo } from '../../../../test/support/hostile-texts.ts';
import { query } from '../../database/query.ts';
import { readGuarded } from '../csv/formula-guard.ts';
import { readCsv } from '../csv/read-csv.ts';

let test: TestApp;
afterEach(() => test.close());

/** As a person can have typed them: no unprintable signs, nothing at the edges, some sign that can be seen. */
const names = [
  ...new Set(
    hostileCells.map((text) =>
      cutTo(
        text
          .toWellFormed()
          .replace(/[^\P{Cc}\n\r\t]/gu, '')
          .trim(),
        300,
      ).trim(),
    ),
  ),
].filter((name) => name !== '');

const filter = {
  text: '',
  category: null,
  stock: 'all',
  taxClassId: null,
  show: 'live',
  missing: null,
} as const;

async function listOfProducts(): Promise<Buffer> {
  await test.ask('lists.export', {
    ...{ list: 'products', filter, sort: 'name', descending: false },
    columns: ['product', 'sku', 'price'],
  });
  return Buffer.from(test.desktop.saved.at(-1)?.bytes as Uint8Array);
}
const rowsOf = (file: Buffer) => [...readCsv(file.toString('utf8').slice(1), ',')].map(({ cells }) => cells);
const named = () =>
  new Map(
    test.file.read
      .all(query.selectFrom('products').select(['sku', 'name']))
      .map(({ sku, name }) => [sku, name]),
  );

it('holds every hostile name as it is, runs in no spreadsheet, and comes in again', async () => {
  test = await createOpenShop();
  for (const [row, name] of names.entries()) addProduct(test, { name, sku: `K${row}`, price: 250 });
  const file = await listOfProducts();
  const [, ...rows] = rowsOf(file);
  expect(rows).toHaveLength(names.length);
  for (const [cell = '', sku = ''] of rows) {
    expect(cell).not.toMatch(/^\s*[=+@\t\r\uff1d\uff0b\uff20]|^\s*-(?!\d+(?:[.,]\d+)?$)/u);
    expect(readGuarded(cell)).toBe(names[Number(sku.slice(1))]);
  }
  await test.close();

  test = await createOpenShop();
  for (let offset = 0; offset < file.length; offset += 1024 * 1024) {
    const data = file.subarray(offset, offset + 1024 * 1024).toString('base64');
    await test.ask('import.upload', { uploadId: 'list-again', fileName: 'Products.csv', offset, data });
  }
  const { problems } = await test.ask('import.preview', { uploadId: 'list-again' });
  await test.ask('import.run', { uploadId: 'list-again', updateExisting: true, setStock: true });
  const kept = named();
  const unlike = names.filter((name, row) => {
    const is = kept.get(`K${row}`) ?? '';
    // One line, its entities as characters, and no sign that cannot be seen: so any list comes in.
    const wanted = name
      .replace(/[\u00ad\u200b\u2060\ufeff]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
    return is !== wanted && !/&#?\w+;|&amp/u.test(name) && !/^(?:[-–—]|#?n\/a|="[^"]*")?$/iu.test(name);
  });
  expect(unlike).toEqual([]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['name-missing']));
});
