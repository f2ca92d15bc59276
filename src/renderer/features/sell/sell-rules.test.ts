import { describe, expect, it } from 'vitest';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { type Cart, type CartLine, emptyCart, pricingOf } from '../../../shared/domain/cart.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces, quantity } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { cartLineOf } from '../../bridge/cart-line-of.ts';
import { changedPrices, shortProducts } from '../../bridge/refused-lines.ts';
import {
  cartBlocker,
  cartNotes,
  orderDiscountIsAbove,
  type SellerLimits,
  sellerLimits,
} from './cart-notes.ts';
import { categoryChoice } from './category-tree.ts';
import { freshCart, withListPrice } from './fresh-cart.ts';
import { isDeliveryComplete } from './place-input.ts';
import { putBack } from './put-back.ts';
import { emptySell, sellReducer } from './sell-reducer.ts';
import { variantMatrix } from './variant-matrix.ts';
import { walkGrid } from './walk-grid.ts';

const vat = [{ name: 'VAT', rate: percent(20) }];

function tile(id: number, change: Partial<ProductTile> = {}): ProductTile {
  return {
    id,
    kind: 'single',
    parentId: null,
    name: `Product ${id}`,
    variantLabel: null,
    sku: null,
    categoryId: null,
    colour: 0,
    pictureId: null,
    price: money(1000),
    highestPrice: money(1000),
    compareAtPrice: null,
    unit: 'piece',
    taxes: vat,
    tracked: true,
    available: pieces(5),
    low: false,
    oversell: 'block',
    variantCount: 0,
    ...change,
  };
}
const cartOf = (...lines: readonly CartLine[]): Cart => ({
  ...emptyCart,
  lines,
  activeLineId: lines[0]?.id ?? null,
});
const shop = { pricesIncludeTax: true, taxRounding: 'line' } as const;
const owner: SellerLimits = { discountCeiling: percent(100), mayOversell: true };
const cashier = sellerLimits({ rights: ['sell', 'discount'], discountCeiling: percent(10) });

const tenth = (line: CartLine): CartLine => ({
  ...line,
  discount: { kind: 'percent', rate: percent(10) },
});

function notesOf(cart: Cart, tiles: readonly ProductTile[], limits = owner, isWhole = true) {
  const known = { tiles: new Map(tiles.map((one) => [one.id, one])), isWhole };
  const pricing = pricingOf(cart, shop);
  const notes = cartNotes(cart, pricing, known, limits);
  return { notes, pricing, blocker: cartBlocker(cart, notes) };
}

describe('cartNotes', () => {
  it('tells of a product that is gone, but not before main has answered', () => {
    const cart = cartOf(cartLineOf(tile(1), 'a', pieces(1)));
    expect(notesOf(cart, []).notes.get('a')).toEqual([{ kind: 'gone' }]);
    expect(notesOf(cart, [], owner, false).notes.size).toBe(0);
    expect(notesOf(cart, []).blocker).toEqual({ kind: 'gone', name: 'Product 1' });
  });

  it('tells of a new price or tax, unless the cashier set the price', () => {
    const line = cartLineOf(tile(1), 'a', pieces(1));
    expect(notesOf(cartOf(line), [tile(1, { price: money(1100) })]).notes.get('a')).toEqual([
      { kind: 'new-price', price: 1100 },
    ]);
    expect(notesOf(cartOf(line), [tile(1, { taxes: [] })]).notes.get('a')).toEqual([{ kind: 'new-tax' }]);
    const set = { ...line, priceOverridden: true, unitPrice: money(900) };
    expect(notesOf(cartOf(set), [tile(1)]).notes.size).toBe(0);
  });

  it('adds up all lines of a product before it compares with the shelf', () => {
    const a = cartLineOf(tile(1), 'a', pieces(3));
    const b = { ...cartLineOf(tile(1), 'b', pieces(3)), note: 'second' };
    const blocked = notesOf(cartOf(a, b), [tile(1)], cashier);
    expect(blocked.notes.get('b')).toEqual([{ kind: 'short', blocks: true, available: 5000 }]);
    expect(blocked.blocker).toBeNull();
    const warned = notesOf(cartOf(a, b), [tile(1, { oversell: 'warn' })], cashier);
    expect(warned.notes.get('a')).toEqual([{ kind: 'short', blocks: false, available: 5000 }]);
    expect(warned.blocker).toBeNull();
    expect(notesOf(cartOf(a, b), [tile(1, { tracked: false })], cashier).notes.size).toBe(0);
  });

  it('says of a discount above the ceiling that it needs a manager, on a line or on the order', () => {
    const line = cartLineOf(tile(1), 'a', pieces(1));
    const discounted: CartLine = { ...line, discount: { kind: 'amount', amount: money(101) } };
    const above = notesOf(cartOf(discounted), [tile(1)], cashier);
    expect(above.notes.get('a')).toEqual([{ kind: 'above-ceiling', ceiling: percent(10) }]);
    expect(above.blocker).toBeNull();
    const order: Cart = { ...cartOf(line), orderDiscount: { kind: 'percent', rate: percent(11) } };
    const { pricing } = notesOf(order, [tile(1)], cashier);
    expect(orderDiscountIsAbove(pricing, cashier)).toBe(true);
    expect(orderDiscountIsAbove(pricing, owner)).toBe(false);
    const both: Cart = { ...cartOf(tenth(line)), orderDiscount: { kind: 'percent', rate: percent(10) } };
    const stacked = notesOf(both, [tile(1)], cashier);
    expect(stacked.notes.get('a')).toEqual([{ kind: 'above-ceiling', ceiling: percent(10) }]);
    expect(orderDiscountIsAbove(stacked.pricing, cashier)).toBe(false);
    expect(notesOf(cartOf(tenth(line)), [tile(1)], cashier).notes.size).toBe(0);
    expect(sellerLimits({ rights: ['sell'], discountCeiling: percent(10) }).discountCeiling).toBe(0);
    expect(sellerLimits(null)).toEqual({ discountCeiling: 0, mayOversell: false });
  });
});

