import type { Line } from './line.ts';

/** A figure of one size, beside what bounds it. */
export type Measured = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same work costs without us, in the same run. */
  readonly limit?: number;
  readonly limitName?: string;
  /** How many times its limit the value may be. */
  readonly budget?: number;
  /** What the value may be at most, where it is exact whatever the load. */
  readonly goal?: number;
};

/** As a line of the table, under its number. */
export function lineOf(no: string, { name, value, unit, limit, limitName, budget, goal }: Measured): Line {
  const of = limitName ?? 'its limit';
  return {
    ...{ no, what: name, unit, values: [value] },
    ...(limit === undefined ? {} : { limit: { of, value: limit } }),
    budgets: [
      ...(goal === undefined
        ? []
        : [{ text: `≤ ${goal} ${unit}`, isKept: value <= goal, isExact: true as const }]),
      ...(limit === undefined || budget === undefined
        ? []
        : [{ text: `≤ ${budget} × ${of}`, isKept: value <= budget * limit }]),
    ],
  };
}

/** One frame of a screen at 60 Hz, milliseconds. */
export const frame = 16.7;

/** A time is held against frames: of any screen, or of this window at rest. */
export function inFrames(budget: number, limit = frame) {
  return { unit: 'ms', limit, limitName: 'a frame', budget } as const;
}
