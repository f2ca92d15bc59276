import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { orderCode } from '../../../shared/domain/order-code.ts';
import { pieces } from '../../../shared/domain/quantity.ts';

let test: TestApp;
let mug: number;
let cake: number;
let customerId: number;

/** Order 1: a mug and a cake by Rosa; 2: two mugs; 3: a delivery of cake that is still here. */
beforeEach(async () => {
  test = await createOpenShop();
  mug = addProduct(test, { name: 'Blue mug', sku: 'MUG', barcode: '4006381333931', price: 400, stock: 10 });
  cake = addProduct(test, { name: 'Carrot cake', price: 500, stock: 10 });
  const person = { phone: '555-9', email: '', address: '', note: '' };
  customerId = (await test.ask('customers.create', { name: 'Rosa Blum', ...person })).customerId;
  await test.ask('orders.place', counterSale([line(mug, 1, 400), line(cake, 1, 500)], { customerId }));
  test.now += 86_400_000;
  await test.ask('orders.place', counterSale([line(mug, 2, 400)]));
  const delivery = { name: 'Ana', phone: '1', address: '2 Low St', date: calendarDate(20261130) };
  await test.ask('orders.place', counterSale([line(cake, 1, 500)], { kind: 'delivery', delivery }));
});
afterEach(() => test.close());

const find = (text: string, limit = 10) => test.ask('returns.findSales', { text, limit });
const idsOf = async (text: string) => (await find(text)).map((sale) => sale.orderId);

describe('the sale that something comes back from', () => {
  it('is found by its receipt, its number, its customer and its goods, newest first', async () => {
    expect(await idsOf(orderCode(2))).toEqual([2]);
    expect(await idsOf('#1')).toEqual([1]);
    expect(await idsOf('blum')).toEqual([1]);
    expect(await idsOf('blue mug')).toEqual([2, 1]);
    expect(await idsOf('nobody')).toEqual([]);
    expect(await idsOf('  ')).toEqual([3, 2, 1]);
    expect(await find('', 1)).toHaveLength(1);
  });

  it('shows what was sold, and whether any of it may come back', async () => {
    expect(await find('')).toMatchObject([
      { orderId: 3, kind: 'delivery', status: 'received', hasReturnable: false, customerName: 'Ana' },
      {
        orderId: 2,
        hasReturnable: true,
        names: ['Blue mug'],
        total: 800,
        lineCount: 1,
        businessDate: 20261123,
      },
      { orderId: 1, hasReturnable: true, names: ['Blue mug', 'Carrot cake'], customerName: 'Rosa Blum' },
    ]);
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 400));
    expect((await find('#2'))[0]?.hasReturnable).toBe(true);
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 400));
    expect((await find('#2'))[0]?.hasReturnable).toBe(false);
  });

  it('is prepared with what is left of each line and of each payment', async () => {
    await test.ask('returns.create', bringBack(2, [back(1, 1)], 400));
    const found = await test.ask('returns.prepare', { orderId: 2 });
    expect(found).toEqual({
      ...{ orderId: 2, status: 'delivered', placedAt: test.now, customerId: null, customerName: null },
      ...{ total: 800, credited: 400, paid: 800, refunded: 400, refundPending: 0, rounding: 0 },
      lines: [
        {
          ...{ lineNo: 1, productId: mug, name: 'Blue mug', sku: 'MUG', unit: 'piece', pictureId: null },
          ...{ sold: 2000, returned: 1000, total: 800, credited: 400, barcodes: ['4006381333931'] },
        },
      ],
      payments: [
        { paymentNo: 1, tenderId: 1, tenderName: 'Cash', tenderKind: 'cash', amount: 800, refundable: 400 },
      ],
    });
    expect((await test.refused('returns.prepare', { orderId: 3 })).code).toBe('not-returnable');
    expect((await test.refused('returns.prepare', { orderId: 9 })).code).toBe('not-found');
  });
});

describe('returns', () => {
  async function threeReturns(): Promise<void> {
    await test.ask('returns.create', bringBack(1, [back(2, 1)], 500, { note: 'stale' }));
    const goods = { productId: cake, quantity: pieces(1), unitPrice: money(300), reason: 'faulty' as const };
    const nobody = { customerId: null, tenderId: 1, reference: '', note: '' };
    await test.ask('returns.createWithoutReceipt', {
      lines: [{ ...goods, disposition: 'damaged' }],
      ...nobody,
    });
    test.now += 86_400_000;
    await test.ask('returns.create', bringBack(2, [back(1, 1, { reason: 'late' })], 400));
  }
  const list = (withoutReceipt: boolean, cursor: string | null = null, limit = 10) =>
    test.ask('returns.list', { withoutReceipt, cursor, limit });

  it('are listed newest first, those without a receipt by themselves, page by page', async () => {
    await threeReturns();
    expect((await list(false)).items).toMatchObject([
      {
        returnId: 3,
        orderId: 2,
        total: 400,
        customerName: null,
        staffName: 'Olga Owner',
        businessDate: 20261124,
      },
      { returnId: 2, orderId: null, total: 300 },
      { returnId: 1, orderId: 1, total: 500, customerId, customerName: 'Rosa Blum', exchangeOrderId: null },
    ]);
    expect((await list(true)).items.map((one) => one.returnId)).toEqual([2]);
    const first = await list(false, null, 2);
    expect((await list(false, first.next, 2)).items.map((one) => one.returnId)).toEqual([1]);
    const wrong = { withoutReceipt: false, cursor: 'x', limit: 1 };
    expect((await test.refused('returns.list', wrong)).code).toBe('invalid-input');
  });

  it('are shown with their lines and their money', async () => {
    await threeReturns();
    expect(await test.ask('returns.get', { returnId: 1 })).toMatchObject({
      ...{ orderId: 1, net: 417, tax: 83, rounding: 0, total: 500, note: 'stale', lineCount: 1 },
      lines: [{ lineNo: 1, orderLineNo: 2, name: 'Carrot cake', quantity: 1000, reason: 'unwanted' }],
      refunds: [{ refundId: 1, amount: 500, state: 'settled' }],
    });
    expect((await test.refused('returns.get', { returnId: 9 })).code).toBe('not-found');
  });
});
