/** Chance that is the same on every machine for the same seed: for sample data only, never for secrets. */
export type SeededRandom = {
  /** From 0 up to, never reaching, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly whole: (from: number, to: number) => number;
  /** True in `share` of the cases (0 to 1). */
  readonly chance: (share: number) => boolean;
  /** The place of one of the weights, each as likely as it is heavy. The weights may not all be 0. */
  readonly weighted: (weights: readonly number[]) => number;
};

/** The generator mulberry32 of Tommy Ettinger (public domain): 32 bits of state, one pass per number. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const weighted = (weights: readonly number[]): number => {
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [place, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return place;
    }
    return weights.length - 1;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    weighted,
  };
}
