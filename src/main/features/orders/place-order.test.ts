import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const cash = 1;
const card = 2;

function stockOf(productId: number) {
  return test.file.read.get(query.selectFrom('productStock').selectAll().where('productId', '=', productId));
}

function ledger(productId: number) {
  return test.file.read.all(
    query
      .selectFrom('stockMovements')
      .select(['type', 'onHandChange', 'reservedChange', 'sourceId', 'sourceLine'])
      .where('productId', '=', productId)
      .where('sourceType', '=', 'order')
      .orderBy('movementNo'),
  );
}

async function cashier(): Promise<Caller> {
  const caller: Caller = { kind: 'window', windowId: 3 };
  const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
  await test.ask('session.signIn', { staffId, pin: '730184' }, caller);
  return caller;
}

describe('a counter sale', () => {
  it('is paid, handed over, taken from stock and on paper', async () => {
    const productId = addProduct(test, {
      name: 'Carrot cake',
      price: 420,
      cost: 150,
      stock: 10,
      sku: 'CAKE',
    });
    const sale = counterSale([line(productId, 2, 420)], {
      tenders: [{ tenderId: cash, amount: money(1000), reference: '' }],
    });
    expect(await test.ask('orders.place', sale)).toEqual({ orderId: 1, total: 840, paid: 840, change: 160 });
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order).toMatchObject({
      kind: 'counter',
      status: 'delivered',
      paymentStatus: 'paid',
      businessDate: 20261122,
      deliveredAt: test.now,
      total: 840,
      net: 700,
      tax: 140,
      staffName: 'Olga Owner',
      customerName: null,
    });
    expect(order.lines).toMatchObject([
      { name: 'Carrot cake', sku: 'CAKE', quantity: 2000, unitPrice: 420, total: 840, tax: 140 },
    ]);
    expect(order.taxes).toEqual([{ name: 'VAT', rate: 200000, taxable: 700, amount: 140 }]);
    expect(order.payments).toMatchObject([{ tenderName: 'Cash', amount: 840, change: 160 }]);
    expect(order.events.map((event) => event.kind)).toEqual(['placed', 'paid']);
    expect(stockOf(productId)).toMatchObject({ onHand: 8000, reserved: 0 });
    expect(ledger(productId)).toEqual([
      { type: 'sale', onHandChange: -2000, reservedChange: 0, sourceId: 1, sourceLine: 1 },
    ]);
  });

  it('freezes names, prices and costs: a later change alters no old order', async () => {
    const productId = addProduct(test, { name: 'Old name', price: 350, cost: 100, stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    test.file.transaction((db) =>
      db.run(
        query
          .updateTable('products')
          .set({ name: 'New', price: money(999), cost: money(9) })
          .where('id', '=', productId),
      ),
    );
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order.lines[0]).toMatchObject({ name: 'Old name', unitPrice: 350 });
    const row = test.file.read.get(query.selectFrom('orderLines').select('unitCost'));
    expect(row?.unitCost).toBe(100);
  });

  it('names a variant with its parent', async () => {
    const parentId = addProduct(test, { kind: 'parent', name: 'T-Shirt', stock: null });
    const productId = addProduct(test, {
      kind: 'variant',
      parentId,
      name: 'T-Shirt',
      variantLabel: 'Blue / L',
      stock: 4,
    });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    expect((await test.ask('orders.get', { orderId: 1 })).lines[0]?.name).toBe('T-Shirt, Blue / L');
    expect((await test.refused('orders.place', counterSale([line(parentId, 1, 350)]))).code).toBe(
      'product-gone',
    );
  });

  it('names a variant with the longest words as stock does, cut at the same letter', async () => {
    const parent = addProduct(test, { kind: 'parent', name: '\u{1f455}'.repeat(199) });
    const variantLabel = '\u{1f535}'.repeat(120);
    const blue = { kind: 'variant' as const, parentId: parent, name: 'x', variantLabel, stock: 4 };
    const productId = addProduct(test, blue);
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    const [sold] = (await test.ask('orders.get', { orderId: 1 })).lines;
    expect(sold?.name).toBe((await test.ask('stock.get', { productId })).name);
    expect(sold?.name.endsWith('\u{1f535}')).toBe(true);
    expect([...(sold?.name ?? '')]).toHaveLength(300);
  });

  it('sells by weight, and whole pieces only otherwise', async () => {
    const cheese = addProduct(test, { name: 'Cheese', price: 2190, unit: 'kg', stock: 5 });
    const part = { quantity: quantity(355) };
    const placed = await test.ask('orders.place', counterSale([line(cheese, 1, 2190, part)]));
    expect(placed.total).toBe(777);
    expect(stockOf(cheese)).toMatchObject({ onHand: 4645 });
    const mug = addProduct(test, { stock: 5 });
    expect((await test.refused('orders.place', counterSale([line(mug, 1, 350, part)]))).code).toBe(
      'whole-pieces-only',
    );
    const none = {
      ...counterSale([line(mug, 1, 350)]),
      lines: [line(mug, 1, 350, { quantity: quantity(0) })],
    };
    expect((await test.refused('orders.place', none)).code).toBe('quantity-not-positive');
  });

  it('takes several tenders, and change only from cash', async () => {
    const productId = addProduct(test, { price: 1000, stock: 10 });
    const tenders = [
      { tenderId: card, amount: money(600), reference: 'A-17' },
      { tenderId: cash, amount: money(500), reference: '' },
    ];
    const placed = await test.ask('orders.place', counterSale([line(productId, 1, 1000)], { tenders }));
    expect(placed).toMatchObject({ paid: 1000, change: 100 });
    const tooMuch = counterSale([line(productId, 1, 1000)], {
      tenders: [{ tenderId: card, amount: money(1001), reference: 'A-18' }],
    });
    expect((await test.refused('orders.place', tooMuch)).code).toBe('too-much-paid');
    const short = counterSale([line(productId, 1, 1000)], {
      tenders: [{ tenderId: cash, amount: money(999), reference: '' }],
    });
    expect(await test.refused('orders.place', short)).toMatchObject({
      code: 'not-fully-paid',
      details: { open: 1 },
    });
    const bare = counterSale([line(productId, 1, 1000)], {
      tenders: [{ tenderId: card, amount: money(1000), reference: '' }],
    });
    expect((await test.refused('orders.place', bare)).code).toBe('reference-missing');
    const pan = counterSale([line(productId, 1, 1000)], {
      tenders: [{ tenderId: card, amount: money(1000), reference: '4111 1111 1111 1111' }],
    });
    expect((await test.refused('orders.place', pan)).code).toBe('card-number-in-text');
  });

  it('rounds to coins only what is paid in cash', async () => {
    await test.ask('shop.update', { cashRounding: money(5) });
    const productId = addProduct(test, { price: 1003, stock: 10 });
    const sale = counterSale([line(productId, 1, 1003)], {
      tenders: [{ tenderId: cash, amount: money(1005), reference: '' }],
    });
    expect(await test.ask('orders.place', sale)).toMatchObject({ total: 1005, paid: 1005, change: 0 });
    expect(await test.ask('orders.get', { orderId: 1 })).toMatchObject({ rounding: 2, total: 1005 });
    const byCard = counterSale([line(productId, 1, 1003)], {
      tenders: [{ tenderId: card, amount: money(1003), reference: 'A' }],
    });
    expect(await test.ask('orders.place', byCard)).toMatchObject({ total: 1003 });
  });

  it('sells a custom item at its own price and the default tax', async () => {
    const placed = await test.ask(
      'orders.place',
      counterSale([line(null, 1, 1200, { name: 'Gift wrapping' })]),
    );
    const order = await test.ask('orders.get', { orderId: placed.orderId });
    expect(order.lines[0]).toMatchObject({ productId: null, name: 'Gift wrapping', tax: 200 });
  });

  it('drops the cart it came from in the same transaction', async () => {
    const productId = addProduct(test, { stock: 3 });
    await test.ask('carts.save', { cartId: 'cart-1', content: { lines: [] }, isEmpty: false });
    expect(await test.ask('carts.open', {})).not.toBeNull();
    await test.refused('orders.place', counterSale([line(productId, 1, 1)]));
    expect(await test.ask('carts.open', {})).not.toBeNull();
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    expect(await test.ask('carts.open', {})).toBeNull();
    // A key pressed just before the sale and journalled just after it.
    await test.ask('carts.save', { cartId: 'cart-1', content: { lines: [1] }, isEmpty: false });
    expect(await test.ask('carts.open', {})).toBeNull();
  });

  it('numbers orders without gaps, refusals included', async () => {
    const productId = addProduct(test, { stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    await test.refused('orders.place', counterSale([line(productId, 1, 351)]));
    expect((await test.ask('orders.place', counterSale([line(productId, 1, 350)]))).orderId).toBe(2);
  });
});

describe('what the window says of prices', () => {
  it('is compared with the catalogue, never believed', async () => {
    const productId = addProduct(test, { price: 350, stock: 10 });
    const seen = counterSale([line(productId, 1, 300)]);
    expect(await test.refused('orders.place', seen)).toMatchObject({
      code: 'price-changed',
      details: { lines: [{ index: 0, name: 'Flat white', seenPrice: 300, price: 350 }] },
    });
    const cheap = { ...counterSale([line(productId, 1, 350)]), expectedTotal: money(1) };
    expect(await test.refused('orders.place', cheap)).toMatchObject({
      code: 'price-changed',
      details: { total: 350 },
    });
  });

  it('may be overridden with the right to, and the list price is kept', async () => {
    const productId = addProduct(test, { price: 350, stock: 10 });
    const cut = counterSale([line(productId, 1, 300, { priceOverridden: true })]);
    expect((await test.refused('orders.place', cut, await cashier())).code).toBe(
      'price-override-not-allowed',
    );
    await test.ask('orders.place', cut);
    const order = await test.ask('orders.get', { orderId: 1 });
    expect(order.lines[0]).toMatchObject({ listPrice: 350, unitPrice: 300 });
  });

  it('gives discounts up to the seller’s ceiling', async () => {
    const productId = addProduct(test, { price: 1000, stock: 10 });
    const seller = await cashier();
    const off = (share: number) =>
      counterSale([line(productId, 1, 1000, { discount: { kind: 'percent', rate: percent(share) } })]);
    await test.ask('orders.place', off(10), seller);
    expect(await test.refused('orders.place', off(11), seller)).toMatchObject({
      code: 'discount-above-limit',
      details: { ceiling: 100000 },
    });
    const whole = counterSale([line(productId, 1, 1000)], {
      orderDiscount: { kind: 'amount', amount: money(500) },
    });
    expect((await test.refused('orders.place', whole, seller)).code).toBe('discount-above-limit');
    await test.ask('orders.place', whole);
    expect(await test.ask('orders.get', { orderId: 2 })).toMatchObject({
      orderDiscount: 500,
      total: 500,
      tax: 83,
    });
  });
});
