import type { Discount } from './discount.ts';
import { type Money, zeroMoney } from './money.ts';
import { type PricedOrder, type PricingLine, priceOrder, type TaxRounding } from './pricing.ts';
import type { Quantity } from './quantity.ts';
import type { Rate } from './rate.ts';
import type { Tax } from './tax.ts';

/** How an order was priced when it was placed: its own discount, and its way with tax. */
export type PlacedPricing = {
  readonly orderDiscount: Money;
  /** Null for a discount that was an amount. */
  readonly orderDiscountRate: Rate | null;
  readonly pricesIncludeTax: boolean;
  readonly taxRounding: TaxRounding;
};

/** A line as it was placed. */
export type PlacedLine = {
  readonly unitPrice: Money;
  readonly discount: Money;
  readonly discountRate: Rate | null;
  readonly taxes: readonly Tax[];
};

/** A discount that was given, to be given again: a percentage anew, an amount as it was. */
export function discountAgain(amount: Money, rate: Rate | null): Discount | null {
  if (rate !== null) return { kind: 'percent', rate };
  return amount === zeroMoney ? null : { kind: 'amount', amount };
}

/** A placed line with another quantity, at the price and with the discount that it had. */
export function keptLine(line: PlacedLine, quantity: Quantity): PricingLine {
  const { unitPrice, taxes } = line;
  return { unitPrice, quantity, taxes, discount: discountAgain(line.discount, line.discountRate) };
}

/**
 * Prices an order again after its lines were changed: the order's discount is taken again as it was given, and tax
 * by the rules that held when it was placed. Cash rounding is no part of it.
 */
export function repriceOrder(order: PlacedPricing, lines: readonly PricingLine[]): PricedOrder {
  const { pricesIncludeTax, taxRounding } = order;
  const orderDiscount = discountAgain(order.orderDiscount, order.orderDiscountRate);
  return priceOrder({ lines, orderDiscount, pricesIncludeTax, taxRounding });
}
