import { type Money, money } from './money.ts';

/**
 * Divides an amount over weights by largest remainder: whole minor units, their sum exactly `total`.
 *
 * Each share is the exact one cut down, and the units left over go one each to the shares that lost most;
 * of equals the earlier one. A negative total gives the negated shares of the positive one. Weights are
 * safe integers of one sign or zero; when all are zero the total is divided evenly. Throws RangeError
 * without weights (unless there is nothing to divide) and for weights of both signs.
 */
export function allocate(total: Money, weights: readonly number[]): readonly Money[] {
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  for (const weight of weights) {
    sum += weight;
    if (weight < lowest) lowest = weight;
    if (weight > highest) highest = weight;
  }
  if (lowest < 0 && highest > 0) throw new RangeError('weights of both signs');
  if (!Number.isSafeInteger(sum)) throw new RangeError('weights must be safe integers');
  if (sum === 0)
    return roundShares(
      weights.map(() => 1),
      total,
      weights.length,
      total,
    );
  return roundShares(weights, total, sum, total);
}

/**
 * The whole numbers nearest to values × factor ÷ divisor that add up to `total`.
 *
 * The exact shares are floored, and what is missing goes to the largest remainders, one unit each. `total`
 * is expected within half a unit a share of the exact sum. Values may have both signs: this is how a tax
 * that was rounded on a whole order comes back to its lines. Zero values get zero. A negative total is
 * turned round first, so that mirrored input gives mirrored shares.
 */
export function roundShares(
  values: readonly number[],
  factor: number,
  divisor: number,
  total: Money,
): readonly Money[] {
  if (values.length === 0) {
    if (total !== 0) throw new RangeError(`nothing to divide ${total} over`);
    return [];
  }
  const sign = total < 0 ? -1 : 1;
  const { floors, remainders } = floorShares(values, factor * sign * Math.sign(divisor), Math.abs(divisor));
  let left = total * sign;
  for (const floor of floors) left -= floor;
  if (left !== 0) spread(left, values, floors, remainders);
  return floors.map((share) => money(share * sign));
}

function floorShares(values: readonly number[], factor: number, divisor: number) {
  const floors: number[] = [];
  const remainders: number[] = [];
  for (const value of values) {
    const product = value * factor;
    let remainder: number;
    if (Number.isSafeInteger(product)) {
      remainder = product % divisor;
      if (remainder < 0) remainder += divisor;
      floors.push((product - remainder) / divisor);
    } else {
      const big = BigInt(value) * BigInt(factor);
      const by = BigInt(divisor);
      const rest = ((big % by) + by) % by;
      remainder = Number(rest);
      floors.push(Number((big - rest) / by));
    }
    remainders.push(remainder);
  }
  return { floors, remainders };
}

/** Gives out `left` units, to the largest remainders first (or takes them back, from the smallest). */
function spread(
  left: number,
  values: readonly number[],
  shares: number[],
  remainders: readonly number[],
): void {
  const step = left > 0 ? 1 : -1;
  const order: number[] = [];
  for (let index = 0; index < values.length; index += 1) if (values[index] !== 0) order.push(index);
  order.sort((a, b) => ((remainders[b] ?? 0) - (remainders[a] ?? 0)) * step || a - b);
  if (order.length === 0) throw new RangeError(`no share to give ${left} to`);
  for (let given = 0; given < Math.abs(left); given += 1) {
    const index = order[given % order.length] ?? 0;
    shares[index] = (shares[index] ?? 0) + step;
  }
}
