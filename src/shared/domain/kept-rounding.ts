import { type Money, money, zeroMoney } from './money.ts';

/**
 * The cash rounding that stays with an order whose goods now come to `goods`: what was paid stays paid, but it never
 * makes an order cost less than nothing, and nothing is rounded where nothing is left to pay for.
 */
export function keptRounding(rounding: Money, goods: Money): Money {
  return goods <= 0 ? zeroMoney : money(Math.max(rounding, -goods));
}
