import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory, archiveProduct } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs, stockInPieces } from '../../../../test/support/stock-builder.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import type { QueryContext } from '../../app/context.ts';
import { getCount } from './get-count.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', stock: 10, cost: 100 });
});
afterEach(() => test.close());

const start = async (categoryId: number | null = null, name = 'Year end') =>
  (await test.ask('stockCounts.start', { name, categoryId })).countId;
const enter = (countId: number, count: number | null, id = productId) =>
  test.ask('stockCounts.enter', { countId, productId: id, counted: count === null ? null : pieces(count) });
const get = (countId: number) => test.ask('stockCounts.get', { countId });
const post = (countId: number) => test.ask('stockCounts.post', { countId });

let carts = 0;
function sell(count: number, id = productId): Promise<unknown> {
  carts += 1;
  const sale = counterSale([line(id, count, 350)], { cartId: `cart-${carts}` });
  return test.ask('orders.place', { ...sale, oversellAccepted: [id] });
}

describe('stockCounts.start', () => {
  it('makes a sheet of all that is counted and sold', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    const blue = addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel: 'Blue' });
    addProduct(test, { name: 'Service', stock: null });
    archiveProduct(test, addProduct(test, { name: 'Gone', stock: 3 }));
    const answer = await test.ask('stockCounts.start', { name: 'Year end', categoryId: null });
    expect(answer).toEqual({ countId: 1, products: 2 });
    expect(rowsOf(test, 'SELECT productId, counted, expected FROM stockCountLines')).toEqual([
      { productId, counted: null, expected: null },
      { productId: blue, counted: null, expected: null },
    ]);
    expect(await get(1)).toEqual({
      countId: 1,
      name: 'Year end',
      state: 'open',
      categoryName: null,
      staffName: 'Olga Owner',
      startedAt: test.now,
      endedAt: null,
      products: 2,
      counted: 0,
      different: 0,
      varianceCost: 0,
    });
  });

  it('of a category takes what is below it, variants with their parent', async () => {
    const top = addCategory(test, { name: 'Clothes' });
    const shirts = addCategory(test, { name: 'Shirts', parentId: top });
    const other = addCategory(test, { name: 'Food' });
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt', categoryId: shirts });
    const blue = addProduct(test, { kind: 'variant', parentId, name: 'T-Shirt', variantLabel: 'Blue' });
    const hat = addProduct(test, { name: 'Hat', categoryId: top });
    addProduct(test, { name: 'Uncounted hat', categoryId: top, stock: null });
    addProduct(test, { name: 'Ham', categoryId: other });
    const countId = await start(top);
    expect(rowsOf(test, 'SELECT productId FROM stockCountLines')).toEqual([
      { productId: blue },
      { productId: hat },
    ]);
    expect((await get(countId)).categoryName).toBe('Clothes');
  });

  it('refuses an empty sheet, a category that is not there and a sheet without a name', async () => {
    const empty = { name: 'Empty', categoryId: addCategory(test, { name: 'Nothing' }) };
    expect((await test.refused('stockCounts.start', empty)).code).toBe('nothing-to-count');
    const unknown = { name: 'Unknown', categoryId: 4711 };
    expect((await test.refused('stockCounts.start', unknown)).code).toBe('not-found');
    const unnamed = { name: ' ', categoryId: null };
    expect((await test.refused('stockCounts.start', unnamed)).code).toBe('invalid-input');
    expect(rowsOf(test, 'SELECT 1 FROM stockCounts')).toEqual([]);
  });
});

