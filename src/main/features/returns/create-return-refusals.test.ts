import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const card = 2;

const order = (orderId = 1) => test.ask('orders.get', { orderId });

/** Three mugs for 10.00 and a cake for 5.00, both with 20 % in the price. */
async function sellMugs(change: Parameters<typeof counterSale>[1] = {}) {
  const mug = addProduct(test, { name: 'Mug', price: 400, cost: 150, stock: 10 });
  const cake = addProduct(test, { name: 'Cake', price: 500, cost: 200, stock: 10 });
  const off = { kind: 'amount' as const, amount: money(200) };
  const sale = counterSale([line(mug, 3, 400, { discount: off }), line(cake, 1, 500)], change);
  const { orderId } = await test.ask('orders.place', sale);
  return { orderId, mug, cake };
}

const byCard = { tenders: [{ tenderId: card, amount: money(1500), reference: 'A1' }] };

describe('a return that cannot be', () => {
  it('brings back more than is left, and says of what and how much', async () => {
    const { orderId } = await sellMugs();
    await test.ask('returns.create', bringBack(orderId, [back(1, 2)], 667));
    const again = bringBack(orderId, [back(2, 1), back(1, 2)], 833);
    expect(await test.refused('returns.create', again)).toMatchObject({
      code: 'return-above-sold',
      details: { lineNo: 1, name: 'Mug', left: 1000 },
    });
    const twice = bringBack(orderId, [back(1, 1), back(1, 1, { disposition: 'damaged' })], 666);
    expect(await test.refused('returns.create', twice)).toMatchObject({ details: { left: 0 } });
    expect((await order()).returns).toHaveLength(1);
  });

  it('is answered once, however often it is sent', async () => {
    const { orderId } = await sellMugs();
    const input = bringBack(orderId, [back(1, 1)], 333);
    const requestId = nextRequestId();
    const first = await test.app.ask(owner, 'returns.create', input, requestId);
    expect(await test.app.ask(owner, 'returns.create', input, requestId)).toEqual(first);
    expect(await order()).toMatchObject({ refunded: 333, credited: 333 });
  });

  it.each([
    ['quantity-not-positive', back(1, 0)],
    ['quantity-not-positive', back(1, -1)],
    ['whole-pieces-only', back(1, 0, { quantity: quantity(1500) })],
    ['not-found', back(9, 1)],
  ])('is refused as %s', async (code, wanted) => {
    const { orderId } = await sellMugs();
    expect((await test.refused('returns.create', bringBack(orderId, [wanted], 333))).code).toBe(code);
  });

  it('comes to another amount than was seen', async () => {
    const { orderId } = await sellMugs();
    expect(await test.refused('returns.create', bringBack(orderId, [back(1, 1)], 334))).toMatchObject({
      code: 'amount-changed',
      details: { credit: 333 },
    });
  });

  it('is of an order that is not there, or not handed over', async () => {
    expect((await test.refused('returns.create', bringBack(9, [back(1, 1)], 333))).code).toBe('not-found');
    const mug = addProduct(test, { price: 400, stock: 10 });
    const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261122) };
    await test.ask('orders.place', counterSale([line(mug, 2, 400)], { kind: 'delivery', delivery }));
    expect(await test.refused('returns.create', bringBack(1, [back(1, 1)], 400))).toMatchObject({
      code: 'not-returnable',
      details: { status: 'received' },
    });
    expect((await test.refused('returns.prepare', { orderId: 1 })).code).toBe('not-returnable');
  });

  it('carries a card number', async () => {
    const { orderId } = await sellMugs(byCard);
    const note = 'card 4111 1111 1111 1111';
    const lines = [back(1, 1)];
    const noted = bringBack(orderId, lines, 333, { note });
    expect((await test.refused('returns.create', noted)).code).toBe('card-number-in-text');
    const refunds = [{ paymentNo: 1, tenderId: null, amount: money(333), reference: note }];
    const referred = bringBack(orderId, lines, 333, { refunds });
    expect((await test.refused('returns.create', referred)).code).toBe('card-number-in-text');
  });

  it('leaves nothing behind when the money cannot go back', async () => {
    const { orderId } = await sellMugs();
    const refunds = [{ paymentNo: 1, tenderId: 99, amount: money(333), reference: '' }];
    const input = bringBack(orderId, [back(1, 1)], 333, { refunds });
    expect((await test.refused('returns.create', input)).code).toBe('tender-gone');
    expect(await order()).toMatchObject({ credited: 0, returns: [], refunds: [] });
  });
});
