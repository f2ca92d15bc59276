import { statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { hasOwnSchema } from './checks/open-checked.ts';
import { type Migration, requireOurs, ShopFileError, type ShopFileProblem } from './migrate.ts';
import { setPragmas } from './pragmas.ts';

/** Why a file that somebody chose is not opened as the shop. */
export type InspectProblem = Exclude<ShopFileProblem, 'unreadable' | 'no-room'> | 'no-shop' | 'altered';

export type InspectedShop = {
  readonly name: string;
  readonly orders: number;
  /** Milliseconds UTC; null for a shop without an order. */
  readonly lastOrderAt: number | null;
  /** The first entry of its audit log as it is kept: who has the right key can tell that it is theirs. */
  readonly firstEntry: Readonly<Record<string, unknown>> | null;
};

export type Inspected =
  | { readonly ok: true; readonly shop: InspectedShop }
  | { readonly ok: false; readonly problem: InspectProblem };

/**
 * Looks into a file that somebody chose, changing nothing in it: whether it is a whole shop file of a version that is
 * known, with exactly the tables and triggers that Orderlla makes, and which shop it is.
 */
export function inspectShopFile(path: string, migrations: readonly Migration[]): Inspected {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return { ok: false, problem: 'missing' };
  if (found.size === 0) return { ok: false, problem: 'foreign' };
  let database: BetterSqlite3.Database | null = null;
  try {
    database = new BetterSqlite3(path, { fileMustExist: true, timeout: 2000 });
    setPragmas(database, { query_only: 1, trusted_schema: 0, cell_size_check: 1, mmap_size: 0 });
    const version = requireOurs(database, migrations);
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      return { ok: false, problem: 'damaged' };
    if (!hasOwnSchema(database, migrations.slice(0, version))) return { ok: false, problem: 'altered' };
    const shop = shopIn(database);
    return shop === null ? { ok: false, problem: 'no-shop' } : { ok: true, shop };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  } finally {
    database?.close();
  }
}

function shopIn(database: BetterSqlite3.Database): InspectedShop | null {
  const name = database.prepare('SELECT name FROM shop').pluck().get();
  if (typeof name !== 'string') return null;
  const [orders, lastOrderAt] = database
    .prepare('SELECT count(*), max(placedAt) FROM orders')
    .raw()
    .get() as [number, number | null];
  const first = database.prepare('SELECT * FROM auditEntries ORDER BY id LIMIT 1').get();
  return { name, orders, lastOrderAt, firstEntry: (first as Record<string, unknown> | undefined) ?? null };
}

function problemOf(error: unknown): InspectProblem {
  if (error instanceof ShopFileError) {
    return error.problem === 'unreadable' || error.problem === 'no-room' ? 'damaged' : error.problem;
  }
  const code = error instanceof BetterSqlite3.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB') return 'foreign';
  if (code.startsWith('SQLITE_BUSY')) return 'locked';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  if (code.startsWith('SQLITE_CANTOPEN')) return 'missing';
  return 'damaged';
}
