import { type Money, money, mostMoney, multiplyMoney } from './money.ts';
import type { Quantity } from './quantity.ts';

/** So much of a product, at what one unit costs; null when nobody knows. */
export type ValuedStock = { readonly quantity: Quantity; readonly unitCost: Money | null };

/**
 * What goods are worth at cost, each rounded once; signed as the quantities are. What has no known cost adds nothing.
 *
 * A mistyped count may be worth more than money can say: the sum then stays at the most there is (`mostMoney`).
 */
export function stockValue(goods: readonly ValuedStock[]): Money {
  let sum = 0;
  for (const { quantity, unitCost } of goods) sum = within(sum + worthOf(quantity, unitCost ?? 0));
  return money(sum);
}

function worthOf(quantity: number, unitCost: number): number {
  const isBeyond = unitCost > 0 && Math.abs(quantity) / 1000 > mostMoney / unitCost;
  if (isBeyond) return quantity < 0 ? -mostMoney : mostMoney;
  return multiplyMoney(unitCost as Money, quantity as Quantity);
}

function within(value: number): number {
  return Math.min(Math.max(value, -mostMoney), mostMoney);
}
