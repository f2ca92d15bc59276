import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelling,
  cardTender,
  closeSound,
  deliveryOf,
  editOf,
  signInEverybody,
  tender,
} from '../../../../test/support/after-placing.ts';
import { addProduct, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';

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

describe('the money of an edit', () => {
  it('opens what is too much as a refund, and voids it when it is too much no more', async () => {
    const orderId = await placed({ tenders: [tender(1700, cardTender)] });
    const less = await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 1],
          [2, 1],
        ],
        1350,
      ),
    );
    expect(less).toMatchObject({ refundAwaiting: 350, open: 0 });
    const again = await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 2],
          [2, 1],
        ],
        1700,
        { revision: 1 },
      ),
    );
    expect(again).toMatchObject({ refundAwaiting: 0, open: 0 });
    const more = await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 3],
          [2, 1],
        ],
        2050,
        { revision: 2 },
      ),
    );
    expect(more).toMatchObject({ refundAwaiting: 0, open: 350 });
    const detail = await order(orderId);
    expect(detail.refunds).toMatchObject([{ amount: 350, state: 'voided', cause: 'edit' }]);
    expect(detail).toMatchObject({ paymentStatus: 'part-paid', open: 350, revision: 3 });
  });

  it('leaves a refund that is on its way, and what somebody chose to leave due', async () => {
    const orderId = await placed({ tenders: [tender(1700, cardTender)] });
    await test.ask(
      'orders.edit',
      editOf(
        orderId,
        [
          [1, 1],
          [2, 1],
        ],
        1350,
      ),
    );
    const [first] = (await order(orderId)).refunds;
    await test.ask('refunds.initiate', { refundId: first?.refundId ?? 0, tenderId: null, reference: 'R1' });
    const less = editOf(orderId, [[2, 1]], 1000, { revision: 1 });
    expect(await test.ask('orders.edit', less)).toMatchObject({ refundAwaiting: 350 });
    expect(await order(orderId)).toMatchObject({ refundPending: 700, dueBack: 0 });
    const second = (await order(orderId)).refunds.find((one) => one.state === 'awaiting');
    await test.ask('refunds.void', { refundId: second?.refundId ?? 0, reason: 'Keeps it for next time' });
    expect(await order(orderId)).toMatchObject({ dueBack: 350 });
    const cheap = addProduct(test, { name: 'Tea', stock: 9, price: 250 });
    const added = [line(cheap, 1, 250, { name: 'Tea' })];
    const swap = editOf(orderId, [[2, 1]], 1250, { revision: 2, added });
    expect(await test.ask('orders.edit', swap)).toMatchObject({ refundAwaiting: 0, open: 0 });
    expect(await order(orderId)).toMatchObject({ dueBack: 100 });
  });

  it('hands cash back at once, and takes what is more', async () => {
    const orderId = await placed({ tenders: [tender(1700)] });
    const less = editOf(
      orderId,
      [
        [1, 1],
        [2, 1],
      ],
      1350,
      { refundCashNow: true },
    );
    expect(await test.ask('orders.edit', less)).toMatchObject({ refundedInCash: 350, open: 0 });
    const more = editOf(
      orderId,
      [
        [1, 3],
        [2, 1],
      ],
      2050,
      { revision: 1, tenders: [tender(800)] },
    );
    expect(await test.ask('orders.edit', more)).toMatchObject({ open: 0, change: 100 });
    expect(await order(orderId)).toMatchObject({ paid: 2400, refunded: 350, paymentStatus: 'part-refunded' });
  });

  it('keeps the coins that were rounded away', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const odd = addProduct(test, { name: 'Odd', price: 333, stock: 9 });
    const lines = [line(odd, 1, 333, { name: 'Odd' }), line(mug, 1, 1000, { name: 'Mug' })];
    const { orderId } = await test.ask('orders.place', deliveryOf(lines, { tenders: [tender(1335)] }));
    expect(await order(orderId)).toMatchObject({ rounding: 2, total: 1335 });
    expect(await test.ask('orders.edit', editOf(orderId, [[2, 1]], 1002))).toMatchObject({
      refundAwaiting: 333,
    });
    expect(await order(orderId)).toMatchObject({ rounding: 2, total: 1002 });
  });

  it('hands cash out by those who may refund only; to queue it takes no such right', async () => {
    const { cashier } = await signInEverybody(test);
    const overrides = [{ right: 'refund' as const, granted: false }];
    for (const { id } of (await test.ask('staff.list', {})).filter(({ role }) => role === 'cashier'))
      await test.ask('staff.setRights', { staffId: id, overrides, discountCeiling: null });
    const forbidden = { code: 'forbidden', details: { needs: 'refund' } };
    const orderId = await placed({ tenders: [tender(1700)] });
    const cashNow = { refundCashNow: true };
    const fewer = editOf(orderId, [[2, 1]], 1000);
    expect(await test.refused('orders.edit', { ...fewer, ...cashNow }, cashier)).toMatchObject(forbidden);
    const lines = { orderId, revision: 0, lineNos: [1], reason: 'other' as const, note: '' };
    expect(await test.refused('orders.cancelLines', { ...lines, ...cashNow }, cashier)).toMatchObject(
      forbidden,
    );
    const whole = cancelling(orderId, cashNow);
    expect(await test.refused('orders.cancel', whole, cashier)).toMatchObject(forbidden);
    expect(await order(orderId)).toMatchObject({ status: 'received', refunds: [] });
    expect(await test.ask('orders.cancel', cancelling(orderId), cashier)).toMatchObject({
      refundAwaiting: 1700,
    });
  });
});
