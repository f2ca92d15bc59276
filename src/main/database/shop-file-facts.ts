import type BetterSqlite3 from 'better-sqlite3';

/** What tells one state of a shop file from another, and a whole copy from a short one. */
export type ShopFileFacts = {
  readonly applicationId: number;
  /** The number of its schema. */
  readonly version: number;
  /** Rows of each table of its own. */
  readonly rows: Readonly<Record<string, number>>;
  /** The hash of the last entry of the audit log, which covers all before it. */
  readonly lastHash: string | null;
};

/** Counts a shop file through. Takes as long as reading it once. */
export function shopFileFacts(database: BetterSqlite3.Database): ShopFileFacts {
  const rows = rowCounts(database);
  const lastHash =
    'auditEntries' in rows
      ? database.prepare('SELECT hash FROM auditEntries ORDER BY id DESC LIMIT 1').pluck().get()
      : null;
  return {
    applicationId: database.pragma('application_id', { simple: true }) as number,
    version: database.pragma('user_version', { simple: true }) as number,
    rows,
    lastHash: typeof lastHash === 'string' ? lastHash : null,
  };
}

/** Rows of each table of its own. */
export function rowCounts(database: BetterSqlite3.Database): Readonly<Record<string, number>> {
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const count = (table: string) =>
    database
      .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number;
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

/** Whether every page, index and reference of a file is as it should be. */
export function isWhole(database: BetterSqlite3.Database): boolean {
  const found = database.pragma('integrity_check(1)', { simple: true });
  return found === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0;
}
