import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { recomputeStock } from '../../../../test/support/recompute-stock.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { ensureStockRow } from './ensure-stock-row.ts';
import { moveCounted, moveStock, type StockMovement } from './move-stock.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 10 });
});
afterEach(() => test.close());

let sources = 1000;

function move(part: Partial<StockMovement>): boolean {
  sources += 1;
  const movement: StockMovement = {
    productId,
    type: 'sale',
    sourceType: 'order',
    sourceId: sources,
    sourceLine: 1,
    staffId: null,
    at: test.now,
    businessDate: calendarDate(20261122),
    ...part,
  };
  return test.file.transaction((db) => moveStock(db, movement));
}

const stock = (id = productId) => recomputeStock(test.file.read, id);

describe('moveStock', () => {
  it('appends to the product’s ledger and brings its stock along', () => {
    expect(move({ type: 'sale', onHandChange: quantity(-2500) })).toBe(true);
    expect(move({ type: 'reserve', reservedChange: quantity(3000) })).toBe(true);
    expect(stock()).toEqual({
      ledger: { onHand: 7500, reserved: 3000 },
      kept: { onHand: 7500, reserved: 3000 },
      agrees: true,
    });
    const numbers = test.file.read
      .statement('SELECT movementNo FROM stockMovements WHERE productId = ? ORDER BY 1')
      .pluck()
      .all(productId);
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('numbers each product’s movements by itself', () => {
    const other = addProduct(test);
    move({ productId: other, onHandChange: quantity(-1000) });
    move({ onHandChange: quantity(-1000) });
    const numbers = test.file.read
      .statement('SELECT max(movementNo) FROM stockMovements GROUP BY productId')
      .pluck();
    expect(numbers.all()).toEqual([2, 2]);
  });

  it('changes nothing when the same source comes again', () => {
    const source = {
      sourceType: 'order',
      sourceId: 7,
      sourceLine: 2,
      onHandChange: quantity(-1000),
    } as const;
    expect(move(source)).toBe(true);
    expect(move(source)).toBe(false);
    expect(move({ ...source, onHandChange: quantity(-9000) })).toBe(false);
    expect(stock().kept).toEqual({ onHand: 9000, reserved: 0 });
    expect(stock().agrees).toBe(true);
    expect(move({ ...source, type: 'customer-return', onHandChange: quantity(1000) })).toBe(true);
    expect(stock().kept?.onHand).toBe(10_000);
  });

  it('refuses a product without a stock row and keeps nothing of it', () => {
    change(test, `DELETE FROM productStock WHERE productId = ${productId}`);
    expect(() => move({ onHandChange: quantity(-1000) })).toThrow(/no stock row/);
    expect(stock()).toEqual({ ledger: { onHand: 10_000, reserved: 0 }, kept: null, agrees: false });
  });

  it('does not let a sale bring goods in, or a reservation move them', () => {
    expect(() => move({ type: 'sale', onHandChange: quantity(1000) })).toThrow(/CHECK/);
    expect(() => move({ type: 'reserve', reservedChange: quantity(-1000) })).toThrow(/CHECK/);
    expect(() => move({ type: 'release', reservedChange: quantity(1000) })).toThrow(/CHECK/);
    expect(stock().agrees).toBe(true);
  });

  it('keeps the ledger and the stock equal over any movements, replays among them', () => {
    const type = fc.constantFrom('receipt', 'adjust', 'count', 'write-off', 'customer-return');
    const step = fc.record({
      type,
      sourceId: fc.integer({ min: 1, max: 6 }),
      onHand: fc.integer({ min: -5_000_000, max: 5_000_000 }),
      reserved: fc.integer({ min: -5000, max: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        for (const { onHand, reserved, sourceId, type: kind } of steps) {
          const changes = { onHandChange: quantity(onHand), reservedChange: quantity(reserved) };
          move({ type: kind as 'adjust', sourceType: 'adjustment', sourceId, ...changes });
          expect(stock().agrees).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('moveCounted', () => {
  async function countTwo(): Promise<number> {
    const { countId } = await test.ask('stockCounts.start', { name: 'All', categoryId: null });
    for (const [id, counted] of [
      [productId, 8000],
      [addedId, 3000],
    ] as const) {
      await test.ask('stockCounts.enter', { countId, productId: id, counted: quantity(counted) });
    }
    return countId;
  }
  const by = { staffId: 1, businessDate: calendarDate(20261122) };
  const moved = (countId: number) =>
    test.file.transaction((db) => moveCounted(db, { countId, at: test.now, ...by }));
  let addedId: number;
  beforeEach(() => {
    addedId = addProduct(test, { stock: 1 });
  });

  it('moves each product as one movement of its own would', async () => {
    expect(moved(await countTwo())).toBe(2);
    expect([stock().kept, stock(addedId).kept]).toEqual([
      { onHand: 8000, reserved: 0 },
      { onHand: 3000, reserved: 0 },
    ]);
    expect([stock().agrees, stock(addedId).agrees]).toEqual([true, true]);
    move({ onHandChange: quantity(-1000) });
    expect(stock()).toMatchObject({ agrees: true, kept: { onHand: 7000 } });
  });

  it('moves a stock-take once, and nothing where a product has no stock row', async () => {
    const countId = await countTwo();
    change(test, `DELETE FROM productStock WHERE productId = ${addedId}`);
    expect(() => moved(countId)).toThrow(/no stock row/);
    expect(stock().kept).toEqual({ onHand: 10_000, reserved: 0 });
    test.file.transaction((db) =>
      ensureStockRow(db, { productId: addedId, tracked: true, reorderLevel: quantity(0) }),
    );
    expect(moved(countId)).toBe(2);
    expect(() => moved(countId)).toThrow(/UNIQUE/);
    expect(stock().kept).toEqual({ onHand: 8000, reserved: 0 });
  });
});

describe('ensureStockRow', () => {
  it('makes an empty row once and leaves one that is there alone', () => {
    change(test, `DELETE FROM productStock WHERE productId = ${productId}`);
    const row = { productId, tracked: true, reorderLevel: quantity(50_000) };
    expect(test.file.transaction((db) => ensureStockRow(db, row))).toBe(true);
    expect(stock().kept).toEqual({ onHand: 0, reserved: 0 });
    const again = { ...row, tracked: false, reorderLevel: quantity(1) };
    expect(test.file.transaction((db) => ensureStockRow(db, again))).toBe(false);
    const kept = test.file.read.statement(
      'SELECT tracked, reorderLevel FROM productStock WHERE productId = ?',
    );
    expect(kept.get(productId)).toEqual({ tracked: 1, reorderLevel: 50_000 });
  });
});

describe('recomputeStock', () => {
  it('notices stock that was changed past the ledger', () => {
    change(test, `UPDATE productStock SET onHand = onHand + 1 WHERE productId = ${productId}`);
    expect(stock().agrees).toBe(false);
  });
});
