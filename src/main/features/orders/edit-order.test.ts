import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  closeSound,
  deliveryOf,
  editOf,
  signInEverybody,
  stockOf,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { change } from '../../../../test/support/catalog-builders.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
let coffee: number;
let mug: number;
beforeEach(async () => {
  test = await createOpenShop();
  coffee = addProduct(test, { name: 'Coffee', stock: 10, price: 350, cost: 120 });
  mug = addProduct(test, { name: 'Mug', stock: 5, price: 1000 });
});
afterEach(() => closeSound(test));

/** An order of two coffees and a mug: 17.00. */
async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  const lines = [line(coffee, 2, 350, { name: 'Coffee' }), line(mug, 1, 1000, { name: 'Mug' })];
  return (await test.ask('orders.place', deliveryOf(lines, change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });
const refuse = async (wish: Input<'orders.edit'>, caller = owner) =>
  (await test.refused('orders.edit', wish, caller)).code;

describe('editing an order', () => {
  it('changes quantities, removes and adds, and tells what changed', async () => {
    const orderId = await placed();
    const tea = addProduct(test, { name: 'Tea', stock: 9, price: 250 });
    const added = [line(tea, 2, 250, { name: 'Tea' })];
    test.now += 60_000;
    const wish = editOf(orderId, [[1, 3]], 1550, { added, note: 'Rang up' });
    expect(await test.ask('orders.edit', wish)).toEqual({
      status: 'received',
      total: 1550,
      open: 1550,
      refundAwaiting: 0,
      refundedInCash: 0,
      change: 0,
    });
    const detail = await order(orderId);
    expect(detail).toMatchObject({ revision: 1, lineCount: 2, total: 1550, subtotal: 1550 });
    expect(detail.lines).toMatchObject([
      { lineNo: 1, name: 'Coffee', quantity: 3000, total: 1050 },
      { lineNo: 3, name: 'Tea', quantity: 2000, total: 500 },
    ]);
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'edited',
      at: test.now,
      details: {
        revision: 1,
        note: 'Rang up',
        changes: [
          { name: 'Coffee', from: 2000, to: 3000 },
          { name: 'Mug', from: 1000, to: 0 },
          { name: 'Tea', from: 0, to: 2000 },
        ],
        total: { from: 1700, to: 1550 },
        before: [{ lineNo: 1, quantity: 2000 }, { lineNo: 2 }],
        after: [{ lineNo: 1, quantity: 3000 }, { lineNo: 3 }],
      },
    });
    expect([coffee, mug, tea].map((id) => stockOf(test, id))).toEqual([
      { onHand: 10_000, reserved: 3000 },
      { onHand: 5000, reserved: 0 },
      { onHand: 9000, reserved: 2000 },
    ]);
  });

  it('keeps the price, the cost and the taxes that a line was placed at; added ones get today’s', async () => {
    const orderId = await placed();
    change(test, `UPDATE products SET price = 400, cost = 200, name = 'Dear coffee' WHERE id = ${coffee}`);
    const added = [line(coffee, 1, 400, { name: 'Dear coffee' })];
    await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 3],
          [2, 1],
        ],
        2450,
        { added },
      ),
    );
    expect((await order(orderId)).lines).toMatchObject([
      { name: 'Coffee', unitPrice: 350, total: 1050 },
      { name: 'Mug' },
      { name: 'Dear coffee', unitPrice: 400, listPrice: 400, total: 400 },
    ]);
    await advance(test, orderId, ['received', 'shipped']);
    const sales = test.file.read.all(
      query
        .selectFrom('stockMovements')
        .select(['sourceLine', 'unitCost', 'onHandChange'])
        .where('type', '=', 'sale')
        .where('productId', '=', coffee)
        .orderBy('movementNo'),
    );
    expect(sales).toEqual([
      { sourceLine: 1, unitCost: 120, onHandChange: -3000 },
      { sourceLine: 3, unitCost: 200, onHandChange: -1000 },
    ]);
  });

  it('takes discounts again: a share anew, an amount as it was', async () => {
    const share = { kind: 'percent', rate: percent(10) } as const;
    const orderId = await placed({ orderDiscount: share });
    await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 4],
          [2, 1],
        ],
        2160,
      ),
    );
    expect(await order(orderId)).toMatchObject({ orderDiscount: 240, orderDiscountRate: 100_000 });
    const amount = await placed({ orderDiscount: { kind: 'amount', amount: money(100) } });
    await test.ask(
      'orders.edit',
      editOf(
        amount,
        [
          [1, 4],
          [2, 1],
        ],
        2300,
      ),
    );
    expect(await order(amount)).toMatchObject({ orderDiscount: 100, orderDiscountRate: null });
  });

  it('asks the stock only for what comes on top, product by product', async () => {
    const { cashier } = await signInEverybody(test);
    change(test, `UPDATE products SET oversell = 'block' WHERE id IN (${coffee}, ${mug})`);
    await test.ask('orders.place', deliveryOf([line(coffee, 8, 350)]));
    const orderId = (await test.ask('orders.place', deliveryOf([line(mug, 4, 1000)]))).orderId;
    const added = [line(mug, 2, 1000, { name: 'Mug' })];
    const wish = editOf(orderId, [[1, 4]], 6000, { added });
    expect(await test.refused('orders.edit', wish, cashier)).toMatchObject({
      code: 'out-of-stock',
      details: { lines: [{ productId: mug, available: 1000, wanted: 2000 }] },
    });
    const moved = editOf(orderId, [[1, 3]], 5000, { added });
    expect(await test.ask('orders.edit', moved, cashier)).toMatchObject({ total: 5000 });
    expect(stockOf(test, mug)).toEqual({ onHand: 5000, reserved: 5000 });
    const own = editOf(
      orderId,
      [
        [1, 2],
        [2, 2],
      ],
      4000,
      { revision: 1 },
    );
    expect(await test.ask('orders.edit', own, cashier)).toMatchObject({ total: 4000 });
  });

  it('warns before it promises more than there is, and remembers it', async () => {
    const orderId = await placed();
    const wish = editOf(
      orderId,
      [
        [1, 2],
        [2, 7],
      ],
      7700,
    );
    expect(await refuse(wish)).toBe('stock-warning');
    await test.ask('orders.edit', { ...wish, oversellAccepted: [mug] });
    expect((await order(orderId)).events.at(-1)).toMatchObject({
      kind: 'oversold',
      details: { name: 'Mug', available: 4000, wanted: 6000 },
    });
  });

  it('answers the same request as before; a second press finds another revision', async () => {
    const orderId = await placed();
    const wish = editOf(
      orderId,
      [
        [1, 1],
        [2, 1],
      ],
      1350,
    );
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'orders.edit', wish, requestId);
    expect(await test.app.ask(owner, 'orders.edit', wish, requestId)).toEqual(first);
    expect(await test.refused('orders.edit', wish)).toEqual({
      code: 'order-changed',
      details: { revision: 1 },
    });
    expect(stockOf(test, coffee)).toEqual({ onHand: 10_000, reserved: 1000 });
  });
});
