import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Caller } from '../../src/main/app/create-app.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import type { Reply } from '../../src/shared/contract/errors.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { addProduct } from './builders.ts';
import { checkEachCommand, checkShop } from './check-shop.ts';
import { createTestApp, nextRequestId, owner, ownerPassword, type TestApp } from './create-test-app.ts';
import { book, type ModelOrder, type ShopModel } from './selling-model.ts';
import { anySale, type SaleWish, saleOf } from './selling-sale.ts';

export const cashier: Caller = { kind: 'window', windowId: 3 };
const auditKey = Buffer.alloc(32, 2);

type Sent = {
  readonly requestId: string;
  readonly input: Input<'orders.place'>;
  readonly caller: Caller;
  readonly reply: Reply;
};
/** The shop beside its model. */
export type RealShop = {
  test: TestApp;
  readonly wrapFile: (file: ShopFile) => ShopFile;
  readonly sent: Sent[];
  readonly soldCarts: string[];
};
type Command = fc.AsyncCommand<ShopModel, RealShop, true>;

function todayOf(test: TestApp): number {
  return Number(new Date(test.now).toISOString().slice(0, 10).replaceAll('-', ''));
}

/** Everything that the model knows, read from the shop file by SQL of its own. */
async function expectAgreement(shop: ShopModel, { test }: RealShop): Promise<void> {
  const { read } = test.file;
  expect(checkShop(read, auditKey)).toEqual([]);
  expect(checkEachCommand(read)).toEqual([]);
  const stock = read.all(sql`SELECT productId AS id, onHand, reserved FROM productStock ORDER BY productId`);
  expect(stock).toEqual(shop.products.map(({ id, onHand, reserved }) => ({ id, onHand, reserved })));
  const orders = read.all(
    sql`SELECT id, kind, businessDate AS date, total, rounding, status FROM orders ORDER BY id`,
  );
  expect(orders).toEqual(
    shop.orders.map(({ kind, date, total, rounding }, index) => ({
      ...{ id: index + 1, kind, date, total, rounding },
      status: kind === 'counter' ? 'delivered' : 'received',
    })),
  );
  expect(linesIn(test)).toEqual(shop.orders.map(modelLines));
  const payments = read.all(
    sql`SELECT orderId, tenderId, amount, change FROM payments ORDER BY orderId, paymentNo`,
  );
  expect(payments).toEqual(
    shop.orders.flatMap((order, index) => order.payments.map((one) => ({ orderId: index + 1, ...one }))),
  );
  const carts = read.all(sql`SELECT id, state FROM carts WHERE state <> 'sold' ORDER BY id`);
  const open = shop.openCart === null ? [] : [{ id: shop.openCart, state: 'open' }];
  const held = [...shop.heldCarts].map((id) => ({ id, state: 'held' }));
  expect(carts).toEqual([...open, ...held].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  const { sales, orders: placed } = await test.ask('dashboard.today', {});
  const ofToday = shop.orders.filter((order) => order.date === todayOf(test));
  expect([sales.today, placed.today]).toEqual([
    ofToday.reduce((sum, order) => sum + order.total, 0),
    ofToday.length,
  ]);
}

type LineRow = { readonly orderId: number; readonly line: string };

function linesIn(test: TestApp): string[][] {
  const rows = test.file.read.all(
    sql<LineRow>`SELECT orderId, productId || ' ' || quantity || ' x ' || unitPrice || ': ' || gross || ' ' || discount
      || ' ' || orderDiscount || ' ' || net || ' ' || tax AS line
      FROM (SELECT orderId, lineNo, ifnull(productId, 0) AS productId, quantity, unitPrice, gross, discount,
        orderDiscount, net, tax FROM orderLines) ORDER BY orderId, lineNo`,
  );
  return [...Map.groupBy(rows, (row) => row.orderId).values()].map((of) => of.map((row) => row.line));
}

function modelLines({ lines, amounts }: ModelOrder): string[] {
  return lines.map(({ product, quantity, unitPrice }, index) => {
    const amount = amounts[index];
    const sums = [amount?.gross, amount?.discount, amount?.orderDiscount, amount?.net, amount?.tax];
    return `${product?.id ?? 0} ${quantity} x ${unitPrice}: ${sums.join(' ')}`;
  });
}

/** A step that is always possible, named by what it was given. */
function step(name: string, run: (shop: ShopModel, real: RealShop) => Promise<void> | void): Command {
  return {
    check: async () => true,
    async run(shop, real) {
      await run(shop, real);
      await expectAgreement(shop, real);
    },
    toString: () => name,
  };
}

type NewProduct = {
  readonly price: number;
  readonly stock: number;
  readonly policy: 'block' | 'warn' | 'allow';
  readonly isTracked: boolean;
  readonly isZeroRated: boolean;
  readonly isMeasured: boolean;
};

const addOne = (wish: NewProduct) =>
  step(`add ${JSON.stringify(wish)}`, ({ products }, { test }) => {
    const { price, stock, policy, isTracked, isZeroRated, isMeasured } = wish;
    const id = addProduct(test, {
      ...{ price, stock: isTracked ? stock : null, oversell: policy },
      taxClassId: isZeroRated ? 2 : 1,
      unit: isMeasured ? 'kg' : 'piece',
    });
    const rate = isZeroRated ? 0 : 200_000;
    const onHand = isTracked ? stock * 1000 : 0;
    products.push({ id, price, policy, tracked: isTracked, rate, isMeasured, onHand, reserved: 0 });
  });

const changePrice = ({ pick, price }: { pick: number; price: number }) =>
  step(`price of ${pick} becomes ${price}`, ({ products }, { test }) => {
    const product = products[pick % Math.max(1, products.length)];
    if (!product) return;
    test.file.transaction((db) => db.run(sql`UPDATE products SET price = ${price} WHERE id = ${product.id}`));
    product.price = price;
  });

const sell = (wish: SaleWish) =>
  step(`sell ${JSON.stringify(wish)}`, async (shop, real) => {
    const cartId = shop.openCart ?? `fresh-${nextRequestId()}`;
    const { input, order, refusal } = saleOf(shop, wish, todayOf(real.test), cartId);
    const caller = wish.seller === 'owner' ? owner : cashier;
    const requestId = nextRequestId();
    const reply = await real.test.app.ask(caller, 'orders.place', input, requestId);
    expect(reply.ok ? null : reply.error.code).toBe(refusal);
    if (!reply.ok) return;
    book(shop, order);
    const paid = order.payments.reduce((sum, one) => sum + one.amount, 0);
    const change = order.payments.reduce((sum, one) => sum + one.change, 0);
    expect(reply.value).toEqual({ orderId: shop.orders.length, total: order.total, paid, change });
    real.sent.push({ requestId, input, caller, reply });
    real.soldCarts.push(cartId);
    shop.openCart = null;
  });

/** The window's answer was lost: it asks again, maybe much later, maybe after a restart. */
const retry = ({ pick, isChanged }: { pick: number; isChanged: boolean }) =>
  step(`retry ${pick}${isChanged ? ' with another note' : ''}`, async (_shop, { sent, test }) => {
    const one = sent[pick % Math.max(1, sent.length)];
    if (!one) return;
    const input = isChanged ? { ...one.input, note: 'another' } : one.input;
    const reply = await test.app.ask(one.caller, 'orders.place', input, one.requestId);
    if (isChanged) expect(reply.ok ? 'ok' : reply.error.code).toBe('invalid-input');
    else expect(reply).toEqual(one.reply);
  });

const content = { lines: [{ name: 'Tea' }] };

const saveCart = (isNew: boolean) =>
  step(isNew ? 'begin a cart' : 'change the cart', async (shop, { test }) => {
    if (isNew || shop.openCart === null) {
      shop.carts += 1;
      shop.openCart = `cart-${shop.carts}`;
    }
    await test.ask('carts.save', { cartId: shop.openCart, content, isEmpty: false });
  });

const holdCart = () =>
  step('hold the cart', async (shop, { test }) => {
    if (shop.openCart === null) return;
    await test.ask('carts.hold', { cartId: shop.openCart, label: 'Table 4', content });
    shop.heldCarts.add(shop.openCart);
    shop.openCart = null;
  });

const resumeCart = (pick: number) =>
  step(`resume cart ${pick}`, async (shop, { test }) => {
    const cartId = [...shop.heldCarts][pick % Math.max(1, shop.heldCarts.size)];
    if (cartId === undefined) return;
    const reply = await test.app.ask(owner, 'carts.resume', { cartId }, nextRequestId());
    expect(reply.ok ? 'ok' : reply.error.code).toBe(shop.openCart === null ? 'ok' : 'another-cart-open');
    if (!reply.ok) return;
    shop.heldCarts.delete(cartId);
    shop.openCart = cartId;
  });

/** A key pressed before paying is journalled after it, or somebody discards what was sold meanwhile. */
const lateKey = ({ pick, isDiscard }: { pick: number; isDiscard: boolean }) =>
  step(`${isDiscard ? 'discard' : 'change'} sold cart ${pick}`, async (_shop, { test, soldCarts }) => {
    const cartId = soldCarts[pick % Math.max(1, soldCarts.length)];
    if (cartId === undefined) return;
    if (isDiscard) await test.ask('carts.discard', { cartId });
    await test.ask('carts.save', { cartId, content, isEmpty: false });
  });

const moveClock = (minutes: number) =>
  step(`clock ${minutes} min`, (_shop, { test }) => {
    test.now += minutes * 60_000;
  });

const setCoin = (coin: number) =>
  step(`smallest coin ${coin}`, async (shop, { test }) => {
    await test.ask('shop.update', { cashRounding: money(coin) });
    shop.coin = coin;
  });

const restart = () =>
  step('restart', async (_shop, real) => {
    const { folder, now } = real.test;
    await real.test.close();
    real.test = createTestApp({ folder, now, keep: true, wrapFile: real.wrapFile });
    await real.test.ask('session.signIn', { staffId: 1, password: ownerPassword });
    await real.test.ask('session.signIn', { staffId: 2, pin: '730184' }, cashier);
  });

const newProduct: fc.Arbitrary<NewProduct> = fc.record({
  price: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 100_000 })),
  stock: fc.integer({ min: 0, max: 12 }),
  policy: fc.constantFrom('block', 'warn', 'allow'),
  isTracked: fc.boolean(),
  isZeroRated: fc.boolean(),
  isMeasured: fc.boolean(),
});

const price = fc.integer({ min: 0, max: 30_000 });
/** Up to thirty steps, each checked against the model. */
export const sellingSteps = fc.commands<ShopModel, RealShop, true>(
  [
    newProduct.map(addOne),
    anySale.map(sell),
    anySale.map(sell),
    anySale.map(sell),
    fc.record({ pick: fc.nat(20), price }).map(changePrice),
    fc.record({ pick: fc.nat(30), isChanged: fc.boolean() }).map(retry),
    fc.boolean().map(saveCart),
    fc.constant(null).map(holdCart),
    fc.nat(10).map(resumeCart),
    fc.record({ pick: fc.nat(30), isDiscard: fc.boolean() }).map(lateKey),
    fc.integer({ min: -360, max: 2880 }).map(moveClock),
    fc.constantFrom(0, 1, 5, 10, 100).map(setCoin),
    fc.constant(null).map(restart),
  ],
  { maxCommands: 30, size: 'max' },
);
