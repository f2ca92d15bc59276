import { AppError } from '../../../shared/contract/errors.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { Discount } from '../../../shared/domain/discount.ts';
import { type Money, mostMoney } from '../../../shared/domain/money.ts';
import { type PricedOrder, priceOrder } from '../../../shared/domain/pricing.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { lineDiscountShare, orderDiscountShare } from '../../../shared/domain/taken-off.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import type { CommandContext } from '../../app/context.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import { defaultTaxClass, type ProductForSale, productForSale, taxClassState } from './order-statements.ts';

type PlaceLine = PlaceOrderInput['lines'][number];

/** A line as it is about to be sold: what was asked for, at the price that holds now. */
export type SoldLine = {
  readonly product: ProductForSale | null;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: Unit;
  readonly quantity: Quantity;
  /** What the catalogue says; differs from the unit price only where somebody may override it. */
  readonly listPrice: Money;
  readonly unitPrice: Money;
  readonly unitCost: Money | null;
  readonly discount: Discount | null;
  readonly taxes: readonly Tax[];
  readonly note: string;
};

/**
 * Looks every line up: the window's word is taken for what to sell, never for what it costs.
 * @throws AppError `product-gone`, `price-changed`, `price-override-not-allowed`, `whole-pieces-only`,
 * `quantity-not-positive`, `card-number-in-text`, `not-found` (a tax class).
 */
export function soldLines(ctx: CommandContext, input: Pick<PlaceOrderInput, 'lines'>): readonly SoldLine[] {
  const taxesOf = new Map<number, readonly Tax[]>();
  const taxes = (taxClassId: number): readonly Tax[] => {
    const known = taxesOf.get(taxClassId);
    if (known) return known;
    const found = taxesOfClass(ctx.db, taxClassId, ctx.today);
    taxesOf.set(taxClassId, found);
    return found;
  };
  const lines = input.lines.map((line, index) => {
    const name = line.name;
    if (line.quantity <= 0) throw new AppError('quantity-not-positive', { index, name });
    if (looksLikeCardNumber(line.note)) throw new AppError('card-number-in-text', { index, name });
    return line.productId === null ? customLine(ctx, line, taxes) : productLine(ctx, line, index, taxes);
  });
  requireSamePrices(lines, input);
  return lines;
}

function productLine(
  ctx: CommandContext,
  line: PlaceLine,
  index: number,
  taxes: (taxClassId: number) => readonly Tax[],
): SoldLine {
  const product = productForSale.get(ctx.db, { productId: line.productId ?? 0 });
  if (!product || product.archivedAt !== null || product.kind === 'parent') {
    throw new AppError('product-gone', { index, name: line.name });
  }
  if (!isMeasured(product.unit) && line.quantity % 1000 !== 0) {
    throw new AppError('whole-pieces-only', { index, name: product.name });
  }
  if (line.priceOverridden && line.unitPrice !== product.price) requireMayOverride(ctx, product.name);
  return {
    product,
    name: product.fullName,
    sku: product.sku,
    unit: product.unit,
    quantity: line.quantity,
    listPrice: product.price,
    unitPrice: line.priceOverridden ? line.unitPrice : product.price,
    unitCost: product.cost,
    discount: line.discount,
    taxes: taxes(product.taxClassId),
    note: line.note,
  };
}

function customLine(
  ctx: CommandContext,
  line: PlaceLine,
  taxes: (taxClassId: number) => readonly Tax[],
): SoldLine {
  const { taxClassId: chosen } = line;
  const state = chosen === null ? null : taxClassState.get(ctx.db, { taxClassId: chosen });
  if (state === undefined) throw new AppError('not-found', { what: 'tax class' });
  // What was put aside since the item was typed is sold as anything else is.
  const isLive = state !== null && state.archivedAt === null;
  const taxClassId = isLive ? state.id : defaultTaxClass.get(ctx.db, {})?.id;
  return {
    product: null,
    name: line.name,
    sku: null,
    unit: 'piece',
    quantity: line.quantity,
    listPrice: line.unitPrice,
    unitPrice: line.unitPrice,
    unitCost: null,
    discount: line.discount,
    taxes: taxClassId === undefined ? [] : taxes(taxClassId),
    note: line.note,
  };
}

function requireMayOverride(ctx: CommandContext, name: string): void {
  const { actor } = ctx;
  if (actor.kind === 'staff' && !actor.rights.has('override-price')) {
    throw new AppError('price-override-not-allowed', { name });
  }
}

/** Every line whose price is no longer what the cashier saw, all in one refusal. */
function requireSamePrices(lines: readonly SoldLine[], input: Pick<PlaceOrderInput, 'lines'>): void {
  const changed = lines.flatMap((line, index) => {
    const seenPrice = input.lines[index]?.unitPrice;
    return seenPrice === line.unitPrice ? [] : [{ index, name: line.name, seenPrice, price: line.unitPrice }];
  });
  if (changed.length > 0) throw new AppError('price-changed', { lines: changed });
}

/**
 * Prices the lines and holds the result against what the cashier saw and may give away.
 * @throws AppError `price-changed`, `discount-above-limit`, `invalid-input`.
 */
export function pricedLines(
  ctx: CommandContext,
  lines: readonly SoldLine[],
  input: PlaceOrderInput,
): PricedOrder {
  const priced = priceWithinReason(ctx, lines, input);
  requireAllowedDiscounts(ctx, priced);
  if (priced.total !== input.expectedTotal) {
    throw new AppError('price-changed', {
      expectedTotal: input.expectedTotal,
      total: priced.total,
      lines: [],
    });
  }
  return priced;
}

/** @throws AppError `invalid-input` where the amounts are beyond what any shop sells. */
function priceWithinReason(
  { shop }: CommandContext,
  lines: readonly SoldLine[],
  { orderDiscount }: PlaceOrderInput,
): PricedOrder {
  const pricesIncludeTax = shop.pricesIncludeTax === 1;
  try {
    const priced = priceOrder({ lines, orderDiscount, pricesIncludeTax, taxRounding: shop.taxRounding });
    if (priced.subtotal <= mostMoney && priced.total <= mostMoney) return priced;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new AppError('invalid-input', { field: 'lines', reason: 'too large' });
}

/** Of no line more is taken off than the person may, the order's discount included. */
function requireAllowedDiscounts({ actor }: CommandContext, priced: PricedOrder): void {
  if (actor.kind !== 'staff' || actor.rights.has('discount-any')) return;
  const ceiling = actor.rights.has('discount') ? actor.discountCeiling : 0;
  const ofOrder = orderDiscountShare(priced);
  if (ofOrder > ceiling || priced.lines.some((line) => lineDiscountShare(line, ofOrder) > ceiling)) {
    throw new AppError('discount-above-limit', { ceiling });
  }
}
