import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { lastMovements, stockAndCost } from '../../../../test/support/return-builder.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const cash = 1;
const card = 2;

type Without = Input<'returns.createWithoutReceipt'>;

function goods(productId: number, change: Partial<Without['lines'][number]> = {}): Without['lines'][number] {
  const base = {
    productId,
    quantity: pieces(1),
    reason: 'unwanted' as const,
    disposition: 'restock' as const,
  };
  return { ...base, unitPrice: money(1000), ...change };
}

function without(lines: Without['lines'], change: Partial<Without> = {}): Without {
  return { lines, customerId: null, tenderId: cash, reference: '', note: '', ...change };
}

const call = 'returns.createWithoutReceipt';

describe('a return without a receipt', () => {
  it('gives today’s price back in cash, with its tax, and is flagged by having no order', async () => {
    const mug = addProduct(test, { name: 'Mug', sku: 'M1', price: 1000, cost: 400, stock: 3 });
    const done = await test.ask(call, without([goods(mug, { quantity: pieces(2) })]));
    expect(done).toEqual({
      ...{ returnId: 1, exchangeOrderId: null, credited: 2000, exchanged: 0 },
      ...{ refundedInCash: 2000, refundAwaiting: 0, paid: 0, change: 0 },
    });
    const found = await test.ask('returns.get', { returnId: 1 });
    expect(found).toMatchObject({ orderId: null, net: 1667, tax: 333, total: 2000, staffName: 'Olga Owner' });
    expect(found.lines).toMatchObject([{ name: 'Mug', sku: 'M1', orderLineNo: null, quantity: 2000 }]);
    expect(found.refunds).toMatchObject([
      { orderId: null, state: 'settled', amount: 2000, tenderName: 'Cash' },
    ]);
    expect(stockAndCost(test, mug)).toMatchObject({ onHand: 5000, cost: 400 });
    expect(lastMovements(test, mug, 1)).toMatchObject([
      { type: 'customer-return', onHandChange: 2000, unitCost: 400, sourceType: 'return', sourceId: 1 },
    ]);
  });

  it('adds the tax where prices are without', async () => {
    await test.close();
    test = await createOpenShop({ pricesIncludeTax: false });
    const mug = addProduct(test, { price: 1000, stock: 3 });
    expect(await test.ask(call, without([goods(mug, { unitPrice: money(500) })]))).toMatchObject({
      credited: 600,
    });
  });

  it('waits in the queue where it goes to a bank', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    const done = await test.ask(call, without([goods(mug)], { tenderId: card }));
    expect(done).toMatchObject({ refundedInCash: 0, refundAwaiting: 1000 });
    await test.ask('refunds.initiate', { refundId: 1, tenderId: null, reference: 'R-1' });
    await test.ask('refunds.fail', { refundId: 1, reason: 'card lost' });
    await test.ask('refunds.settle', { refundId: 1, reference: '' });
    expect((await test.ask('returns.get', { returnId: 1 })).refunds).toMatchObject([{ state: 'settled' }]);
  });

  it('hands out coins', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const mug = addProduct(test, { price: 1000, stock: 3 });
    const done = await test.ask(call, without([goods(mug, { unitPrice: money(333) })]));
    expect(done).toMatchObject({ credited: 333, refundedInCash: 335 });
  });

  it('opens no refund for what was free', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    await test.ask(call, without([goods(mug, { unitPrice: money(0) })]));
    expect((await test.ask('returns.get', { returnId: 1 })).refunds).toEqual([]);
  });

  it('is done once, however often it is sent', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, call, without([goods(mug)]), requestId);
    expect(await test.app.ask(owner, call, without([goods(mug)]), requestId)).toEqual(first);
    expect(stockAndCost(test, mug)).toMatchObject({ onHand: 4000 });
  });
});

describe('a return without a receipt is refused', () => {
  it('above the cap of the shop, with the tax in it', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    await test.ask('shop.update', { returnCap: money(2999) });
    expect(await test.refused(call, without([goods(mug, { quantity: pieces(3) })]))).toMatchObject({
      code: 'return-above-cap',
      details: { cap: 2999, total: 3000 },
    });
    await test.ask(call, without([goods(mug, { quantity: pieces(2) })]));
  });

  it('above today’s price', async () => {
    const mug = addProduct(test, { name: 'Mug', price: 1000, stock: 3 });
    expect(await test.refused(call, without([goods(mug, { unitPrice: money(1001) })]))).toMatchObject({
      code: 'return-above-price',
      details: { name: 'Mug', price: 1000 },
    });
  });

  it('for what is not sold, is no quantity, or no whole piece', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    const parent = addProduct(test, { kind: 'parent', price: 1000, stock: null });
    const gone = addProduct(test, { price: 1000 });
    test.file.transaction((db) =>
      db.run(query.updateTable('products').set({ archivedAt: test.now }).where('id', '=', gone)),
    );
    const codes = [];
    for (const line of [
      goods(999),
      goods(parent),
      goods(gone),
      goods(mug, { quantity: pieces(0) }),
      goods(mug, { quantity: pieces(-1) }),
      goods(mug, { quantity: quantity(500) }),
    ]) {
      codes.push((await test.refused(call, without([line]))).code);
    }
    const gones = ['product-gone', 'product-gone', 'product-gone'];
    expect(codes).toEqual([...gones, 'quantity-not-positive', 'quantity-not-positive', 'whole-pieces-only']);
  });

  it('by a tender that is not there or lacks its reference, for nobody, or with a card number', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    test.file.transaction((db) =>
      db.run(query.updateTable('tenders').set({ asksReference: 1 }).where('id', '=', cash)),
    );
    const number = '4111 1111 1111 1111';
    const codes = [];
    for (const change of [
      { tenderId: 99 },
      {},
      { customerId: 99 },
      { note: number },
      { tenderId: card, reference: number },
    ]) {
      codes.push((await test.refused(call, without([goods(mug)], change))).code);
    }
    const numbers = ['card-number-in-text', 'card-number-in-text'];
    expect(codes).toEqual(['tender-gone', 'reference-missing', 'not-found', ...numbers]);
    expect(stockAndCost(test, mug)).toMatchObject({ onHand: 3000 });
  });

  it('to whoever has no right to it', async () => {
    const mug = addProduct(test, { price: 1000, stock: 3 });
    const caller: Caller = { kind: 'window', windowId: 3 };
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
    expect((await test.refused(call, without([goods(mug)]), caller)).code).toBe('forbidden');
  });
});
