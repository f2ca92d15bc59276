/** One figure of the benchmark, beside what bounds it. */
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

/** Milliseconds that a piece of work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The value at a share of the sorted list: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Whether a figure keeps its budget; null where it has none. */
export function isKept({ value, limit, budget, goal }: Measured): boolean | null {
  if (goal !== undefined) return value <= goal;
  if (limit !== undefined && budget !== undefined) return value <= limit * budget;
  return null;
}

/** A line of the report. */
export function reportLine(measured: Measured): string {
  const { name, value, unit, limit, limitName, budget, goal } = measured;
  const kept = isKept(measured);
  const verdict = kept === null ? '      ' : kept ? 'pass  ' : 'MISS  ';
  const number = (amount: number): string => String(Number(amount.toPrecision(3)));
  const ratio =
    limit === undefined
      ? ''
      : `  = ${number(value / limit)} × ${limitName} (${number(limit)} ${unit})${budget ? `, budget ${budget} ×` : ''}`;
  const most = goal === undefined ? '' : `  goal ≤ ${goal} ${unit}`;
  return `${verdict}${name}: ${number(value)} ${unit}${ratio}${most}`;
}
