import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from './calendar.ts';
import {
  activeLine,
  type Cart,
  type CartLine,
  emptyCart,
  isPriceable,
  mostCartLines,
  pricingOf,
} from './cart.ts';
import { type CartAction, cartReducer } from './cart-reducer.ts';
import type { Discount } from './discount.ts';
import { money } from './money.ts';
import { parseCart } from './parse-cart.ts';
import { pieces, quantity } from './quantity.ts';
import { percent } from './rate.ts';

const vat = [{ name: 'VAT', rate: percent(20) }];
const shop = { pricesIncludeTax: true, taxRounding: 'line' } as const;

function line(id: string, more: Partial<CartLine> = {}): CartLine {
  return {
    id,
    productId: 1,
    name: 'Tea',
    sku: 'T-1',
    unit: 'piece',
    quantity: pieces(1),
    unitPrice: money(450),
    priceOverridden: false,
    taxes: vat,
    taxClassId: null,
    pictureId: null,
    discount: null,
    note: '',
    ...more,
  };
}
const add = (one: CartLine): CartAction => ({ type: 'add', line: one });
const cartAfter = (...actions: CartAction[]): Cart => actions.reduce(cartReducer, emptyCart);

describe('the cart', () => {
  test('a second scan adds one', () => {
    const cart = cartAfter(add(line('a')), add(line('b', { productId: 2 })), add(line('c')));
    expect(cart.lines.map((one) => [one.id, one.quantity])).toEqual([
      ['a', 2000],
      ['b', 1000],
    ]);
    expect(activeLine(cart)?.id).toBe('a');
  });

  test.each<[string, CartAction]>([
    ['a note', { type: 'set-line-note', lineId: 'a', note: 'gift' }],
    [
      'a discount',
      { type: 'set-line-discount', lineId: 'a', discount: { kind: 'percent', rate: percent(5) } },
    ],
    ['another price', { type: 'set-unit-price', lineId: 'a', unitPrice: money(450) }],
    ['a return', { type: 'set-quantity', lineId: 'a', quantity: pieces(-1) }],
  ])('a line with %s stays alone', (_name, action) => {
    expect(cartAfter(add(line('a')), action, add(line('b'))).lines).toHaveLength(2);
  });

  test('custom items never merge, nor the same product at a new price or tax', () => {
    const cart = cartAfter(
      add(line('a', { productId: null })),
      add(line('b', { productId: null })),
      add(line('c')),
      add(line('d', { unitPrice: money(500) })),
      add(line('e', { taxes: [] })),
    );
    expect(cart.lines).toHaveLength(5);
  });

  test('removing selects what takes its place', () => {
    const three = [line('a'), line('b', { productId: 2 }), line('c', { productId: 3 })].map(add);
    const cart = cartAfter(...three, { type: 'select', lineId: 'b' }, { type: 'remove', lineId: 'b' });
    expect(cart.activeLineId).toBe('c');
    expect(cartReducer(cart, { type: 'set-quantity', lineId: 'c', quantity: quantity(0) }).activeLineId).toBe(
      'a',
    );
    expect(cartAfter(...three, { type: 'move-selection', by: -9 }).activeLineId).toBe('a');
    expect(cartAfter(add(line('a')), { type: 'remove', lineId: 'a' }).activeLineId).toBeNull();
  });

  test('new prices leave what the cashier set', () => {
    const cart = cartAfter(
      add(line('a')),
      { type: 'set-unit-price', lineId: 'a', unitPrice: money(300) },
      add(line('b')),
      {
        type: 'refresh-products',
        products: [
          { productId: 1, name: 'Green tea', sku: null, unitPrice: money(460), taxes: [], pictureId: 7 },
        ],
      },
    );
    expect(cart.lines.map((one) => [one.name, one.unitPrice, one.pictureId])).toEqual([
      ['Green tea', 300, 7],
      ['Green tea', 460, 7],
    ]);
  });

  test('is priced by the one engine', () => {
    const cart = cartAfter(add(line('a', { quantity: pieces(3) })), {
      type: 'set-order-discount',
      discount: { kind: 'amount', amount: money(150) },
    });
    expect(pricingOf(cart, shop)).toMatchObject({
      subtotal: 1350,
      orderDiscount: 150,
      total: 1200,
      tax: 200,
    });
  });

  test('what cannot be counted, or is too much, changes nothing', () => {
    const cart = cartAfter(add(line('a')));
    for (const action of [
      { type: 'set-quantity', lineId: 'a', quantity: quantity(Number.MAX_SAFE_INTEGER) },
      { type: 'set-unit-price', lineId: 'a', unitPrice: money(Number.MAX_SAFE_INTEGER) },
      add(line('b', { quantity: quantity(Number.MAX_SAFE_INTEGER) })),
      add(line('a', { productId: 9 })),
      add(line('b', { quantity: quantity(0) })),
      { type: 'remove', lineId: 'nowhere' },
      { type: 'select', lineId: 'nowhere' },
    ] satisfies CartAction[]) {
      expect(cartReducer(cart, action)).toBe(cart);
    }
    const full = cartAfter(
      ...Array.from({ length: mostCartLines + 5 }, (_, index) =>
        add(line(`l${index}`, { productId: index + 1 })),
      ),
    );
    expect(full.lines).toHaveLength(mostCartLines);
  });
});