describe('stockCounts.enter', () => {
  it('remembers what was on hand at that moment, and again when counted again', async () => {
    const countId = await start();
    await sell(2);
    expect(await enter(countId, 7)).toEqual({ expected: 8000 });
    await sell(1);
    expect(await enter(countId, 6)).toEqual({ expected: 7000 });
    expect(await get(countId)).toMatchObject({ counted: 1, different: 1, varianceCost: -100 });
    const [row] = rowsOf(test, 'SELECT countedAt, countedBy FROM stockCountLines');
    expect(row).toEqual({ countedAt: test.now, countedBy: 1 });
  });

  it('is taken back by null', async () => {
    const countId = await start();
    await enter(countId, 7);
    expect(await enter(countId, null)).toEqual({ expected: null });
    expect(await get(countId)).toMatchObject({ counted: 0, different: 0, varianceCost: 0 });
    expect(rowsOf(test, 'SELECT expected, countedAt, countedBy FROM stockCountLines')).toEqual([
      { expected: null, countedAt: null, countedBy: null },
    ]);
  });

  it('takes parts only of what is measured, and nothing that is not on the sheet', async () => {
    const kilos = addProduct(test, { name: 'Ham', unit: 'kg', stock: 2 });
    const countId = await start();
    const late = addProduct(test, { name: 'Late' });
    const part = { countId, productId, counted: quantity(500) };
    expect(await test.refused('stockCounts.enter', part)).toEqual({
      code: 'whole-pieces-only',
      details: { productId, name: 'Beans' },
    });
    await test.ask('stockCounts.enter', { ...part, productId: kilos });
    const off = { countId, productId: late, counted: pieces(1) };
    expect(await test.refused('stockCounts.enter', off)).toEqual({
      code: 'not-on-sheet',
      details: { productId: late, name: 'Late' },
    });
    expect((await test.refused('stockCounts.enter', { ...off, productId: 4711 })).code).toBe('not-found');
    expect((await test.refused('stockCounts.enter', { ...off, countId: 9 })).code).toBe('not-found');
    const negative = { ...part, counted: pieces(-1) };
    expect((await test.refused('stockCounts.enter', negative)).code).toBe('invalid-input');
  });
});