describe('freshCart', () => {
  it('takes prices and taxes as they are now, of custom items too, and leaves set prices', () => {
    const custom: CartLine = { ...cartLineOf(tile(9), 'c', pieces(1)), productId: null };
    const set = { ...cartLineOf(tile(2), 'b', pieces(1)), priceOverridden: true, unitPrice: money(1) };
    const cart = cartOf(cartLineOf(tile(1), 'a', pieces(1)), set, custom);
    const now = [tile(1, { price: money(1200), taxes: [] }), tile(2, { price: money(1300) })];
    const classes = [{ id: 1, name: 'None', isDefault: true, rates: [] }];
    const fresh = freshCart(cart, now, classes);
    expect(fresh.lines.map((line) => [line.unitPrice, line.taxes.length])).toEqual([
      [1200, 0],
      [1, 1],
      [1000, 0],
    ]);
    expect(withListPrice(fresh, 'b', tile(2)).lines[1]).toMatchObject({
      unitPrice: 1000,
      priceOverridden: false,
    });
  });
});

describe('putBack', () => {
  it('puts a removed line back where it stood and keeps what came since', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id, index) => cartLineOf(tile(index + 1), id, pieces(1)));
    const before = { ...cartOf(a!, b!, c!), activeLineId: 'b' };
    const back = putBack(cartOf(a!, c!, d!), before, ['b']);
    expect(back.lines.map((line) => line.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(back.activeLineId).toBe('b');
    expect(putBack(emptyCart, before, ['a', 'b', 'c'])).toBe(before);
  });

  it('leaves out what was removed since by itself, and another cart as it is', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, index) => cartLineOf(tile(index + 1), id, pieces(1)));
    const before = cartOf(a!, b!, c!);
    expect(putBack(cartOf(c!), before, ['a']).lines.map((line) => line.id)).toEqual(['a', 'c']);
    expect(putBack(emptyCart, before, ['a']).lines.map((line) => line.id)).toEqual(['a']);
    const till = { ...emptySell('own'), cart: cartOf(b!, c!) };
    const undo = { type: 'put-back', before, lineIds: ['a'] } as const;
    expect(sellReducer(till, { ...undo, cartId: 'own' }).cart.lines).toHaveLength(3);
    expect(sellReducer(till, { ...undo, cartId: 'other' })).toBe(till);
  });
});

describe('variantMatrix', () => {
  const variant = (id: number, variantLabel: string) => tile(id, { kind: 'variant', variantLabel });

  it('lays two options out, the longer downwards, and leaves holes', () => {
    const matrix = variantMatrix([variant(1, 'Red / S'), variant(2, 'Red / M'), variant(3, 'Blue / M')]);
    expect(matrix).toMatchObject({
      columns: ['S', 'M'],
      rows: [
        { label: 'Red', cells: [{ id: 1 }, { id: 2 }] },
        { label: 'Blue', cells: [null, { id: 3 }] },
      ],
    });
    const tall = variantMatrix(
      [1, 2, 3, 4, 5, 6].map((n) => variant(n, `${n % 2 ? 'Red' : 'Blue'} / ${Math.ceil(n / 2)}`)),
    );
    expect(tall?.columns).toEqual(['Red', 'Blue']);
    expect(tall?.rows.map((row) => row.label)).toEqual(['1', '2', '3']);
  });

  it('is none for one option, three options, or two variants that say the same', () => {
    expect(variantMatrix([variant(1, 'Red'), variant(2, 'Blue'), variant(3, 'Green')])).toBeNull();
    expect(
      variantMatrix([variant(1, 'A / B / C'), variant(2, 'D / E / F'), variant(3, 'G / H / I')]),
    ).toBeNull();
    const same = ['Red / S', 'Red / S', 'Blue / S', 'Blue / M'].map((label, index) => variant(index, label));
    expect(variantMatrix(same)).toBeNull();
  });
});

