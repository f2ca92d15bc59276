import type BetterSqlite3 from 'better-sqlite3';
import { fillFromBackup } from './salvage-backup.ts';
import { dropDangling, referencesOf } from './salvage-dangling.ts';
import { reckonAnew } from './salvage-derived.ts';
import type { IndexEntries } from './salvage-entries.ts';
import { rebuildLines } from './salvage-lines.ts';
import { rebuildOrders } from './salvage-orders.ts';
import { rebuildParts } from './salvage-parts.ts';
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
  /** A verified backup is attached as `backup`. */
  readonly hasBackup: boolean;
};

export type Mended = {
  /** Rows that went because what they belong to is lost, by table. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Rows that were put together again, by table. */
  readonly rebuilt: ReadonlyMap<string, number>;
  /** Rows that were taken from the backup, by table. */
  readonly fromBackup: ReadonlyMap<string, number>;
  readonly standIns: number;
};

const none: ReadonlyMap<string, number> = new Map();

/** Makes a shop of the rows that were read: nothing in it leads nowhere, and what follows from other rows follows again. */
export function mendShop(
  database: BetterSqlite3.Database,
  { names, entries, whole, words, isNewest, hasBackup }: Mending,
): Mended {
  const lost = new Set(names.filter((name) => !whole.has(name)));
  const isLost = (table: string): boolean => isNewest && lost.has(table);
  const attempt = attempts(database);
  const fromBackup =
    hasBackup && isNewest && lost.size > 0
      ? attempt(none, () => fillFromBackup(database, { lost, entries }))
      : none;
  const rebuilt = new Map<string, number>();
  if (isLost('returns'))
    rebuilt.set(
      'returns',
      attempt(0, () => rebuildReturns(database, { entries, words })),
    );
  if (isLost('orders'))
    rebuilt.set(
      'orders',
      attempt(0, () => rebuildOrders({ database, entries, words })),
    );
  if (isLost('orderLines'))
    rebuilt.set(
      'orderLines',
      attempt(0, () => rebuildLines(database)),
    );
  const parts = attempt(none, () => rebuildParts(database, isLost));
  for (const [table, count] of parts) rebuilt.set(table, count);
  const references = referencesOf(database, names);
  const standIns = attempt(0, () => makeStandIns(database, references, { entries, words }));
  const dropped = dropDangling(database, references);
  for (const [name, count] of dropped) if (count > 0) lost.add(name);
  if (isNewest && (lost.size > 0 || standIns > 0)) {
    const changed = standIns > 0 ? new Set([...lost, 'products', 'customers']) : lost;
    attempt(undefined, () => reckonAnew(database, { changed, words }));
  }
  return { dropped, rebuilt, fromBackup, standIns };
}

/** Does a step, or nothing of it where damaged values cannot be reckoned with: the rest of the shop is saved all the same. */
function attempts(database: BetterSqlite3.Database) {
  return <T>(otherwise: T, step: () => T): T => {
    database.exec('SAVEPOINT attempt');
    try {
      const done = step();
      database.exec('RELEASE attempt');
      return done;
    } catch (error) {
      const { code } = error as { code?: unknown };
      const isOfValues =
        error instanceof RangeError ||
        code === 'SQLITE_ERROR' ||
        String(code).startsWith('SQLITE_CONSTRAINT');
      if (!isOfValues) throw error;
      database.exec('ROLLBACK TO attempt; RELEASE attempt');
      return otherwise;
    }
  };
}
