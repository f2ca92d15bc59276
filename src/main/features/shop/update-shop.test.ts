import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeSound } from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { ada, kiosk, kioskOrder } from '../../../../test/support/kiosk-shop.ts';
import { money } from '../../../shared/domain/money.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => closeSound(test));

const shop = async () => (await test.ask('setup.state', {})).shop!;
const back = { name: 'Olga Owner', secret: '482913' };

describe('changing what the shop settles', () => {
  it('overwrites nothing that somebody else saved meanwhile, and says what it is by now', async () => {
    const seen = { deliveryDays: 4, pricesIncludeTax: true, taxRounding: 'line' } as const;
    await test.ask('shop.update', { deliveryDays: 7, seen });
    expect(await test.refused('shop.update', { deliveryDays: 9, taxRounding: 'order', seen })).toEqual({
      code: 'changed-meanwhile',
      details: { fields: { deliveryDays: 7 } },
    });
    expect(await shop()).toMatchObject({ deliveryDays: 7, taxRounding: 'line' });
    // What was seen of a field that is not changed does not matter.
    await test.ask('shop.update', { taxRounding: 'order', seen });
    await test.ask('shop.update', { pricesIncludeTax: false, seen });
    expect(await shop()).toMatchObject({ taxRounding: 'order', pricesIncludeTax: false });
  });

  it('notes before and after', async () => {
    await test.ask('shop.update', { kioskCartCap: 9, taxRounding: 'order' });
    const { details } = test.file.read.get(
      query.selectFrom('auditEntries').select('details').where('call', '=', 'shop.update'),
    ) ?? { details: '{}' };
    expect(JSON.parse(details)).toMatchObject({
      before: { kioskCartCap: 5, taxRounding: 'line' },
      after: { kioskCartCap: 9, taxRounding: 'order' },
    });
  });

  it('leaves prices their number and orders their taxes when prices begin to exclude tax', async () => {
    const product = addProduct(test, { price: 1200, stock: 99 });
    const sale = counterSale([line(product, 1, 1200)]);
    await test.ask('orders.place', sale);
    const before = await test.ask('orders.get', { orderId: 1 });
    await test.ask('shop.update', { pricesIncludeTax: false });
    expect(await test.refused('orders.place', sale)).toMatchObject({
      code: 'price-changed',
      details: { expectedTotal: 1200, total: 1440 },
    });
    expect((await test.ask('catalog.tiles', { productIds: [product] }))[0]?.price).toBe(1200);
    expect(await test.ask('orders.get', { orderId: 1 })).toEqual(before);
    const returned = await test.ask('orders.get', { orderId: 1 });
    expect(returned).toMatchObject({ pricesIncludeTax: true, total: 1200, tax: 200 });
  });

  it('lets customers cancel as far as the shop says', async () => {
    addProduct(test, { stock: 10 });
    await test.ask('kiosk.enter', {});
    await test.ask('kiosk.register', ada, kiosk);
    await test.ask('kiosk.place', kioskOrder({}, { tenderId: 1 }), kiosk);
    const at = async (limit: 'never' | 'received' | 'shipped') => {
      await test.ask('kiosk.leave', back, kiosk);
      await test.ask('shop.update', { customerCancelsUntil: limit });
      await test.ask('kiosk.enter', {}, owner);
      await test.ask('kiosk.signIn', { username: 'ada', password: ada.password }, kiosk);
      return (await test.ask('kiosk.order', { orderId: 1 }, kiosk)).mayCancel;
    };
    expect(await at('never')).toBe(false);
    expect((await test.refused('kiosk.cancel', { orderId: 1 }, kiosk)).code).toBe('too-late-to-cancel');
    expect(await at('received')).toBe(true);
    await test.ask('kiosk.leave', back, kiosk);
    const step = { from: 'received', to: 'shipped' } as const;
    await test.ask('orders.advance', { ...step, orderId: 1, tenders: [], leaveUnpaid: true });
    await test.ask('kiosk.enter', {}, owner);
    expect(await at('received')).toBe(false);
    expect(await at('shipped')).toBe(true);
    await test.ask('kiosk.cancel', { orderId: 1 }, kiosk);
    expect(await test.ask('kiosk.order', { orderId: 1 }, kiosk)).toMatchObject({ status: 'cancelled' });
  });
});

describe('the start of the day', () => {
  const sell = () => test.ask('orders.place', counterSale([line(1, 1, 350)]));
  const dates = () =>
    test.file.read
      .all(query.selectFrom('orders').select('businessDate').orderBy('id'))
      .map((row) => row.businessDate);

  beforeEach(() => void addProduct(test, { stock: 99 }));

  it('changes from one minute to the next without moving what was sold or the day one is in', async () => {
    test.now = Date.UTC(2026, 10, 23, 0, 30);
    await sell();
    test.now = Date.UTC(2026, 10, 23, 11, 0);
    await sell();
    await test.ask('shop.update', { dayStartMinutes: 240 });
    expect((await test.ask('setup.state', {})).today).toBe(20261123);
    await sell();
    test.now = Date.UTC(2026, 10, 24, 3, 59);
    await sell();
    test.now = Date.UTC(2026, 10, 24, 4, 0);
    await sell();
    expect(dates()).toEqual([20261123, 20261123, 20261123, 20261123, 20261124]);
  });

  it('is refused in the hours in which the date would jump, back or ahead', async () => {
    test.now = Date.UTC(2026, 10, 23, 2, 0);
    await sell();
    expect(await test.refused('shop.update', { dayStartMinutes: 240 })).toEqual({
      code: 'day-would-change',
      details: { from: 20261123, to: 20261122, afterMinutes: 240 },
    });
    test.now = Date.UTC(2026, 10, 23, 12, 0);
    await test.ask('shop.update', { dayStartMinutes: 240, name: 'Night shop' });
    test.now = Date.UTC(2026, 10, 24, 2, 0);
    await sell();
    expect((await test.refused('shop.update', { dayStartMinutes: 0, name: 'Other' })).code).toBe(
      'day-would-change',
    );
    expect(await shop()).toMatchObject({ dayStartMinutes: 240, name: 'Night shop' });
    expect(dates()).toEqual([20261123, 20261123]);
    expect((await test.refused('shop.update', { dayStartMinutes: 721 })).code).toBe('invalid-input');
  });

  it('rounds cash as the shop says from the next sale on', async () => {
    await test.ask('shop.update', { cashRounding: money(100) });
    const sale = counterSale([line(1, 1, 350)], {
      tenders: [{ tenderId: 1, amount: money(400), reference: '' }],
    });
    expect(await test.ask('orders.place', sale)).toMatchObject({ total: 400, paid: 400 });
  });
});
