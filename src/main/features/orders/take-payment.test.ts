import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  cardTender,
  cashTender,
  closeSound,
  deliveryOf,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { stock: 10, cost: 120 });
});
afterEach(() => closeSound(test));

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });

describe('taking money later', () => {
  const take = (orderId: number, tenders: readonly ReturnType<typeof tender>[], expectedOpen: number) => ({
    orderId,
    tenders: [...tenders],
    expectedOpen: money(expectedOpen),
  });

  it('takes a deposit, another part and the rest', async () => {
    const orderId = await placed();
    expect(await test.ask('payments.take', take(orderId, [tender(100)], 700))).toMatchObject({ open: 600 });
    expect(await test.ask('payments.take', take(orderId, [tender(250, cardTender)], 600))).toMatchObject({
      open: 350,
    });
    expect(await test.ask('payments.take', take(orderId, [tender(400)], 350))).toMatchObject({
      open: 0,
      change: 50,
    });
    const { payments, paymentStatus } = await order(orderId);
    expect(paymentStatus).toBe('paid');
    expect(payments.map((one) => [one.paymentNo, one.tenderId, one.amount])).toEqual([
      [1, cashTender, 100],
      [2, cardTender, 250],
      [3, cashTender, 350],
    ]);
  });

  it('takes it for a delivered order too, and refuses what does not fit', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'delivered']);
    const refuse = async (wish: ReturnType<typeof take>) => (await test.refused('payments.take', wish)).code;
    expect(await test.refused('payments.take', take(orderId, [tender(500)], 600))).toEqual({
      code: 'amount-changed',
      details: { open: 700 },
    });
    expect(await refuse(take(orderId, [tender(701, cardTender)], 700))).toBe('too-much-paid');
    expect(await refuse(take(orderId, [{ ...tender(700, cardTender), reference: '' }], 700))).toBe(
      'reference-missing',
    );
    const card = { ...tender(700, cardTender), reference: '4111111111111111' };
    expect(await refuse(take(orderId, [card], 700))).toBe('card-number-in-text');
    expect(await refuse(take(orderId, [tender(700, 99)], 700))).toBe('tender-gone');
    await test.ask('payments.take', take(orderId, [tender(700)], 700));
    expect(await test.refused('payments.take', take(orderId, [tender(1)], 700))).toEqual({
      code: 'nothing-to-pay',
      details: { open: 0 },
    });
    const gone = await placed();
    await test.ask('orders.cancel', cancelling(gone));
    expect(await refuse(take(gone, [tender(700)], 700))).toBe('order-cancelled');
    expect(await refuse(take(99, [tender(700)], 700))).toBe('not-found');
  });

  it('rounds to coins only where the last of it is paid in cash', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const odd = addProduct(test, { price: 333, stock: 10 });
    const { orderId } = await test.ask('orders.place', deliveryOf([line(odd, 1, 333)]));
    expect(await test.ask('payments.take', take(orderId, [tender(100)], 333))).toMatchObject({
      open: 233,
      total: 333,
    });
    expect(await test.ask('payments.take', take(orderId, [tender(240)], 233))).toMatchObject({
      open: 0,
      total: 335,
      change: 5,
    });
    expect(await order(orderId)).toMatchObject({ rounding: 2, total: 335, paid: 335, paymentStatus: 'paid' });
  });
});
