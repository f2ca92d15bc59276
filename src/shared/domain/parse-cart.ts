import { isCalendarDate } from './calendar.ts';
import { type Cart, type CartDelivery, type CartLine, isPriceable, mostCartLines } from './cart.ts';
import type { Discount } from './discount.ts';
import type { Money } from './money.ts';
import { orderKinds } from './order-status.ts';
import type { Quantity } from './quantity.ts';
import type { Rate } from './rate.ts';
import type { Tax } from './tax.ts';
import { units } from './unit.ts';

/** What was journalled is not a cart of this version. */
class NotACart extends Error {}

/**
 * Reads a journalled cart, null for anything that is not wholly one. Unknown fields are dropped, so that
 * a cart written by a later version does not bring foreign data along.
 */
export function parseCart(value: unknown): Cart | null {
  try {
    return readCart(value);
  } catch (error) {
    if (error instanceof NotACart) return null;
    throw error;
  }
}

function readCart(value: unknown): Cart {
  const source = record(value);
  const lines = list(source.lines, mostCartLines).map(readLine);
  if (new Set(lines.map((line) => line.id)).size !== lines.length || !isPriceable(lines))
    throw new NotACart();
  const active = nullable(source.activeLineId, text);
  return {
    lines,
    activeLineId: lines.some((line) => line.id === active) ? active : (lines.at(-1)?.id ?? null),
    orderDiscount: nullable(source.orderDiscount, readDiscount),
    customerId: nullable(source.customerId, id),
    note: text(source.note),
    kind: oneOf(source.kind, orderKinds),
    delivery: nullable(source.delivery, readDelivery),
  };
}

function readLine(value: unknown): CartLine {
  const source = record(value);
  const quantity = whole(source.quantity) as Quantity;
  if (quantity === 0) throw new NotACart();
  return {
    id: text(source.id),
    productId: nullable(source.productId, id),
    name: text(source.name),
    sku: nullable(source.sku, text),
    unit: oneOf(source.unit, units),
    quantity,
    unitPrice: notNegative(source.unitPrice) as Money,
    priceOverridden: flag(source.priceOverridden),
    taxes: list(source.taxes, 8).map(readTax),
    taxClassId: nullable(source.taxClassId, id),
    pictureId: nullable(source.pictureId, id),
    discount: nullable(source.discount, readDiscount),
    note: text(source.note),
  };
}

function readTax(value: unknown): Tax {
  const source = record(value);
  return { name: text(source.name), rate: share(source.rate) };
}

function readDiscount(value: unknown): Discount {
  const source = record(value);
  if (source.kind === 'amount') return { kind: 'amount', amount: notNegative(source.amount) as Money };
  if (source.kind === 'percent') return { kind: 'percent', rate: share(source.rate) };
  throw new NotACart();
}

function readDelivery(value: unknown): CartDelivery {
  const source = record(value);
  const date = whole(source.date);
  if (!isCalendarDate(date)) throw new NotACart();
  return { name: text(source.name), phone: text(source.phone), address: text(source.address), date };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotACart();
  return value as Record<string, unknown>;
}

function list(value: unknown, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new NotACart();
  // Spread, a hole is an undefined that its reader refuses; `map` would step over it.
  return [...value];
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value.length > 2000) throw new NotACart();
  return value;
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new NotACart();
  return value;
}

function whole(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw new NotACart();
  return Number(value);
}

function notNegative(value: unknown): number {
  const n = whole(value);
  if (n < 0) throw new NotACart();
  return n;
}

function id(value: unknown): number {
  const n = whole(value);
  if (n < 1) throw new NotACart();
  return n;
}

function share(value: unknown): Rate {
  const n = notNegative(value);
  if (n > 1_000_000) throw new NotACart();
  return n as Rate;
}

function nullable<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

function oneOf<T extends string>(value: unknown, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw new NotACart();
  return found;
}
