import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { Cart, CartLine } from '../../../shared/domain/cart.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { stockVerdict } from '../../../shared/domain/oversell.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { type Rate, rate } from '../../../shared/domain/rate.ts';
import { lineDiscountShare, orderDiscountShare } from '../../../shared/domain/taken-off.ts';
import type { Tax } from '../../../shared/domain/tax.ts';

/** Something about a line that the seller should know before paying. */
export type LineNote =
  | { readonly kind: 'gone' }
  | { readonly kind: 'new-price'; readonly price: Money }
  | { readonly kind: 'new-tax' }
  | { readonly kind: 'short'; readonly blocks: boolean; readonly available: Quantity }
  | { readonly kind: 'above-ceiling'; readonly ceiling: Rate };

/** Why a cart cannot be paid as it stands. */
export type CartBlocker = { readonly kind: 'empty' } | { readonly kind: 'gone'; readonly name: string };

/** What main knows of the cart's products now. `isWhole` is false until it has answered for all of them. */
export type KnownProducts = {
  readonly tiles: ReadonlyMap<number, ProductTile>;
  readonly isWhole: boolean;
};

/** What the person may give away: main holds the order against the same figures. */
export type SellerLimits = { readonly discountCeiling: Rate; readonly mayOversell: boolean };

type Seller = { readonly rights: readonly string[]; readonly discountCeiling: Rate };

/** The largest discount of this person: none without the right, the whole with the right to any. */
export function sellerLimits(seller: Seller | null): SellerLimits {
  if (seller === null) return { discountCeiling: rate(0), mayOversell: false };
  const may = (right: string) => seller.rights.includes(right);
  const ceiling = may('discount') ? seller.discountCeiling : rate(0);
  return {
    discountCeiling: may('discount-any') ? rate(1_000_000) : ceiling,
    mayOversell: may('oversell'),
  };
}

const none: readonly LineNote[] = [];

/** The notes of each line that has any, by line id. */
export function cartNotes(
  cart: Cart,
  pricing: PricedOrder,
  known: KnownProducts,
  limits: SellerLimits,
): ReadonlyMap<string, readonly LineNote[]> {
  const wanted = wantedByProduct(cart.lines);
  const notes = new Map<string, readonly LineNote[]>();
  cart.lines.forEach((line, index) => {
    const found = [
      ...productNotes(line, known, wanted, limits),
      ...(lineIsAbove(pricing, index, limits)
        ? [{ kind: 'above-ceiling' as const, ceiling: limits.discountCeiling }]
        : none),
    ];
    if (found.length > 0) notes.set(line.id, found);
  });
  return notes;
}

function productNotes(
  line: CartLine,
  { tiles, isWhole }: KnownProducts,
  wanted: ReadonlyMap<number, number>,
  limits: SellerLimits,
): readonly LineNote[] {
  if (line.productId === null) return none;
  const tile = tiles.get(line.productId);
  if (tile === undefined) return isWhole ? [{ kind: 'gone' }] : none;
  const notes: LineNote[] = [];
  if (!line.priceOverridden && line.unitPrice !== tile.price)
    notes.push({ kind: 'new-price', price: tile.price });
  else if (!areSameTaxes(line.taxes, tile.taxes)) notes.push({ kind: 'new-tax' });
  const verdict = stockVerdict({
    onHand: tile.available,
    reserved: quantity(0),
    tracked: tile.tracked,
    wanted: quantity(wanted.get(tile.id) ?? 0),
    policy: tile.oversell,
  });
  if (verdict !== 'ok') {
    notes.push({
      kind: 'short',
      blocks: verdict === 'block' && !limits.mayOversell,
      available: tile.available,
    });
  }
  return notes;
}

/** All lines of a product take from the same shelf. */
function wantedByProduct(lines: readonly CartLine[]): ReadonlyMap<number, number> {
  const wanted = new Map<number, number>();
  for (const { productId, quantity: one } of lines) {
    if (productId !== null) wanted.set(productId, (wanted.get(productId) ?? 0) + one);
  }
  return wanted;
}

function areSameTaxes(a: readonly Tax[], b: readonly Tax[]): boolean {
  return (
    a.length === b.length &&
    a.every((tax, index) => tax.name === b[index]?.name && tax.rate === b[index]?.rate)
  );
}

/** Whether a line with a discount of its own takes off more than the person may, its part of the order's included. */
export function lineIsAbove(pricing: PricedOrder, index: number, limits: SellerLimits): boolean {
  const line = pricing.lines[index];
  if (line === undefined || line.discount === 0) return false;
  return lineDiscountShare(line, orderDiscountShare(pricing)) > limits.discountCeiling;
}

/** Whether the discount on the order alone is more than the person may give; lines that bear both say so themselves. */
export function orderDiscountIsAbove(pricing: PricedOrder, limits: SellerLimits): boolean {
  return orderDiscountShare(pricing) > limits.discountCeiling;
}

/** Whether a manager has to approve any discount of the cart. */
export function anyDiscountIsAbove(pricing: PricedOrder, limits: SellerLimits): boolean {
  return (
    orderDiscountIsAbove(pricing, limits) || pricing.lines.some((_, at) => lineIsAbove(pricing, at, limits))
  );
}

/**
 * The first thing that stands against paying, or null. Warnings do not: they are asked about when paying. Neither does
 * what goes beyond the seller's rights: a manager approves it on the spot.
 */
export function cartBlocker(cart: Cart, notes: ReadonlyMap<string, readonly LineNote[]>): CartBlocker | null {
  if (cart.lines.length === 0) return { kind: 'empty' };
  for (const line of cart.lines) {
    const isGone = (notes.get(line.id) ?? none).some((note) => note.kind === 'gone');
    if (isGone) return { kind: 'gone', name: line.name };
  }
  return null;
}
