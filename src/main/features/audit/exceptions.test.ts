import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringTo, deliveryOf, signInEverybody, tender } from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { back, bringBack } from '../../../../test/support/return-builder.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { type ExceptionKind, exceptionKinds } from '../../../shared/domain/audit-kinds.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import type { Caller } from '../../app/create-app.ts';

let test: TestApp;
let productId: number;
let people: Awaited<ReturnType<typeof signInEverybody>>;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Beans', price: 1000, stock: 20 });
  people = await signInEverybody(test);
});
afterEach(() => test.close());

const span = { from: calendarDate(20261122), to: calendarDate(20261122), discountShare: percent(20) };

async function counted(): Promise<Partial<Record<ExceptionKind, readonly [number, number | null]>>> {
  const { kinds } = await test.ask('audit.exceptions', span);
  expect(kinds.map(({ kind }) => kind)).toEqual(exceptionKinds);
  const happened = kinds.filter(({ count }) => count > 0);
  return Object.fromEntries(happened.map(({ kind, count, amount }) => [kind, [count, amount]]));
}

type Row = Output<'audit.exceptionRows'>['items'][number];
async function rowsOf(kind: ExceptionKind, person: 'all' | 'nobody' | number = 'all'): Promise<Row[]> {
  const found: Row[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Output<'audit.exceptionRows'> = await test.ask('audit.exceptionRows', {
      ...{ ...span, kind, person, cursor, limit: 1 },
    });
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

const sell = (caller: Caller = owner, change = {}) =>
  test.ask('orders.place', counterSale([line(productId, 1, 1000)], change), caller);

describe('audit.exceptions', () => {
  it('has none on an ordinary day, and every kind with 0', async () => {
    await sell();
    expect(await counted()).toEqual({});
    expect((await test.ask('audit.exceptions', span)).people).toEqual([]);
  });

  it('counts refunds and goodwill, and goods back without a receipt', async () => {
    const { orderId } = await sell();
    await test.ask('returns.create', bringBack(orderId, [back(1, 1)], 1000), people.cashier);
    await test.ask('returns.createWithoutReceipt', {
      lines: [
        {
          ...{ productId, quantity: pieces(1), unitPrice: money(500) },
          ...{ reason: 'faulty', disposition: 'restock' },
        },
      ],
      ...{ customerId: null, tenderId: 1, reference: '', note: 'torn' },
    });
    const kept = await sell();
    await test.ask('refunds.open', {
      ...{ orderId: kept.orderId, amount: money(200), goodwill: true, reason: 'late' },
      ...{ paymentNo: 1, tenderId: null, cashNow: true },
    });
    expect(await counted()).toEqual({
      refund: [2, 1500],
      'return-without-receipt': [1, 500],
      goodwill: [1, 200],
    });
    expect(await rowsOf('return-without-receipt')).toMatchObject([
      { what: 'torn', target: { kind: 'return' } },
    ]);
    expect(await rowsOf('goodwill')).toMatchObject([{ what: 'late', amount: 200 }]);
    expect((await rowsOf('refund')).at(-1)).toMatchObject({
      ...{ staff: { staffId: 3 }, amount: 1000, target: { kind: 'order', id: orderId } },
    });
  });

  it('counts what was cancelled after it was paid, with the sum and who', async () => {
    const paid = await test.ask(
      'orders.place',
      deliveryOf([line(productId, 1, 1000)], { tenders: [tender(1000)] }),
    );
    const open = await test.ask('orders.place', deliveryOf([line(productId, 1, 1000)]));
    for (const { orderId } of [paid, open]) {
      const cancel = { orderId, reason: 'out-of-stock' as const, note: '', refundCashNow: false };
      await test.ask('orders.cancel', cancel, people.manager);
    }
    const { people: by } = await test.ask('audit.exceptions', span);
    expect(await counted()).toMatchObject({ 'cancel-paid': [1, 1000] });
    expect(by).toMatchObject([{ staff: { name: 'The manager' } }]);
    expect(await rowsOf('cancel-paid')).toMatchObject([
      {
        target: { kind: 'order', id: paid.orderId },
        amount: 1000,
        what: 'out-of-stock',
        entryId: expect.any(Number),
      },
    ]);
  });

  it('counts lines cancelled, orders edited and deliveries undone', async () => {
    const two = [line(productId, 1, 1000), line(null, 1, 500)];
    const { orderId } = await test.ask('orders.place', deliveryOf(two));
    await test.ask('orders.cancelLines', {
      ...{ orderId, revision: 0, lineNos: [2], reason: 'out-of-stock', note: '', refundCashNow: false },
    } as never);
    expect(await counted()).toEqual({ 'cancelled-line': [1, 500] });
    await bringTo(test, orderId, 'delivered');
    await test.ask('orders.undoDelivered', { orderId, reason: 'wrong house' });
    expect(await counted()).toMatchObject({ 'undone-delivery': [1, null] });
    expect(await rowsOf('undone-delivery')).toMatchObject([{ what: 'wrong house', target: { id: orderId } }]);
  });

  it('counts big discounts by their share, and prices that somebody set', async () => {
    const ten = { orderDiscount: { kind: 'percent' as const, rate: percent(10) } };
    const thirty = { orderDiscount: { kind: 'percent' as const, rate: percent(30) } };
    await sell(people.cashier, ten);
    await sell(people.manager, thirty);
    await test.ask('orders.place', counterSale([line(productId, 2, 600, { priceOverridden: true })]));
    expect(await counted()).toEqual({ 'big-discount': [1, 300], 'price-override': [1, 800] });
    expect(await rowsOf('big-discount')).toMatchObject([
      { share: 300_000, amount: 300, staff: { name: 'The manager' } },
    ]);
    expect(await rowsOf('price-override')).toMatchObject([{ what: 'Beans', amount: 800 }]);
    const all = await test.ask('audit.exceptions', { ...span, discountShare: percent(5) });
    expect(all.kinds.find(({ kind }) => kind === 'big-discount')?.count).toBe(2);
  });

  it('counts what was sold beyond the stock', async () => {
    const oversold = { oversellAccepted: [productId] };
    await test.ask('orders.place', counterSale([line(productId, 25, 1000)], oversold));
    expect(await rowsOf('oversell')).toMatchObject([{ what: 'Beans', target: { kind: 'order', id: 1 } }]);
  });

  it('counts wrong secrets by whose they were, and approvals by who asked', async () => {
    await test.refused('session.signIn', { staffId: 3, pin: '000111' }, { kind: 'window', windowId: 9 });
    await test.refused('session.signIn', { staffId: 3, pin: '000112' }, { kind: 'window', windowId: 9 });
    const input = counterSale([line(productId, 1, 1000)], {
      orderDiscount: { kind: 'percent' as const, rate: percent(40) },
    });
    const { approvalId } = await test.ask(
      'approvals.give',
      { call: 'orders.place', input, right: 'discount', staffId: 2, pin: '730184', earlierId: null },
      people.cashier,
    );
    await test.app.ask(
      people.cashier,
      'orders.place',
      input,
      '01970000-0000-7000-8000-000000000001',
      approvalId,
    );
    expect(await counted()).toMatchObject({ 'failed-sign-in': [2, null], approval: [2, null] });
    expect(await rowsOf('failed-sign-in', 3)).toHaveLength(2);
    expect(await rowsOf('failed-sign-in', 'nobody')).toEqual([]);
    expect(await rowsOf('approval', 3)).toMatchObject([
      { approvedBy: { name: 'The manager' }, target: { kind: 'order' } },
      { approvedBy: { name: 'The manager' } },
    ]);
  });

  it('counts what was taken out of a cart that was begun, also by throwing it away', async () => {
    const cartLine = (id: string, count: number) => ({
      ...{ id, productId, name: 'Beans', sku: null, unit: 'piece', quantity: pieces(count), unitPrice: 1000 },
      ...{ priceOverridden: false, taxes: [], taxClassId: null, pictureId: null, discount: null, note: '' },
    });
    const cart = (...lines: object[]) => ({
      ...{
        lines,
        activeLineId: null,
        orderDiscount: null,
        customerId: null,
        note: '',
        kind: 'counter',
        delivery: null,
      },
    });
    const save = (cartId: string, content: object, isEmpty = false) =>
      test.ask('carts.save', { cartId, content: content as never, isEmpty }, people.cashier);
    await save('a', cart(cartLine('l1', 1)));
    await save('a', cart(cartLine('l1', 1), cartLine('l2', 3)));
    expect(await counted()).toEqual({});
    await save('a', cart(cartLine('l1', 1), cartLine('l2', 1)));
    await save('a', cart(cartLine('l2', 1)));
    await save('a', {}, true);
    expect(await counted()).toEqual({ 'removed-line': [3, 4000] });
    expect(await rowsOf('removed-line', 3)).toHaveLength(3);
    await save('b', cart(cartLine('l1', 2)));
    await test.ask('orders.place', counterSale([line(productId, 2, 1000)], { cartId: 'b' }), people.cashier);
    await save('b', {}, true);
    await save('c', cart(cartLine('l9', 1)));
    await test.ask('carts.discard', { cartId: 'c' }, people.cashier);
    expect(await counted()).toEqual({ 'removed-line': [4, 5000] });
  });

  it('takes a span of days and nothing else', async () => {
    const bad = [
      { from: calendarDate(20261122), to: calendarDate(20261121) },
      { from: calendarDate(20250101), to: calendarDate(20261122) },
    ];
    for (const days of bad) {
      expect((await test.refused('audit.exceptions', { ...span, ...days })).code).toBe('invalid-input');
    }
    await sell(owner, { orderDiscount: { kind: 'percent' as const, rate: percent(50) } });
    const other = { ...span, from: calendarDate(20261123), to: calendarDate(20261124) };
    expect((await test.ask('audit.exceptions', other)).people).toEqual([]);
  });
});
