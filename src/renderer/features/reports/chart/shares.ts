import { roundShares } from '../../../../shared/domain/allocate.ts';
import { money } from '../../../../shared/domain/money.ts';

/** Parts per million in a tenth of a percent. */
const tenth = 1000;

/**
 * Amounts as shares of their sum in ppm, each a whole tenth of a percent and together exactly 100.0 %: what is cut off
 * goes to those that lost most. Null where there is no whole to be a share of.
 */
export function sharesOf(amounts: readonly number[]): readonly number[] | null {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (whole <= 0) return null;
  return roundShares(amounts, 1000, whole, money(1000)).map((share) => share * tenth);
}