describe('walkGrid', () => {
  const four = { columns: 4, direction: 'ltr' } as const;
  const one = { ...four, columns: 1 };
  it('walks rows and columns, and leaves upwards', () => {
    expect(walkGrid('ArrowDown', null, 10, four)).toBe(0);
    expect(walkGrid('ArrowUp', null, 10, four)).toBeNull();
    expect(walkGrid('ArrowDown', 1, 10, four)).toBe(5);
    expect(walkGrid('ArrowDown', 7, 10, four)).toBe(9);
    expect(walkGrid('ArrowDown', 9, 10, four)).toBe(9);
    expect(walkGrid('ArrowUp', 5, 10, four)).toBe(1);
    expect(walkGrid('ArrowUp', 1, 10, four)).toBe('leave');
    expect(walkGrid('ArrowRight', 9, 10, four)).toBe(9);
    expect(walkGrid('ArrowRight', 3, 10, one)).toBeNull();
    expect(walkGrid('ArrowLeft', 9, 10, four)).toBe(8);
    const mirrored = { ...four, direction: 'rtl' } as const;
    expect(walkGrid('ArrowRight', 9, 10, mirrored)).toBe(8);
    expect(walkGrid('ArrowLeft', 8, 10, mirrored)).toBe(9);
    expect(walkGrid('a', 3, 10, four)).toBeNull();
    expect(walkGrid('ArrowDown', null, 0, four)).toBeNull();
  });
});

describe('categoryChoice', () => {
  const category = (id: number, parentId: number | null, productCount = 1) => ({
    id,
    parentId,
    name: `C${id}`,
    colour: 0,
    oversell: null,
    productCount,
  });
  const tree = [category(1, null), category(2, 1), category(3, 1), category(4, 2), category(5, null, 0)];

  it('shows the parts of what is chosen, or its siblings at the end of a branch', () => {
    expect(categoryChoice(tree, null)).toMatchObject({ tops: [{ id: 1 }], top: null, parts: [] });
    expect(categoryChoice(tree, 1)).toMatchObject({
      top: { id: 1 },
      whole: { id: 1 },
      parts: [{ id: 2 }, { id: 3 }],
    });
    expect(categoryChoice(tree, 2)).toMatchObject({ top: { id: 1 }, whole: { id: 2 }, parts: [{ id: 4 }] });
    expect(categoryChoice(tree, 4)).toMatchObject({ top: { id: 1 }, whole: { id: 2 }, parts: [{ id: 4 }] });
  });

  it('ends where a damaged tree bites its own tail', () => {
    const ring = [category(1, 2), category(2, 1)];
    expect(categoryChoice(ring, 1).tops).toEqual([]);
  });
});

describe('refusals', () => {
  it('read only what main really said', () => {
    const line = { index: 0, name: 'Tea', seenPrice: 100, price: 120 };
    expect(changedPrices({ lines: [line, { index: 'x' }, null] })).toEqual([line]);
    expect(changedPrices({})).toEqual([]);
    const short = { index: 1, productId: 7, name: 'Tea', available: 1000, wanted: 2000 };
    expect(shortProducts({ lines: [short] })).toEqual([short]);
  });
});

describe('sellReducer', () => {
  it('keeps what was added before the journal answered', () => {
    const kept = { cartId: 'old', cart: cartOf(cartLineOf(tile(1), 'a', pieces(2))) };
    const early = sellReducer(emptySell('new'), {
      type: 'cart',
      action: { type: 'add', line: cartLineOf(tile(2), 'b', pieces(1)) },
    });
    const restored = sellReducer(early, { type: 'restore', kept });
    expect(restored).toMatchObject({ cartId: 'old', isRestored: true });
    expect(restored.cart.lines.map((line) => line.productId)).toEqual([1, 2]);
    expect(sellReducer(emptySell('new'), { type: 'restore', kept: null })).toMatchObject({ cartId: 'new' });
  });

  it('begins a new cart under a new name once one was sold', () => {
    const sale = { orderId: 7, total: money(5), paid: money(5), change: money(0) };
    const sold = sellReducer(emptySell('one'), { type: 'sold', sale, cartId: 'two' });
    expect(sold).toMatchObject({ cartId: 'two', cart: emptyCart, dialog: { kind: 'receipt', orderId: 7 } });
  });
});

describe('isDeliveryComplete', () => {
  it('asks a name of both and an address of deliveries', () => {
    const delivery = { name: 'Ann', phone: '', address: '', date: 20261126 as never };
    expect(isDeliveryComplete(emptyCart)).toBe(true);
    expect(isDeliveryComplete({ ...emptyCart, kind: 'pickup', delivery })).toBe(true);
    expect(isDeliveryComplete({ ...emptyCart, kind: 'delivery', delivery })).toBe(false);
    expect(
      isDeliveryComplete({ ...emptyCart, kind: 'delivery', delivery: { ...delivery, address: 'Here' } }),
    ).toBe(true);
    expect(isDeliveryComplete({ ...emptyCart, kind: 'pickup', delivery: null })).toBe(false);
  });
});

it('measures a cart line as it was weighed', () => {
  const cheese = tile(1, { unit: 'kg', price: money(2600) });
  const cart = cartOf(cartLineOf(cheese, 'a', quantity(350)));
  expect(pricingOf(cart, shop).total).toBe(910);
});
