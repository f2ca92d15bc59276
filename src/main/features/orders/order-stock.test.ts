import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { type CalendarDate, calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const cash = 1;

function stockOf(productId: number) {
  return test.file.read.get(query.selectFrom('productStock').selectAll().where('productId', '=', productId));
}

async function cashier(): Promise<Caller> {
  const caller: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

function delivery(date: number, change: Partial<Input<'orders.place'>> = {}): Partial<Input<'orders.place'>> {
  const day: CalendarDate = calendarDate(date);
  return {
    kind: 'delivery',
    delivery: { name: 'Ana', phone: '555-1', address: '2 Low Street', date: day },
    tenders: [],
    ...change,
  };
}

describe('stock', () => {
  const sell = (productId: number, count: number, change: Partial<Input<'orders.place'>> = {}) =>
    counterSale([line(productId, count, 350)], change);

  it('blocks, with what is there and what was wanted, counting all lines together', async () => {
    const productId = addProduct(test, { stock: 3, oversell: 'block' });
    const two = counterSale([line(productId, 2, 350), line(productId, 2, 350, { note: 'no sugar' })]);
    const seller = await cashier();
    expect(await test.refused('orders.place', two, seller)).toMatchObject({
      code: 'out-of-stock',
      details: { lines: [{ productId, available: 3000, wanted: 4000 }] },
    });
    expect(stockOf(productId)).toMatchObject({ onHand: 3000 });
  });

  it('warns once and sells when told so, and remembers it', async () => {
    const productId = addProduct(test, { stock: 1, oversell: 'warn' });
    expect((await test.refused('orders.place', sell(productId, 2))).code).toBe('stock-warning');
    await test.ask('orders.place', sell(productId, 2, { oversellAccepted: [productId] }));
    expect(stockOf(productId)).toMatchObject({ onHand: -1000 });
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order.events.map((event) => event.kind)).toContain('oversold');
  });

  it('allows where the product, its category or the shop allows', async () => {
    const productId = addProduct(test, { stock: 0, oversell: 'allow' });
    await test.ask('orders.place', sell(productId, 1));
    await test.ask('shop.update', { oversell: 'allow' });
    await test.ask('orders.place', sell(addProduct(test, { stock: 0 }), 1));
    await test.ask('shop.update', { oversell: 'block' });
    const categoryId = test.file.transaction(
      (db) =>
        db.run(
          query.insertInto('categories').values({
            parentId: null,
            name: 'Cakes',
            colour: 1,
            position: 0,
            oversell: 'allow',
            archivedAt: null,
          }),
        ).lastId,
    );
    await test.ask('orders.place', sell(addProduct(test, { stock: 0, categoryId }), 1));
    expect(
      (await test.refused('orders.place', sell(addProduct(test, { stock: 0 }), 1), await cashier())).code,
    ).toBe('out-of-stock');
  });

  it('never counts what is not counted', async () => {
    const productId = addProduct(test, { stock: null, oversell: 'block' });
    await test.ask('orders.place', sell(productId, 7), await cashier());
  });
});

describe('an order for later', () => {
  it('is received, reserves its goods and may be unpaid', async () => {
    const productId = addProduct(test, { stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 4, 350)], delivery(20261126)));
    expect(await test.ask('orders.get', { orderId: 1 })).toMatchObject({
      status: 'received',
      paymentStatus: 'unpaid',
      deliveryDate: 20261126,
      deliveryAddress: '2 Low Street',
      customerName: 'Ana',
      deliveredAt: null,
      paid: 0,
    });
    expect(stockOf(productId)).toMatchObject({ onHand: 10000, reserved: 4000 });
  });

  it('holds what is reserved against the next sale', async () => {
    const productId = addProduct(test, { stock: 5, oversell: 'block' });
    await test.ask('orders.place', counterSale([line(productId, 4, 350)], delivery(20261126)));
    const refusal = await test.refused(
      'orders.place',
      counterSale([line(productId, 2, 350)]),
      await cashier(),
    );
    expect(refusal).toMatchObject({ code: 'out-of-stock', details: { lines: [{ available: 1000 }] } });
  });

  it('takes a deposit', async () => {
    const productId = addProduct(test, { stock: 10 });
    const tenders = [{ tenderId: cash, amount: money(100), reference: '' }];
    await test.ask('orders.place', counterSale([line(productId, 1, 350)], delivery(20261126, { tenders })));
    expect(await test.ask('orders.get', { orderId: 1 })).toMatchObject({
      paymentStatus: 'part-paid',
      paid: 100,
    });
  });

  it('takes name and address from the customer, and asks for what is missing', async () => {
    const productId = addProduct(test, { stock: 10 });
    const { customerId } = await test.ask('customers.create', {
      name: 'Zoë Ångström',
      phone: '555-7',
      email: '',
      address: '9 Hill Road',
      note: '',
    });
    const blank = { name: '', phone: '', address: '', date: calendarDate(20261126) };
    const form = delivery(20261126, { delivery: blank });
    expect((await test.refused('orders.place', counterSale([line(productId, 1, 350)], form))).code).toBe(
      'customer-needed',
    );
    await test.ask('orders.place', counterSale([line(productId, 1, 350)], { ...form, customerId }));
    expect(await test.ask('orders.get', { orderId: 1 })).toMatchObject({
      customerName: 'Zoë Ångström',
      deliveryAddress: '9 Hill Road',
    });
    const named = delivery(20261126, { delivery: { ...blank, name: 'Bo' } });
    expect((await test.refused('orders.place', counterSale([line(productId, 1, 350)], named))).code).toBe(
      'delivery-details-missing',
    );
    const late = counterSale([line(productId, 1, 350)], delivery(20261121));
    expect((await test.refused('orders.place', late)).code).toBe('delivery-date-in-past');
  });
});
