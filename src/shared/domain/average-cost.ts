import { type Money, money } from './money.ts';
import type { Quantity } from './quantity.ts';
import { mulDivRounded } from './round.ts';

/** What is there before goods come in, at which cost a unit, and what comes in. */
export type CostBlend = {
  /** Thousandths; what was sold before it came in (below zero) has no say. */
  readonly onHand: Quantity;
  /** Minor units of one unit; null when no cost was known. */
  readonly cost: Money | null;
  /** Thousandths, above zero. */
  readonly received: Quantity;
  readonly unitCost: Money;
};

/**
 * What one unit costs after goods came in: the moving average, rounded once.
 *
 * When nothing was on hand, or no cost was known, it is what the new goods cost. Never outside the two costs.
 * Throws RangeError unless something comes in.
 */
export function averageCost({ onHand, cost, received, unitCost }: CostBlend): Money {
  if (received <= 0) throw new RangeError(`cannot receive ${received}`);
  if (cost === null || onHand <= 0) return unitCost;
  // The lower cost and its share of the difference: the same figure, and no sum of products that leaves the integers.
  const lower = Math.min(cost, unitCost);
  const dearer = cost > unitCost ? onHand : received;
  return money(lower + mulDivRounded(Math.abs(cost - unitCost), dearer, onHand + received));
}