const discounts: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.nat(5000).map((n): Discount => ({ kind: 'amount', amount: money(n) })),
  fc.integer({ min: 0, max: 100 }).map((n): Discount => ({ kind: 'percent', rate: percent(n) })),
);
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const quantities = fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.maxSafeInteger()).map(quantity);
const actions: fc.Arbitrary<CartAction> = fc.oneof(
  fc
    .record({
      id: ids,
      productId: fc.option(fc.integer({ min: 1, max: 3 })),
      quantity: quantities,
      unitPrice: fc.nat().map(money),
    })
    .map((more): CartAction => add(line(more.id, more))),
  fc.record({ type: fc.constant('set-quantity' as const), lineId: ids, quantity: quantities }),
  fc.record({ type: fc.constant('set-line-discount' as const), lineId: ids, discount: discounts }),
  fc.record({ type: fc.constant('set-line-note' as const), lineId: ids, note: fc.string() }),
  fc.record({ type: fc.constant('remove' as const), lineId: ids }),
  fc.record({ type: fc.constant('move-selection' as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ type: fc.constant('set-order-discount' as const), discount: discounts }),
  fc.record({
    type: fc.constant('set-customer' as const),
    customerId: fc.option(fc.integer({ min: 1, max: 99 })),
  }),
  fc.record({
    type: fc.constant('set-kind' as const),
    kind: fc.constantFrom('counter', 'pickup', 'delivery'),
  }),
  fc.record({
    type: fc.constant('set-delivery' as const),
    delivery: fc.option(
      fc.record({
        name: fc.string(),
        phone: fc.string(),
        address: fc.string(),
        date: fc.constant(calendarDate(20261126)),
      }),
    ),
  }),
);

describe('any sequence of keys', () => {
  test('leaves a cart that can be priced, has its active line, and survives a journal', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 40 }), (keys) => {
        const cart = keys.reduce(cartReducer, emptyCart);
        expect(isPriceable(cart.lines)).toBe(true);
        pricingOf(cart, shop);
        pricingOf(cart, { pricesIncludeTax: false, taxRounding: 'order' });
        expect(cart.activeLineId === null).toBe(cart.lines.length === 0);
        expect(activeLine(cart) === null).toBe(cart.lines.length === 0);
        expect(parseCart(JSON.parse(JSON.stringify(cart)))).toEqual(cart);
      }),
      { numRuns: 300 },
    );
  });
});

describe('parseCart', () => {
  const good = JSON.parse(JSON.stringify(cartAfter(add(line('a'))))) as Record<string, unknown>;
  const withLine = (change: Record<string, unknown>) => ({ ...good, lines: [{ ...line('a'), ...change }] });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'cart'],
    ['no lines', { ...good, lines: undefined }],
    ['a list with a hole', { ...good, lines: Object.assign([], { 1: line('a') }) }],
    ['nothing but a hole', { ...good, lines: Object.assign([], { length: 1 }) }],
    ['a line twice', { ...good, lines: [line('a'), line('a')] }],
    ['too many lines', { ...good, lines: Array.from({ length: 501 }, (_, index) => line(String(index))) }],
    ['half a minor unit', withLine({ unitPrice: 0.5 })],
    ['a negative price', withLine({ unitPrice: -1 })],
    ['no quantity', withLine({ quantity: 0 })],
    ['a quantity as text', withLine({ quantity: '1000' })],
    ['an unknown unit', withLine({ unit: 'furlong' })],
    ['too large an amount', withLine({ unitPrice: Number.MAX_SAFE_INTEGER })],
    ['a strange discount', withLine({ discount: { kind: 'all' } })],
    ['a negative discount', withLine({ discount: { kind: 'amount', amount: -5 } })],
    ['a rate above the whole', withLine({ taxes: [{ name: 'VAT', rate: 1_000_001 }] })],
    ['an unknown kind', { ...good, kind: 'gift' }],
    ['a day that is none', { ...good, delivery: { name: '', phone: '', address: '', date: 20260230 } }],
    ['a very long note', { ...good, note: 'x'.repeat(2001) }],
  ])('%s is not a cart', (_name, value) => {
    expect(parseCart(value)).toBeNull();
  });

  test('foreign fields are dropped, a lost selection is mended', () => {
    const read = parseCart({ ...good, version: 9, __proto__: { evil: 1 }, activeLineId: 'gone' });
    expect(read).toEqual(cartAfter(add(line('a'))));
  });

  test('anything at all is a cart or null', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseCart(value)).toBeNull();
      }),
    );
  });
});
