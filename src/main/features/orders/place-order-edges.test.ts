import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { addCategory } from '../../../../test/support/catalog-builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money, mostMoney } from '../../../shared/domain/money.ts';
import { mostQuantity, type Quantity } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import type { Caller } from '../../app/create-app.ts';

const cashier: Caller = { kind: 'window', windowId: 3 };
let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, cashier);
});
afterEach(() => test.close());

describe('placing an order at the edges', () => {
  it('refuses amounts beyond what any shop sells in words, and books nothing', async () => {
    const productId = addProduct(test, { price: mostMoney, stock: 10 });
    const dear = { ...counterSale([]), lines: [line(productId, 2, mostMoney)], expectedTotal: mostMoney };
    expect(await test.refused('orders.place', dear)).toMatchObject({
      code: 'invalid-input',
      details: { field: 'lines' },
    });
    const many = line(productId, 1, mostMoney, { quantity: mostQuantity });
    expect((await test.refused('orders.place', { ...dear, lines: [many, many] })).code).toBe('invalid-input');
    const more = line(productId, 1, mostMoney, { quantity: (mostQuantity + 1) as Quantity });
    expect((await test.refused('orders.place', { ...dear, lines: [more] })).code).toBe('invalid-input');
  });

  it('lets a cashier give a percentage that rounding brings above itself', async () => {
    const productId = addProduct(test, { price: 5, stock: 10 });
    const tenPercent = { kind: 'percent', rate: percent(10) } as const;
    const sale = counterSale([line(productId, 1, 5, { discount: tenPercent })]);
    expect(await test.ask('orders.place', sale, cashier)).toMatchObject({ total: 4 });
    const two = counterSale([line(productId, 1, 5, { discount: { kind: 'amount', amount: money(2) } })]);
    expect((await test.refused('orders.place', two, cashier)).code).toBe('discount-above-limit');
    const whole = counterSale([line(productId, 1, 5)], { orderDiscount: tenPercent });
    expect(await test.ask('orders.place', whole, cashier)).toMatchObject({ total: 4 });
  });

  it('holds the discounts of a line and of the order together against the ceiling, and goodwill with them', async () => {
    const productId = addProduct(test, { price: 1000, stock: 10 });
    const tenPercent = { kind: 'percent', rate: percent(10) } as const;
    const discounted = line(productId, 1, 1000, { discount: tenPercent });
    const both = counterSale([discounted], { orderDiscount: tenPercent });
    const limit = { code: 'discount-above-limit', details: { ceiling: 100_000 } };
    expect(await test.refused('orders.place', both, cashier)).toMatchObject(limit);
    const { orderId } = await test.ask('orders.place', counterSale([discounted]), cashier);
    const goodwill = { orderId, paymentNo: 1, tenderId: null, goodwill: true, reason: 'nice', cashNow: true };
    const given = { ...goodwill, amount: money(1) };
    expect(await test.refused('refunds.open', given, cashier)).toMatchObject(limit);
    const half = { kind: 'percent', rate: percent(5) } as const;
    const halves = counterSale([line(productId, 1, 1000, { discount: half })], { orderDiscount: half });
    const { orderId: second } = await test.ask('orders.place', halves, cashier);
    await test.ask('refunds.open', { ...goodwill, orderId: second, amount: money(2) }, cashier);
  });

  it('takes cash for an amount that rounds to no coin at all', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const productId = addProduct(test, { price: 2, stock: 10 });
    expect(await test.ask('orders.place', counterSale([line(productId, 1, 2)]))).toMatchObject({
      total: 2,
      paid: 2,
    });
    const coin = counterSale([line(productId, 1, 2)], {
      tenders: [{ tenderId: 1, amount: money(5), reference: '' }],
    });
    expect(await test.ask('orders.place', coin)).toMatchObject({ total: 2, paid: 2, change: 3 });
  });

  it('holds a variant to the stock policy of its parent and of the parent’s category', async () => {
    const categoryId = addCategory(test, { name: 'Made to order', oversell: 'allow' });
    const free = addProduct(test, { kind: 'parent', name: 'Cake', categoryId });
    const slice = addProduct(test, { kind: 'variant', parentId: free, variantLabel: 'Slice', stock: 0 });
    await test.ask('orders.place', counterSale([line(slice, 1, 350)]), cashier);
    const strict = addProduct(test, { kind: 'parent', name: 'Shirt', oversell: 'block' });
    const blue = addProduct(test, { kind: 'variant', parentId: strict, variantLabel: 'Blue', stock: 0 });
    const refused = await test.refused('orders.place', counterSale([line(blue, 1, 350)]), cashier);
    expect(refused.code).toBe('out-of-stock');
  });

  it('sells no custom item in a tax class that is not there', async () => {
    const sale = counterSale([line(null, 1, 1200, { name: 'Gift wrapping', taxClassId: 99 })]);
    expect(await test.refused('orders.place', sale)).toMatchObject({ code: 'not-found' });
  });

  it('keeps a name as it came, whatever its characters', async () => {
    const name = `${'x'.repeat(298)}\u{1f600}`;
    await test.ask('orders.place', counterSale([line(null, 1, 100, { name, note: 'caf\u00e9 \ud800' })]));
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order.lines[0]).toMatchObject({ name, note: 'caf\u00e9 \ufffd' });
    const parentId = addProduct(test, { kind: 'parent', name });
    const variant = addProduct(test, { kind: 'variant', parentId, variantLabel: 'Blue', stock: 3 });
    await test.ask('orders.place', counterSale([line(variant, 1, 350)]));
    const second = await test.ask('orders.get', { orderId: 2 });
    expect(second.lines[0]?.name.isWellFormed()).toBe(true);
    expect(second.lines[0]?.name).not.toContain('\ufffd');
  });
});
