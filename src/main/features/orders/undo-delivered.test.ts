import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  advance,
  cancelling,
  closeSound,
  deliveryOf,
  stockOf,
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

const stock = () => stockOf(test, productId);

async function placed(change: Parameters<typeof deliveryOf>[1] = {}): Promise<number> {
  return (await test.ask('orders.place', deliveryOf([line(productId, 2, 350)], change))).orderId;
}

const order = (orderId: number) => test.ask('orders.get', { orderId });

describe('undoing a delivery', () => {
  const undo = (orderId: number) => ({ orderId, reason: 'Left at the wrong door' });

  it('puts the order where it stood, and keeps goods that were under way out of the shop', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'shipped']);
    await advance(test, orderId, ['shipped', 'delivered'], { tenders: [tender(700)] });
    test.now += 900_000;
    expect(await test.ask('orders.undoDelivered', undo(orderId))).toMatchObject({
      status: 'shipped',
      open: 0,
    });
    const detail = await order(orderId);
    expect(detail).toMatchObject({ revision: 1, deliveredAt: null, undoUntil: null, paid: 700 });
    expect(detail.events.at(-1)).toMatchObject({
      kind: 'status',
      details: { from: 'delivered', to: 'shipped', undo: true, reason: 'Left at the wrong door' },
    });
    expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
  });

  it('gives what is in transit again a day more, or the timer would deliver it at once', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'in-transit']);
    test.now += 5 * 86_400_000;
    await test.ask('timer.run', { cause: 'manual' });
    expect(await order(orderId)).toMatchObject({ status: 'delivered', deliveryDate: 20261126 });
    await test.ask('orders.undoDelivered', undo(orderId));
    const detail = await order(orderId);
    expect(detail).toMatchObject({ status: 'in-transit', deliveryDate: 20261128 });
    expect(detail.events.at(-1)).toMatchObject({ details: { undo: true, deliveryDate: 20261128 } });
    await test.ask('timer.run', { cause: 'manual' });
    expect(await order(orderId)).toMatchObject({ status: 'in-transit' });
  });

  it('promises handed-over goods again, any number of times', async () => {
    const orderId = await placed();
    for (const round of [1, 2, 3]) {
      await advance(test, orderId, ['received', 'delivered']);
      expect(stock()).toEqual({ onHand: 8000, reserved: 0 });
      expect(await test.ask('orders.undoDelivered', undo(orderId))).toMatchObject({ status: 'received' });
      expect(stock()).toEqual({ onHand: 10_000, reserved: 2000 });
      expect(await order(orderId)).toMatchObject({ revision: round });
    }
    await advance(test, orderId, ['received', 'shipped']);
    await test.ask('orders.cancel', cancelling(orderId));
    expect(stock()).toEqual({ onHand: 10_000, reserved: 0 });
  });

  it('is too late after a quarter of an hour', async () => {
    const orderId = await placed();
    await advance(test, orderId, ['received', 'delivered']);
    const until = test.now + 900_000;
    test.now = until + 1;
    expect(await test.refused('orders.undoDelivered', undo(orderId))).toEqual({
      code: 'undo-too-late',
      details: { until },
    });
  });

  it('never undoes what was returned from, nor keeps a card number', async () => {
    const orderId = await placed({ tenders: [tender(700)] });
    await advance(test, orderId, ['received', 'delivered']);
    const reason = 'Paid with 4111 1111 1111 1111';
    expect((await test.refused('orders.undoDelivered', { orderId, reason })).code).toBe(
      'card-number-in-text',
    );
    await test.ask('returns.create', {
      orderId,
      lines: [
        {
          lineNo: 1,
          quantity: 1000 as never,
          reason: 'unwanted',
          disposition: 'restock',
          giveMoneyBack: true,
        },
      ],
      note: '',
      refunds: [],
      cashNow: true,
      expectedCredit: money(350),
      exchange: null,
    });
    expect((await test.refused('orders.undoDelivered', undo(orderId))).code).toBe('has-returns');
    expect(await order(orderId)).toMatchObject({ status: 'delivered', undoUntil: null, dueBack: 0 });
  });
});
