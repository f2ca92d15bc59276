import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { receipt, rowsOf, signInAs } from '../../../../test/support/stock-builder.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { moveStock } from './move-stock.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', stock: 10, cost: 100 });
});
afterEach(() => test.close());

type Page = Output<'stock.listMovements'>;
const page = (cursor: string | null = null, limit = 100, caller = owner): Promise<Page> =>
  test.ask('stock.listMovements', { productId, cursor, limit }, caller);

async function walk(limit: number, between?: () => Promise<unknown>): Promise<Page['items']> {
  const items: Page['items'] = [];
  for (let cursor: string | null = null; ; ) {
    const { items: some, next } = await page(cursor, limit);
    items.push(...some);
    if (next === null) return items;
    cursor = next;
    if (items.length > 1000) throw new Error('the pages never end');
    await between?.();
  }
}

describe('stock.listMovements', () => {
  it('tells what happened, newest first, by whom and why, with what there was after it', async () => {
    await test.ask('stock.receive', receipt([[productId, 5, 160]]));
    await test.ask('orders.place', counterSale([line(productId, 2, 350)]));
    const lines = [{ productId, quantity: pieces(1) }];
    await test.ask('stock.writeOff', { lines, reason: 'damaged', note: '' });
    const { items, next } = await page();
    expect(next).toBeNull();
    expect(items.map((one) => [one.movementNo, one.type, one.onHandChange, one.onHandAfter])).toEqual([
      [4, 'write-off', -1000, 12_000],
      [3, 'sale', -2000, 13_000],
      [2, 'receipt', 5000, 15_000],
      [1, 'opening', 10_000, 10_000],
    ]);
    expect(items[0]).toMatchObject({ reason: 'damaged', staffName: 'Olga Owner', sourceType: 'adjustment' });
    expect(items.map((one) => one.unitCost)).toEqual([120, 120, 160, 100]);
    expect(items.map((one) => one.businessDate)).toEqual([20261122, 20261122, 20261122, 20261122]);
    expect(items[3]).toMatchObject({ staffName: null, reason: null, reversalOf: null, sourceId: productId });
  });

  it('keeps costs from who may not see profit', async () => {
    const cashier = await page(null, 10, await signInAs(test, 'cashier'));
    expect(cashier.items.map((one) => one.unitCost)).toEqual([null]);
    const viewer = await page(null, 10, await signInAs(test, 'viewer'));
    expect(viewer.items.map((one) => one.unitCost)).toEqual([100]);
  });

  it('carries its balances from page to page, whatever is sold meanwhile', async () => {
    for (let count = 0; count < 6; count += 1) {
      await test.ask('orders.place', counterSale([line(productId, 1, 350)], { cartId: `cart-${count}` }));
    }
    const sell = () => test.ask('stock.receive', receipt([[productId, 50, null]]));
    const walked = await walk(2, sell);
    expect(walked.map((one) => one.onHandAfter / 1000)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses a cursor of another product, of another list and one that was made up', async () => {
    await test.ask('stock.receive', receipt([[productId, 5, 160]]));
    const { next } = await page(null, 1);
    const other = addProduct(test, { stock: 3 });
    const names = ['productId', 'movementNo', 'onHand', 'reserved'] as const;
    const figures = { productId, movementNo: 2, onHand: 1, reserved: 0 };
    const made = (list: string, change: object) => keyCursor(list, names).encode({ ...figures, ...change });
    const cases: [number, string | null][] = [
      [other, next],
      [productId, made('low', {})],
      [productId, made('movements', { movementNo: 0 })],
      [productId, made('movements', { onHand: 0.5 })],
      [productId, made('movements', { onHand: 2 ** 53 - 1 })],
      [productId, made('movements', { reserved: 'many' })],
      [productId, 'bm90IGEgY3Vyc29y'],
      [productId, ''],
    ];
    for (const [id, cursor] of cases) {
      const refusal = await test.refused('stock.listMovements', { productId: id, cursor, limit: 10 });
      expect([cursor, refusal]).toEqual([cursor, { code: 'invalid-input', details: { field: 'cursor' } }]);
    }
    const unknown = { productId: 4711, cursor: null, limit: 10 };
    expect((await test.refused('stock.listMovements', unknown)).code).toBe('not-found');
  });

  it('has nothing to tell of a parent, whose variants have the stock', async () => {
    productId = addProduct(test, { kind: 'parent', name: 'T-Shirt' });
    expect(await page()).toEqual({ items: [], next: null });
  });

  it('balances as adding up from the first movement does, over any movements and page sizes', async () => {
    const step = fc.record({
      onHand: fc.integer({ min: -5_000_000, max: 5_000_000 }),
      reserved: fc.integer({ min: -5000, max: 5000 }),
    });
    const steps = fc.array(step, { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (moves, limit) => {
        productId = addProduct(test, { stock: 1 });
        moves.forEach(({ onHand, reserved }, index) => {
          const changes = { onHandChange: quantity(onHand), reservedChange: quantity(reserved) };
          const by = { staffId: null, at: test.now, businessDate: calendarDate(20261122) };
          const source = { sourceType: 'adjustment', sourceId: productId, sourceLine: index } as const;
          test.file.transaction((db) =>
            moveStock(db, { productId, type: 'adjust', ...source, ...changes, ...by }),
          );
        });
        const sums = rowsOf(
          test,
          `SELECT movementNo, sum(onHandChange) OVER upTo AS onHandAfter,
          sum(reservedChange) OVER upTo AS reservedAfter FROM stockMovements WHERE productId = ${productId}
          WINDOW upTo AS (ORDER BY movementNo) ORDER BY movementNo DESC`,
        );
        const walked = await walk(limit);
        expect(
          walked.map(({ movementNo, onHandAfter, reservedAfter }) => ({
            movementNo,
            onHandAfter,
            reservedAfter,
          })),
        ).toEqual(sums);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the ledger', () => {
  it('only grows: nobody changes or removes a movement', () => {
    const write = (statement: string) => () => test.file.transaction((db) => db.statement(statement).run());
    expect(write('UPDATE stockMovements SET onHandChange = 0')).toThrow('the stock ledger only grows');
    expect(write(`UPDATE stockMovements SET reason = 'x' WHERE movementNo = 1`)).toThrow('only grows');
    expect(write('DELETE FROM stockMovements')).toThrow('the stock ledger only grows');
    expect(rowsOf(test, 'SELECT onHandChange FROM stockMovements')).toEqual([{ onHandChange: 10_000 }]);
  });
});
