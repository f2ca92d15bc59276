import type { Direction } from '../../shared/text/text.ts';

/** Steps of colour from little to much. */
export const heatStepCount = 7;

export type HeatSteps = {
  /** Step 1 to 7 of a figure; 0 for none. */
  readonly stepOf: (value: number | null) => number;
  /** The least figure that has the deepest colour's whole depth. */
  readonly top: number;
  /** One figure stands so far above all others that it does not set the scale. */
  readonly isCapped: boolean;
};

/**
 * Equal steps from nothing to the largest figure; where that is more than three times what nineteen of twenty figures
 * reach, to theirs, so that one rush does not paint the rest of the week pale.
 */
export function heatSteps(values: readonly (number | null)[]): HeatSteps {
  const some = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => a - b);
  const most = some.at(-1) ?? 0;
  const usual = some[Math.max(0, Math.ceil(some.length * 0.95) - 1)] ?? 0;
  const isCapped = most > usual * 3;
  const top = isCapped ? usual : most;
  const stepOf = (value: number | null): number => {
    if (value === null || value <= 0 || top === 0) return 0;
    return Math.min(heatStepCount, Math.ceil((value / top) * heatStepCount));
  };
  return { stepOf, top, isCapped };
}

export type GridPlace = readonly [row: number, column: number];

/** Where a key leads in a grid, which it never leaves: arrows, Home and End in a row, with Ctrl to the corners. */
export function walkGrid(
  key: string,
  [row, column]: GridPlace,
  [rows, columns]: readonly [number, number],
  direction: Direction,
  toCorner: boolean,
): GridPlace | null {
  const onwards = direction === 'rtl' ? -1 : 1;
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowRight: [row, column + onwards],
    ArrowLeft: [row, column - onwards],
    ArrowDown: [row + 1, column],
    ArrowUp: [row - 1, column],
    Home: [toCorner ? 0 : row, 0],
    End: [toCorner ? rows - 1 : row, columns - 1],
  };
  const to = moves[key];
  if (!to || rows === 0 || columns === 0) return null;
  const kept = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
  return [kept(to[0], rows), kept(to[1], columns)];
}