describe('stockCounts.post', () => {
  it('turns each difference into one movement and leaves the rest alone', async () => {
    const more = addProduct(test, { name: 'Milk', stock: 5, cost: 90 });
    const same = addProduct(test, { name: 'Tea', stock: 4 });
    const uncounted = addProduct(test, { name: 'Ham', stock: 3 });
    const countId = await start();
    await enter(countId, 8);
    await enter(countId, 6, more);
    await enter(countId, 4, same);
    expect(await post(countId)).toEqual({ changed: 2 });
    const stocks = [productId, more, same, uncounted].map((id) => stockInPieces(test, id));
    expect(stocks).toEqual([
      [8, 0],
      [6, 0],
      [4, 0],
      [3, 0],
    ]);
    expect(
      rowsOf(
        test,
        `SELECT productId, onHandChange, unitCost, sourceType, sourceId, sourceLine, staffId
      FROM stockMovements WHERE type = 'count'`,
      ),
    ).toEqual([
      { productId, onHandChange: -2000, unitCost: 100, sourceLine: productId, ...from(countId) },
      { productId: more, onHandChange: 1000, unitCost: 90, sourceLine: more, ...from(countId) },
    ]);
    expect(await get(countId)).toMatchObject({ state: 'posted', endedAt: test.now, different: 2 });
  });

  const from = (sourceId: number) => ({ sourceType: 'count', sourceId, staffId: 1 });

  it('is not disturbed by what is sold, bought in and written off meanwhile', async () => {
    const countId = await start();
    await sell(1);
    await enter(countId, 7);
    await sell(3);
    await test.ask('stock.receive', receipt([[productId, 20, 100]]));
    const lines = [{ productId, quantity: pieces(1) }];
    await test.ask('stock.writeOff', { lines, reason: 'damaged', note: '' });
    await post(countId);
    // Counted 7 where 9 were expected; then 3 sold, 20 bought, 1 broken.
    expect(stockInPieces(test, productId)).toEqual([23, 0]);
  });

  it('keeps what a posted difference cost, though costs move on', async () => {
    const countId = await start();
    await enter(countId, 6);
    await post(countId);
    await test.ask('stock.receive', receipt([[productId, 100, 900]]));
    expect((await get(countId)).varianceCost).toBe(-400);
  });

  it('does not find the same difference twice where two sheets counted it', async () => {
    const first = await start(null, 'First');
    const second = await start(null, 'Second');
    await enter(second, 8);
    await sell(1);
    await enter(first, 7);
    await post(first);
    expect(await get(second)).toMatchObject({ different: 0 });
    expect(await post(second)).toEqual({ changed: 0 });
    expect(stockInPieces(test, productId)).toEqual([7, 0]);
  });

  it('happens once, and a stock-take that ended takes nothing more', async () => {
    const countId = await start();
    await enter(countId, 8);
    await post(countId);
    const entry = { countId, productId, counted: pieces(1) };
    for (const call of ['stockCounts.post', 'stockCounts.discard'] as const) {
      expect((await test.refused(call, { countId })).code).toBe('count-closed');
    }
    expect((await test.refused('stockCounts.enter', entry)).code).toBe('count-closed');
    expect(stockInPieces(test, productId)).toEqual([8, 0]);
  });

  it('refuses a sheet on which nothing is counted, and one that is not there', async () => {
    const countId = await start();
    expect((await test.refused('stockCounts.post', { countId })).code).toBe('nothing-counted');
    expect((await get(countId)).state).toBe('open');
    expect((await test.refused('stockCounts.post', { countId: 9 })).code).toBe('not-found');
    expect((await test.refused('stockCounts.get', { countId: 9 })).code).toBe('not-found');
  });

  it('posts the difference found when it was counted, over any order of counting and selling', async () => {
    const step = fc.oneof(
      fc.record({ deed: fc.constant('sell' as const), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ deed: fc.constant('receive' as const), count: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ deed: fc.constant('count' as const), count: fc.integer({ min: 0, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        productId = addProduct(test, { name: 'Beans', stock: 10 });
        const countId = await start();
        let onHand = 10;
        let difference: number | null = null;
        for (const { deed, count } of steps) {
          if (deed === 'sell') await sell(count);
          if (deed === 'receive') await test.ask('stock.receive', receipt([[productId, count, null]]));
          if (deed === 'count') {
            await enter(countId, count);
            difference = count - onHand;
          }
          onHand += deed === 'sell' ? -count : deed === 'receive' ? count : 0;
        }
        if (difference === null) await test.ask('stockCounts.discard', { countId });
        else expect(await post(countId)).toEqual({ changed: difference === 0 ? 0 : 1 });
        expect(stockInPieces(test, productId)).toEqual([onHand + (difference ?? 0), 0]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('stockCounts.discard', () => {
  it('changes no stock and keeps the sheet to be read', async () => {
    const countId = await start();
    await enter(countId, 3);
    await test.ask('stockCounts.discard', { countId });
    expect(stockInPieces(test, productId)).toEqual([10, 0]);
    expect(await get(countId)).toMatchObject({ state: 'discarded', counted: 1, endedAt: test.now });
    expect((await test.refused('stockCounts.discard', { countId })).code).toBe('count-closed');
    expect((await test.refused('stockCounts.discard', { countId: 9 })).code).toBe('not-found');
  });
});

describe('a stock-take', () => {
  it('is for who may count, and is posted by who may adjust', async () => {
    const countId = await start();
    await enter(countId, 8);
    for (const role of ['cashier', 'viewer'] as const) {
      const caller = await signInAs(test, role);
      for (const call of ['stockCounts.get', 'stockCounts.post', 'stockCounts.discard'] as const) {
        expect((await test.refused(call, { countId }, caller)).code).toBe('forbidden');
      }
    }
    const manager = await signInAs(test, 'manager');
    expect(await test.ask('stockCounts.post', { countId }, manager)).toEqual({ changed: 1 });
  });

  it('tells no cost to somebody who may count and not see profit, as no role has it today', async () => {
    const countId = await start();
    await enter(countId, 7);
    const actor = { kind: 'staff', rights: new Set(['count-stock']) };
    const ctx = { db: test.file.read, actor } as unknown as QueryContext;
    expect([getCount(ctx, { countId }).varianceCost, (await get(countId)).varianceCost]).toEqual([0, -300]);
  });

  it('stands in the list newest first, page after page, with how far it is', async () => {
    const milk = addProduct(test, { name: 'Milk', stock: 5 });
    for (const name of ['One', 'Two', 'Three']) await start(null, name);
    await enter(2, 10);
    await enter(2, 4, milk);
    const first = await test.ask('stockCounts.list', { cursor: null, limit: 2 });
    expect(first.items).toMatchObject([
      { name: 'Three', products: 2, counted: 0, different: 0 },
      { name: 'Two', products: 2, counted: 2, different: 1 },
    ]);
    const second = await test.ask('stockCounts.list', { cursor: first.next, limit: 2 });
    expect(second).toMatchObject({ items: [{ name: 'One' }], next: null });
    const wrong = { cursor: 'x', limit: 2 };
    expect((await test.refused('stockCounts.list', wrong)).code).toBe('invalid-input');
  });
});
