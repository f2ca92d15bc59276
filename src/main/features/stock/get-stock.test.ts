import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs } from '../../../../test/support/stock-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { addDays, calendarDate } from '../../../shared/domain/calendar.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', sku: 'B-1', stock: 10, cost: 100 });
});
afterEach(() => test.close());

const stock = (id = productId, caller = owner) => test.ask('stock.get', { productId: id }, caller);
const day = 86_400_000;

describe('stock.get', () => {
  it('tells a product’s stock as it stands', async () => {
    const delivery = { name: 'Ana', phone: '1', address: '2 Low Street', date: calendarDate(20261125) };
    const order = counterSale([line(productId, 3, 350)], { kind: 'delivery', delivery, tenders: [] });
    await test.ask('orders.place', order);
    const { days, ...figures } = await stock();
    expect(figures).toEqual({
      productId,
      name: 'Beans',
      sku: 'B-1',
      unit: 'piece',
      pictureId: null,
      tracked: true,
      onHand: 10_000,
      reserved: 3000,
      available: 7000,
      reorderLevel: 5000,
      cost: 100,
      oversell: null,
      effectiveOversell: 'warn',
    });
    expect(days).toHaveLength(90);
  });

  it('keeps the cost from who may not see profit', async () => {
    expect((await stock(productId, await signInAs(test, 'cashier'))).cost).toBeNull();
    expect((await stock(productId, await signInAs(test, 'viewer'))).cost).toBe(100);
  });

  it('tells what was on hand at the end of each of the last 90 days, oldest first', async () => {
    test.now += 30 * day;
    await test.ask('stock.receive', receipt([[productId, 5, null]]));
    test.now += 30 * day;
    for (const cartId of ['a', 'b']) {
      await test.ask('orders.place', counterSale([line(productId, 2, 350)], { cartId }));
    }
    test.now += 2 * day;
    const { days } = await stock();
    const today = addDays(calendarDate(20261122), 62);
    expect([days[0]?.date, days.at(-1)?.date]).toEqual([addDays(today, -89), today]);
    const on = (date: number) => (days.find((one) => one.date === date)?.onHand ?? Number.NaN) / 1000;
    const opened = calendarDate(20261122);
    const found = [-1, 0, 29, 30, 59, 60, 62].map((after) => on(addDays(opened, after)));
    expect(found).toEqual([0, 10, 10, 15, 15, 11, 11]);
    test.now += 400 * day;
    expect(new Set((await stock()).days.map((one) => one.onHand))).toEqual(new Set([11_000]));
  });

  it('adds up the variants of a parent, and names a variant in full', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    const make = (variantLabel: string, count: number) =>
      addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel, stock: count });
    const blue = make('Blue', 4);
    make('Red', 2);
    archiveProduct(test, make('Old', 50));
    expect(await stock(parentId)).toMatchObject({ name: 'T-Shirt', onHand: 6000, tracked: true });
    expect((await stock(parentId)).days.at(-1)?.onHand).toBe(6000);
    expect((await stock(blue)).name).toBe('T-Shirt, Blue');
  });

  it('refuses what nobody knows', async () => {
    expect((await test.refused('stock.get', { productId: 4711 })).code).toBe('not-found');
  });
});

type Rules = Input<'stock.setRules'>;
const rules = (part: Partial<Rules> = {}): Rules => ({
  productId,
  reorderLevel: pieces(20),
  tracked: true,
  oversell: null,
  ...part,
});

describe('the oversell policy', () => {
  it('is the product’s, its parent’s, the nearest category’s, the shop’s: the first that says anything', async () => {
    const top = addCategory(test, { name: 'Clothes' });
    const categoryId = addCategory(test, { name: 'Shirts', parentId: top });
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt', categoryId });
    const blue = addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel: 'Blue' });
    const policy = async () => {
      const { oversell, effectiveOversell } = await stock(blue);
      return [oversell, effectiveOversell];
    };
    expect(await policy()).toEqual([null, 'warn']);
    await test.ask('shop.update', { oversell: 'allow' });
    expect(await policy()).toEqual([null, 'allow']);
    await test.ask('stock.setCategoryOversell', { categoryId: top, oversell: 'block' });
    expect(await policy()).toEqual([null, 'block']);
    await test.ask('stock.setCategoryOversell', { categoryId, oversell: 'warn' });
    expect(await policy()).toEqual([null, 'warn']);
    test.file.transaction((db) =>
      db.statement(`UPDATE products SET oversell = 'allow' WHERE id = ${parentId}`).run(),
    );
    expect(await policy()).toEqual([null, 'allow']);
    await test.ask('stock.setRules', rules({ productId: blue, oversell: 'block' }));
    expect(await policy()).toEqual(['block', 'block']);
    await test.ask('stock.setRules', rules({ productId: blue, oversell: null }));
    await test.ask('stock.setCategoryOversell', { categoryId, oversell: null });
    expect(await policy()).toEqual([null, 'allow']);
  });

  it('of a category is kept in the audit log, and refused for a category that is not there', async () => {
    const categoryId = addCategory(test, { name: 'Clothes', oversell: 'warn' });
    await test.ask('stock.setCategoryOversell', { categoryId, oversell: 'block' });
    const [row] = rowsOf(test, `SELECT subject, details FROM auditEntries ORDER BY id DESC LIMIT 1`);
    expect(row).toMatchObject({ subject: `category ${categoryId}` });
    expect(JSON.stringify(row)).toContain('warn');
    const unknown = { categoryId: 4711, oversell: 'block' } as const;
    expect((await test.refused('stock.setCategoryOversell', unknown)).code).toBe('not-found');
  });
});

describe('stock.setRules', () => {
  it('sets what to keep and whether it is counted, and leaves the stock alone', async () => {
    await test.ask('stock.setRules', rules({ tracked: false }));
    expect(await stock()).toMatchObject({ tracked: false, reorderLevel: 20_000, onHand: 10_000 });
    await test.ask('stock.setRules', rules({ reorderLevel: pieces(0) }));
    expect(await stock()).toMatchObject({ tracked: true, reorderLevel: 0, onHand: 10_000 });
    const [row] = rowsOf(test, `SELECT details FROM auditEntries ORDER BY id DESC LIMIT 1`);
    expect(JSON.parse((row as { details: string }).details)).toMatchObject({
      before: { tracked: false, reorderLevel: 20_000 },
      after: { tracked: true, reorderLevel: 0 },
    });
  });

  it('keeps counting what is promised to an order', async () => {
    const delivery = { name: 'Ana', phone: '1', address: '2 Low Street', date: calendarDate(20261125) };
    const order = counterSale([line(productId, 3, 350)], { kind: 'delivery', delivery, tenders: [] });
    await test.ask('orders.place', order);
    expect(await test.refused('stock.setRules', rules({ tracked: false }))).toEqual({
      code: 'has-reserved',
      details: { productId, name: 'Beans', reserved: 3000 },
    });
    await test.ask('stock.setRules', rules());
    expect(await stock()).toMatchObject({ tracked: true, reorderLevel: 20_000 });
  });

  it('refuses what is archived, parents, what nobody knows and who may not', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    const code = async (id: number) => (await test.refused('stock.setRules', rules({ productId: id }))).code;
    expect(await code(parentId)).toBe('product-gone');
    expect(await code(4711)).toBe('not-found');
    archiveProduct(test, productId);
    expect(await code(productId)).toBe('product-gone');
    const cashier = await signInAs(test, 'cashier');
    expect((await test.refused('stock.setRules', rules(), cashier)).code).toBe('forbidden');
  });
});
