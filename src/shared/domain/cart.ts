import type { CalendarDate } from './calendar.ts';
import type { Discount } from './discount.ts';
import type { Money } from './money.ts';
import type { OrderKind } from './order-status.ts';
import { type PricedOrder, priceOrder, type TaxRounding } from './pricing.ts';
import type { Quantity } from './quantity.ts';
import type { Tax } from './tax.ts';
import type { Unit } from './unit.ts';

/** A line of the till's cart. `productId` is null for a custom item with a name and price of its own. */
export type CartLine = {
  readonly id: string;
  readonly productId: number | null;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: Unit;
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  /** The cashier set this price; it is not the product's. */
  readonly priceOverridden: boolean;
  readonly taxes: readonly Tax[];
  /** The tax class of a custom item; null takes the shop's default (a product has its own). */
  readonly taxClassId: number | null;
  readonly pictureId: number | null;
  readonly discount: Discount | null;
  readonly note: string;
};

/** To whom, where and when an order goes. */
export type CartDelivery = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly date: CalendarDate;
};

/** The till's cart: plain JSON, so that it is journalled as it changes and comes back after a crash. */
export type Cart = {
  readonly lines: readonly CartLine[];
  /** The line that keys act on; null only in an empty cart. */
  readonly activeLineId: string | null;
  readonly orderDiscount: Discount | null;
  readonly customerId: number | null;
  readonly note: string;
  readonly kind: OrderKind;
  readonly delivery: CartDelivery | null;
};

/** What a cart line copies from a product. */
export type ProductFacts = Pick<CartLine, 'name' | 'sku' | 'unitPrice' | 'taxes' | 'pictureId'> & {
  readonly productId: number;
};

/** As many lines as one order takes. */
export const mostCartLines = 500;

export const emptyCart: Cart = {
  lines: [],
  activeLineId: null,
  orderDiscount: null,
  customerId: null,
  note: '',
  kind: 'counter',
  delivery: null,
};

/** Prices the cart as main will price the order. */
export function pricingOf(
  cart: Cart,
  shop: { readonly pricesIncludeTax: boolean; readonly taxRounding: TaxRounding },
): PricedOrder {
  return priceOrder({ lines: cart.lines, orderDiscount: cart.orderDiscount, ...shop });
}

/** The line that keys act on. */
export function activeLine(cart: Cart): CartLine | null {
  return cart.lines.find((line) => line.id === cart.activeLineId) ?? null;
}

/** Beyond it, an amount with eight taxes of 100 % on it would leave the safe integers. */
const mostValue = 900_000_000_000_000;

/** Whether every amount of the cart can be counted exactly. */
export function isPriceable(lines: readonly CartLine[]): boolean {
  let sum = 0;
  for (const line of lines) {
    // A float is near enough here: the limit is a tenth of what is still exact.
    sum += Math.abs(line.unitPrice) * (Math.abs(line.quantity) / 1000) + 1;
  }
  return sum <= mostValue;
}
