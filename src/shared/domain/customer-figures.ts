import { type Money, money } from './money.ts';
import { divideRounded } from './round.ts';

/**
 * What an order of a customer comes to on average: everything spent over the orders that were not cancelled, rounded
 * once. Null without such an order. Goods brought back lower it, a cancelled order is in neither part of it.
 */
export function averageOrder(spent: Money, orders: number): Money | null {
  return orders === 0 ? null : money(divideRounded(spent, orders));
}
