import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct, change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const tiles = (...productIds: number[]): Promise<ProductTile[]> => test.ask('catalog.tiles', { productIds });

async function tile(productId: number): Promise<ProductTile> {
  const [found] = await tiles(productId);
  if (!found) throw new Error(`no tile of ${productId}`);
  return found;
}

describe('catalog.tiles', () => {
  it('shows a product with what the till needs to price it and warn about it', async () => {
    const categoryId = addCategory(test, { name: 'Drinks', colour: 7 });
    const id = addProduct(test, { name: 'Latte', sku: 'L1', price: 420, stock: 12, categoryId });
    expect(await tile(id)).toEqual({
      id,
      kind: 'single',
      parentId: null,
      name: 'Latte',
      variantLabel: null,
      sku: 'L1',
      categoryId,
      colour: 7,
      pictureId: null,
      price: 420,
      highestPrice: 420,
      compareAtPrice: null,
      unit: 'piece',
      taxes: [{ name: 'VAT', rate: percent(20) }],
      tracked: true,
      available: pieces(12),
      low: false,
      oversell: 'warn',
      variantCount: 0,
    });
  });

  it('counts what is promised as gone, and is low from the reorder level down', async () => {
    const id = addProduct(test, { stock: 12 });
    change(test, `UPDATE productStock SET reserved = 6999 WHERE productId = ${id}`);
    expect(await tile(id)).toMatchObject({ available: 5001, low: false });
    change(test, `UPDATE productStock SET reserved = 7000 WHERE productId = ${id}`);
    expect(await tile(id)).toMatchObject({ available: 5000, low: true });
    change(test, `UPDATE productStock SET reserved = 15000 WHERE productId = ${id}`);
    expect(await tile(id)).toMatchObject({ available: -3000, low: true });
    expect(await tile(addProduct(test, { stock: null }))).toMatchObject({ tracked: false, low: false });
  });

  it('sums up a parent by its variants that are not archived', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Tee', price: 1 });
    const variant = (price: number, stock: number) =>
      addProduct(test, { kind: 'variant', parentId, name: 'Tee', variantLabel: String(price), price, stock });
    variant(900, 20);
    variant(700, 3);
    archiveProduct(test, variant(50, 500));
    const parent = await tile(parentId);
    expect(parent).toMatchObject({ price: 700, highestPrice: 900, variantCount: 2, available: pieces(23) });
    expect(parent).toMatchObject({ low: true, tracked: true, kind: 'parent' });
  });

  it('gives a variant its parent’s category, colour, picture and policy where it has none', async () => {
    const categoryId = addCategory(test, { name: 'Clothes', colour: 4 });
    change(test, "INSERT INTO pictures VALUES (5, 'image/png', 1, 1, x'00'), (6, 'image/png', 1, 1, x'00')");
    const parentId = addProduct(test, { kind: 'parent', name: 'Tee', categoryId, oversell: 'block' });
    change(test, `UPDATE products SET pictureId = 5 WHERE id = ${parentId}`);
    const id = addProduct(test, { kind: 'variant', parentId, name: 'Tee', variantLabel: 'L' });
    expect(await tile(id)).toMatchObject({ categoryId, colour: 4, pictureId: 5, oversell: 'block' });
    change(test, `UPDATE products SET pictureId = 6, oversell = 'allow' WHERE id = ${id}`);
    expect(await tile(id)).toMatchObject({ pictureId: 6, oversell: 'allow' });
  });

  it('takes the policy of the product, the nearest category that has one, or the shop', async () => {
    const top = addCategory(test, { name: 'Top', oversell: 'allow' });
    const middle = addCategory(test, { name: 'Middle', parentId: top, oversell: 'block' });
    const bottom = addCategory(test, { name: 'Bottom', parentId: middle });
    const plain = addCategory(test, { name: 'Plain' });
    const of = async (draft: Parameters<typeof addProduct>[1]) =>
      (await tile(addProduct(test, draft))).oversell;
    expect(await of({ categoryId: bottom, oversell: 'warn' })).toBe('warn');
    expect(await of({ categoryId: bottom })).toBe('block');
    expect(await of({ categoryId: top })).toBe('allow');
    expect(await of({ categoryId: plain })).toBe('warn');
    await test.ask('shop.update', { oversell: 'block' });
    expect(await of({ categoryId: plain })).toBe('block');
    expect(await of({})).toBe('block');
  });

  it('shows the rate that holds today, component by component', async () => {
    change(test, "INSERT INTO taxClasses (id, name, position, isDefault) VALUES (9, 'GST', 9, 0)");
    change(
      test,
      `INSERT INTO taxRates (taxClassId, name, startDate, rate) VALUES (9, 'SGST', 20200101, 60000), (9, 'SGST', 20261122, 90000),
        (9, 'SGST', 20261123, 10000), (9, 'CGST', 20200101, 90000), (9, 'Cess', 20270101, 50000)`,
    );
    const id = addProduct(test, { taxClassId: 9 });
    expect((await tile(id)).taxes).toEqual([
      { name: 'CGST', rate: percent(9) },
      { name: 'SGST', rate: percent(9) },
    ]);
    test.now += 86_400_000;
    expect((await tile(id)).taxes).toEqual([
      { name: 'CGST', rate: percent(9) },
      { name: 'SGST', rate: percent(1) },
    ]);
  });

  it('keeps the order asked for, each once, without unknown and archived ones', async () => {
    const [a, b, c] = [addProduct(test), addProduct(test), addProduct(test)];
    archiveProduct(test, b);
    expect((await tiles(c, 9999, a, b, c)).map((one) => one.id)).toEqual([c, a]);
    expect(await tiles()).toEqual([]);
  });

  it('reads 500 products in as many statements as one', async () => {
    const ids = Array.from({ length: 500 }, () => addProduct(test));
    await tiles(ids[0] ?? 0);
    let statements = 0;
    const { statement } = test.file.read;
    Object.assign(test.file.read, {
      statement(sql: string) {
        statements += 1;
        return statement(sql);
      },
    });
    expect(await tiles(...ids)).toHaveLength(500);
    const many = statements;
    statements = 0;
    await tiles(ids[0] ?? 0);
    expect(many).toBe(statements);
  });
});

describe('catalog.variants', () => {
  it('lists the variants in the order in which they were made, archived ones left out', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'Tee' });
    const labels = ['S', 'M', 'L', 'XL'];
    const ids = labels.map((variantLabel) =>
      addProduct(test, { kind: 'variant', parentId, name: 'Tee', variantLabel }),
    );
    archiveProduct(test, ids[1] ?? 0);
    const variants = await test.ask('catalog.variants', { parentId });
    expect(variants.map((one) => one.variantLabel)).toEqual(['S', 'L', 'XL']);
    expect(await test.ask('catalog.variants', { parentId: 9999 })).toEqual([]);
  });
});
