import { seededRandom } from '../../test/crash/seeded-random.ts';

/** Chance that is the same for the same seed. */
export type Chance = {
  /** From 0 up to, never reaching, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** True in `share` of the cases. */
  readonly happens: (share: number) => boolean;
};

export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed);
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
  };
}

/**
 * Draws from 1 to `count` so that the n-th is drawn as often as n to the power of -`exponent` (Zipf): few products make
 * most of the sales.
 */
export function zipf(count: number, exponent: number): (chance: Chance) => number {
  const reach = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    sum += (at + 1) ** -exponent;
    reach[at] = sum;
  }
  return ({ next }) => 1 + firstBeyond(reach, next() * sum);
}

/** The place of a weight, each as likely as it is heavy. */
export function weighted(weights: readonly number[]): (chance: Chance) => number {
  const reach = new Float64Array(weights.length);
  let sum = 0;
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    reach[at] = sum;
  }
  return ({ next }) => firstBeyond(reach, next() * sum);
}

/** The first place whose value is above `wanted`; the values rise. */
function firstBeyond(values: Float64Array, wanted: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
