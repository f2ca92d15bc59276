import type BetterSqlite3 from 'better-sqlite3';
import { dropDangling, referencesOf } from './salvage-dangling.ts';
import { reckonAnew } from './salvage-derived.ts';
import type { IndexEntries } from './salvage-entries.ts';
import { rebuildOrders } from './salvage-orders.ts';
import { rebuildReturns } from './salvage-returns.ts';
import { makeStandIns, type StandInWords } from './salvage-stand-ins.ts';

type Mending = {
  /** The tables of the shop. */
  readonly names: readonly string[];
  readonly entries: IndexEntries;
  /** Tables of which every row was read. */
  readonly whole: ReadonlySet<string>;
  readonly words: StandInWords;
  /** Only what the newest schema is like is known well enough to put rows together again. */
  readonly isNewest: boolean;
};

export type Mended = {
  /** Rows that went because what they belong to is lost, by table. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Rows that were put together again, by table. */
  readonly rebuilt: ReadonlyMap<string, number>;
  readonly standIns: number;
};

/** Makes a shop of the rows that were read: nothing in it leads nowhere, and what follows from other rows follows again. */
export function mendShop(
  database: BetterSqlite3.Database,
  { names, entries, whole, words, isNewest }: Mending,
): Mended {
  const lost = new Set(names.filter((name) => !whole.has(name)));
  const rebuilt = new Map<string, number>();
  if (isNewest && lost.has('returns')) rebuilt.set('returns', rebuildReturns(database, { entries, words }));
  if (isNewest && lost.has('orders')) rebuilt.set('orders', rebuildOrders({ database, entries, words }));
  const references = referencesOf(database, names);
  const standIns = makeStandIns(database, references, { entries, words });
  const dropped = dropDangling(database, references);
  for (const [name, count] of dropped) if (count > 0) lost.add(name);
  if (isNewest && (lost.size > 0 || standIns > 0)) {
    const changed = standIns > 0 ? new Set([...lost, 'products', 'customers']) : lost;
    reckonAnew(database, { changed, words });
  }
  return { dropped, rebuilt, standIns };
}
