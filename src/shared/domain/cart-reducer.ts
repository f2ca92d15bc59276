import {
  type Cart,
  type CartDelivery,
  type CartLine,
  emptyCart,
  isPriceable,
  mostCartLines,
  type ProductFacts,
} from './cart.ts';
import type { Discount } from './discount.ts';
import type { Money } from './money.ts';
import type { OrderKind } from './order-status.ts';
import { type Quantity, quantity } from './quantity.ts';
import type { Tax } from './tax.ts';

export type CartAction =
  /** Adds a line, or its quantity to a like one (then the given id is not used). */
  | { readonly type: 'add'; readonly line: CartLine }
  /** Zero removes the line. */
  | { readonly type: 'set-quantity'; readonly lineId: string; readonly quantity: Quantity }
  | { readonly type: 'set-unit-price'; readonly lineId: string; readonly unitPrice: Money }
  | { readonly type: 'set-line-discount'; readonly lineId: string; readonly discount: Discount | null }
  | { readonly type: 'set-line-note'; readonly lineId: string; readonly note: string }
  | { readonly type: 'remove'; readonly lineId: string }
  | { readonly type: 'select'; readonly lineId: string }
  /** Moves the selection by so many lines, stopping at the ends. */
  | { readonly type: 'move-selection'; readonly by: number }
  | { readonly type: 'set-order-discount'; readonly discount: Discount | null }
  | { readonly type: 'set-customer'; readonly customerId: number | null }
  | { readonly type: 'set-kind'; readonly kind: OrderKind }
  | { readonly type: 'set-delivery'; readonly delivery: CartDelivery | null }
  | { readonly type: 'set-note'; readonly note: string }
  /** Takes prices, names and taxes as main now has them, for lines whose price the cashier did not set. */
  | { readonly type: 'refresh-products'; readonly products: readonly ProductFacts[] }
  | { readonly type: 'clear' }
  | { readonly type: 'load'; readonly cart: Cart };

/**
 * The next cart. An action that makes no sense (an unknown line, a 501st one) or would make an amount too
 * large to count changes nothing and answers the same cart.
 */
export function cartReducer(cart: Cart, action: CartAction): Cart {
  const next = applyAction(cart, action);
  return next.lines === cart.lines || isPriceable(next.lines) ? next : cart;
}

function applyAction(cart: Cart, action: CartAction): Cart {
  switch (action.type) {
    case 'add':
      return insertLine(cart, action.line);
    case 'set-quantity':
      if (action.quantity === 0) return removeLine(cart, action.lineId);
      return changeLine(cart, action.lineId, { quantity: action.quantity });
    case 'set-unit-price':
      return changeLine(cart, action.lineId, { unitPrice: action.unitPrice, priceOverridden: true });
    case 'set-line-discount':
      return changeLine(cart, action.lineId, { discount: action.discount });
    case 'set-line-note':
      return changeLine(cart, action.lineId, { note: action.note });
    case 'remove':
      return removeLine(cart, action.lineId);
    case 'select':
      return cart.lines.some((line) => line.id === action.lineId)
        ? { ...cart, activeLineId: action.lineId }
        : cart;
    case 'move-selection':
      return moveSelection(cart, action.by);
    case 'set-order-discount':
      return { ...cart, orderDiscount: action.discount };
    case 'set-customer':
      return { ...cart, customerId: action.customerId };
    case 'set-kind':
      return { ...cart, kind: action.kind };
    case 'set-delivery':
      return { ...cart, delivery: action.delivery };
    case 'set-note':
      return { ...cart, note: action.note };
    case 'refresh-products':
      return refreshProducts(cart, action.products);
    case 'clear':
      return emptyCart;
    case 'load':
      return action.cart;
  }
}

function insertLine(cart: Cart, line: CartLine): Cart {
  if (line.quantity === 0) return cart;
  const like = cart.lines.find((one) => areLike(one, line));
  if (like !== undefined) {
    const sum = like.quantity + line.quantity;
    if (!Number.isSafeInteger(sum)) return cart;
    return { ...changeLine(cart, like.id, { quantity: quantity(sum) }), activeLineId: like.id };
  }
  if (cart.lines.length >= mostCartLines || cart.lines.some((one) => one.id === line.id)) return cart;
  return { ...cart, lines: [...cart.lines, line], activeLineId: line.id };
}

/** Two lines that a customer would call one: the same product at its own price, nothing said about either. */
function areLike(a: CartLine, b: CartLine): boolean {
  return (
    a.productId !== null &&
    a.productId === b.productId &&
    isPlain(a) &&
    isPlain(b) &&
    a.unitPrice === b.unitPrice &&
    a.unit === b.unit &&
    areSameTaxes(a.taxes, b.taxes)
  );
}

function isPlain(line: CartLine): boolean {
  return line.discount === null && line.note === '' && !line.priceOverridden && line.quantity > 0;
}

function areSameTaxes(a: readonly Tax[], b: readonly Tax[]): boolean {
  return (
    a.length === b.length &&
    a.every((tax, index) => tax.name === b[index]?.name && tax.rate === b[index]?.rate)
  );
}

function changeLine(cart: Cart, lineId: string, change: Partial<CartLine>): Cart {
  if (!cart.lines.some((line) => line.id === lineId)) return cart;
  return { ...cart, lines: cart.lines.map((line) => (line.id === lineId ? { ...line, ...change } : line)) };
}

/** Removes a line; the selection goes to the one that takes its place, or the last. */
function removeLine(cart: Cart, lineId: string): Cart {
  const at = cart.lines.findIndex((line) => line.id === lineId);
  if (at < 0) return cart;
  const lines = cart.lines.filter((line) => line.id !== lineId);
  const heir = lines[Math.min(at, lines.length - 1)]?.id ?? null;
  return { ...cart, lines, activeLineId: cart.activeLineId === lineId ? heir : cart.activeLineId };
}

function moveSelection(cart: Cart, by: number): Cart {
  const at = cart.lines.findIndex((line) => line.id === cart.activeLineId);
  const last = cart.lines.length - 1;
  const target = cart.lines[Math.min(Math.max(at + by, 0), last)];
  return target === undefined || target.id === cart.activeLineId
    ? cart
    : { ...cart, activeLineId: target.id };
}

function refreshProducts(cart: Cart, products: readonly ProductFacts[]): Cart {
  const facts = new Map(products.map((product) => [product.productId, product]));
  const lines = cart.lines.map((line): CartLine => {
    const fresh = line.productId === null ? undefined : facts.get(line.productId);
    if (fresh === undefined) return line;
    const { name, sku, taxes, pictureId } = fresh;
    return {
      ...line,
      name,
      sku,
      taxes,
      pictureId,
      unitPrice: line.priceOverridden ? line.unitPrice : fresh.unitPrice,
    };
  });
  return { ...cart, lines };
}
