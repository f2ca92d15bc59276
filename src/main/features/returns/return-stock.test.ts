import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack, lastMovements, stockAndCost } from '../../../../test/support/return-builder.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Disposition } from '../../../shared/domain/return-line.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

/** Four of ten mugs are sold at a cost of 1.00; since then a mug costs 2.00. */
async function sellMugs(): Promise<number> {
  const mug = addProduct(test, { name: 'Mug', price: 400, cost: 100, stock: 10 });
  await test.ask('orders.place', counterSale([line(mug, 4, 400)]));
  test.file.transaction((db) =>
    db.run(
      query
        .updateTable('products')
        .set({ cost: money(200) })
        .where('id', '=', mug),
    ),
  );
  return mug;
}

const takeBack = (disposition: Disposition, count = 2) =>
  test.ask('returns.create', bringBack(1, [back(1, count, { disposition, reason: 'faulty' })], 400 * count));

const came = { sourceType: 'return', sourceId: 1, sourceLine: 1, unitCost: 100 };

describe('returned goods', () => {
  it('for the shelf come back at what they had cost, and move the average', async () => {
    const mug = await sellMugs();
    await takeBack('restock');
    expect(lastMovements(test, mug, 1)).toEqual([
      { type: 'customer-return', onHandChange: 2000, reason: 'faulty', ...came },
    ]);
    expect(stockAndCost(test, mug)).toEqual({ onHand: 8000, reserved: 0, cost: 175 });
  });

  it.each(['damaged', 'lost'] as const)(
    'that are %s come in and are written off, and move no average',
    async (how) => {
      const mug = await sellMugs();
      await takeBack(how);
      expect(lastMovements(test, mug, 2)).toEqual([
        { type: 'customer-return', onHandChange: 2000, reason: 'faulty', ...came },
        { type: 'write-off', onHandChange: -2000, reason: how, ...came },
      ]);
      expect(stockAndCost(test, mug)).toEqual({ onHand: 6000, reserved: 0, cost: 200 });
    },
  );

  it('that the customer keeps move nothing, and cannot come back again', async () => {
    const mug = await sellMugs();
    expect(await takeBack('not-returned', 4)).toMatchObject({ refundedInCash: 1600 });
    expect(lastMovements(test, mug, 1)).toMatchObject([{ type: 'sale' }]);
    expect((await test.refused('returns.create', bringBack(1, [back(1, 1)], 400))).details).toMatchObject({
      left: 0,
    });
  });

  it('may go several ways in one return', async () => {
    const mug = await sellMugs();
    const lines = [
      back(1, 1),
      back(1, 1, { disposition: 'damaged' }),
      back(1, 2, { disposition: 'not-returned' }),
    ];
    await test.ask('returns.create', bringBack(1, lines, 1600));
    expect(lastMovements(test, mug, 3)).toMatchObject([
      { type: 'customer-return', sourceLine: 1 },
      { type: 'customer-return', sourceLine: 2 },
      { type: 'write-off', sourceLine: 2 },
    ]);
    expect(stockAndCost(test, mug)).toMatchObject({ onHand: 7000 });
  });

  it('that stand for no product move nothing', async () => {
    await test.ask('orders.place', counterSale([line(null, 1, 700, { name: 'Repair' })]));
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 700));
    expect((await test.ask('orders.get', { orderId: 1 })).refunded).toBe(700);
  });

  it('that are not counted move as their sale did, without an average', async () => {
    const tea = addProduct(test, { name: 'Tea', price: 300, cost: 50, stock: null });
    await test.ask('orders.place', counterSale([line(tea, 2, 300)]));
    await test.ask('returns.create', bringBack(1, [back(1, 1)], 300));
    expect(stockAndCost(test, tea)).toMatchObject({ onHand: -1000, cost: 50 });
  });
});
