import { localParts } from './calendar.ts';

/** How many hours, days and months back a backup of each is kept. */
export const keptBackups = { hour: 24, day: 30, month: 12 } as const;

export type KeptAs = keyof typeof keptBackups;

/** A backup as the rotation sees it. `at` in milliseconds UTC. */
export type DatedBackup = { readonly name: string; readonly at: number; readonly isVerified: boolean };

const hour = 3_600_000;

const spans: Readonly<Record<KeptAs, (at: number) => number>> = {
  hour: (at) => Math.floor(at / hour),
  day: (at) => Math.floor(at / (24 * hour)),
  month: (at) => Math.floor(localParts(at, 'UTC').date / 100),
};

/**
 * For what each backup is kept: the newest of each of the last 24 hours, 30 days and 12 months (UTC) of which there is
 * one; one backup may stand for several. What stands for nothing is not in the answer and may go. The newest that
 * verified always stays. One that did not verify stands for nothing once a later one did; those after it are kept in
 * the same numbers beside the verified ones: they alone hold what was sold since.
 */
export function keptAs(backups: readonly DatedBackup[]): ReadonlyMap<string, readonly KeptAs[]> {
  const verified = backups.filter(({ isVerified }) => isVerified);
  const newest = verified.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  const since = backups.filter(({ isVerified, at }) => !isVerified && at > newest);
  return new Map([...newestOfSpans(verified), ...newestOfSpans(since)]);
}

function newestOfSpans(backups: readonly DatedBackup[]): ReadonlyMap<string, readonly KeptAs[]> {
  const counted = backups.toSorted((one, other) => other.at - one.at || (other.name < one.name ? -1 : 1));
  const kept = new Map<string, KeptAs[]>();
  for (const kind of ['hour', 'day', 'month'] as const) {
    const seen = new Set<number>();
    for (const { name, at } of counted) {
      const span = spans[kind](at);
      if (seen.has(span)) continue;
      if (seen.size === keptBackups[kind]) break;
      seen.add(span);
      kept.set(name, [...(kept.get(name) ?? []), kind]);
    }
  }
  return kept;
}
