import { statSync } from 'node:fs';
import { join } from 'node:path';

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

/** The medians of several works, done in turn: what disturbs one disturbs the others. */
export async function inTurn<const T extends readonly (() => unknown)[]>(
  rounds: number,
  works: T,
): Promise<{ readonly [K in keyof T]: number }> {
  const times = works.map((): number[] => []);
  // Once unmeasured: what is read for the first time comes from the disk.
  for (const work of works) await work();
  for (let round = 0; round < rounds; round += 1)
    for (const [index, work] of works.entries()) times[index]?.push(await timed(work));
  return times.map(median) as { readonly [K in keyof T]: number };
}

/** A page of the file with what the log of writes says about it. */
const loggedPage = 4096 + 24;

/** How many pages the log of writes of a folder's shop holds. */
export function loggedPages(folder: string): number {
  const log = statSync(join(folder, 'shop.db-wal'), { throwIfNoEntry: false });
  return (log?.size ?? 0) / loggedPage;
}
