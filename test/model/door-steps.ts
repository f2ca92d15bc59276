import fc from 'fast-check';
import { expect } from 'vitest';
import { money } from '../../src/shared/domain/money.ts';
import { nextRequestId, owner } from '../support/create-test-app.ts';
import { expectAgreement } from './agreement.ts';
import type { ModelShop } from './model-shop.ts';
import { perform, type RealShop, repeat, restart } from './real-shop.ts';
import { anySale, saleInput } from './sale-wish.ts';
import { anyPick, asking, deed, inTheOffice, type Step } from './step.ts';

const sell = asking('sell', { wish: anySale }, (shop, { wish }) =>
  deed('orders.place', saleInput(shop, wish, shop.openCart ?? `fresh-${nextRequestId()}`)),
);

const plain = (told: string, run: (shop: ModelShop, real: RealShop) => Promise<boolean>): Step => ({
  told,
  async run(shop, real) {
    const isDone = await run(shop, real);
    expectAgreement(shop, real.test);
    return isDone;
  },
});

/** The window's answer was lost: it asks again, maybe much later, maybe after a restart. */
const askAgain = anyPick.map((pick) => plain(`ask ${pick} again`, (shop, real) => repeat(shop, real, pick)));

/** Somebody does what was done before once more. */
const doAgain = anyPick.map((pick) =>
  plain(`do ${pick} again`, async (shop, real) => {
    const one = real.sent[pick % Math.max(1, real.sent.length)];
    if (!one) return false;
    await perform(shop, real, one);
    return true;
  }),
);

/** A request's number is used for something else. */
const reuseNumber = anyPick.map((pick) =>
  plain(`reuse the number of ${pick}`, async (_shop, { sent, test }) => {
    const one = sent[pick % Math.max(1, sent.length)];
    if (!one) return false;
    const reply = await test.app.ask(
      owner,
      'stockCounts.start',
      { name: 'Other', categoryId: null },
      one.requestId,
    );
    expect(reply.ok ? 'ok' : reply.error.code).toBe('invalid-input');
    return true;
  }),
);

const content = { lines: [{ name: 'Tea' }] };

const saveCart = fc.boolean().map((isNew) =>
  plain(isNew ? 'begin a cart' : 'change the cart', async (shop, { test }) => {
    if (isNew || shop.openCart === null) {
      shop.carts += 1;
      shop.openCart = `cart-${shop.carts}`;
    }
    await test.ask('carts.save', { cartId: shop.openCart, content, isEmpty: false });
    return true;
  }),
);

const holdCart = fc.constant(
  plain('hold the cart', async (shop, { test }) => {
    if (shop.openCart === null) return false;
    await test.ask('carts.hold', { cartId: shop.openCart, label: 'Table 4', content });
    shop.heldCarts.add(shop.openCart);
    shop.openCart = null;
    return true;
  }),
);

const resumeCart = fc.nat(10).map((pick) =>
  plain(`resume cart ${pick}`, async (shop, { test }) => {
    const cartId = [...shop.heldCarts][pick % Math.max(1, shop.heldCarts.size)];
    if (cartId === undefined) return false;
    const reply = await test.app.ask(owner, 'carts.resume', { cartId }, nextRequestId());
    expect(reply.ok ? 'ok' : reply.error.code).toBe(shop.openCart === null ? 'ok' : 'another-cart-open');
    if (!reply.ok) return true;
    shop.heldCarts.delete(cartId);
    shop.openCart = cartId;
    return true;
  }),
);

/** A key pressed before paying is journalled after it, or somebody discards what was sold meanwhile. */
const lateKey = fc.record({ pick: anyPick, isDiscard: fc.boolean() }).map(({ pick, isDiscard }) =>
  plain(`${isDiscard ? 'discard' : 'change'} sold cart ${pick}`, async (_shop, { test, sent }) => {
    const sold = sent.filter((one) => one.name === 'orders.place');
    const one = sold[pick % Math.max(1, sold.length)];
    if (!one) return false;
    const { cartId } = one.input as { cartId: string };
    if (isDiscard) await test.ask('carts.discard', { cartId });
    await test.ask('carts.save', { cartId, content, isEmpty: false });
    return true;
  }),
);

const minutes = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 180 }),
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: -200, max: 0 }),
);
const moveClock = minutes.map((count) =>
  plain(`clock ${count} min`, async (shop, { test }) => {
    test.now += count * 60_000;
    shop.now = test.now;
    return true;
  }),
);

const setCoin = fc.constantFrom(0, 1, 5, 10, 100).map((coin) =>
  plain(`smallest coin ${coin}`, async (shop, { test }) => {
    await test.ask('shop.update', { cashRounding: money(coin) });
    shop.coin = coin;
    return true;
  }),
);

const causes = ['start', 'hour', 'hour', 'resume'] as const;
const tick = fc.constantFrom(...causes).map(
  (cause): Step => ({
    told: `timer looks (${cause})`,
    async run(shop, real) {
      await perform(shop, real, { ...deed('timer.run', { cause }), role: 'system' });
      return true;
    },
  }),
);

/** A run that breaks is written down by the application itself. */
const failTimer = fc.constant<Step>({
  told: 'the timer fails',
  async run(shop, real) {
    const failure = deed('timer.noteFailure', { cause: 'hour', error: 'The disk is full' });
    await perform(shop, real, { ...failure, role: 'system' });
    return true;
  },
});

const runTimer = asking('run the timer', {}, () => deed('timer.run', { cause: 'manual' }));
const switchTimer = asking(
  'switch the timer',
  { isEnabled: fc.constantFrom(true, true, false) },
  (_shop, { isEnabled }) => deed('timer.setEnabled', { isEnabled }),
  inTheOffice,
);

/** Somebody has the stock compared with its ledger: selling in all its ways never makes the two drift. */
const compareStock = fc.constant(
  plain('compare the stock', async (shop, { test }) => {
    const { checkId, checked, drifted } = await test.ask('stock.check', { cause: 'manual' });
    expect([checked, drifted]).toEqual([shop.products.length, 0]);
    expect((await test.refused('stock.repair', { checkId })).code).toBe('nothing-changed');
    return true;
  }),
);

const restarts = fc.constant(
  plain('restart', async (_shop, real) => {
    await restart(real);
    return true;
  }),
);

/** What goes on around everything else. */
export const doorSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [12, sell],
  [3, askAgain],
  [3, doAgain],
  [1, reuseNumber],
  [1, saveCart],
  [1, holdCart],
  [1, resumeCart],
  [1, lateKey],
  [4, moveClock],
  [2, setCoin],
  [4, tick],
  [1, failTimer],
  [1, runTimer],
  [1, switchTimer],
  [1, compareStock],
  [1, restarts],
];
