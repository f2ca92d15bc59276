import type BetterSqlite3 from 'better-sqlite3';

/** Settings of the connection that writes. `docs/reliability.md` gives the reason for each. */
export const writerPragmas = {
  journal_mode: 'wal',
  // Explicit, and after journal_mode: the driver is built so that WAL alone means NORMAL, which loses paid
  // orders on a power cut.
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  locking_mode: 'normal',
  wal_autocheckpoint: 1000,
  journal_size_limit: 67_108_864,
  cache_size: -65_536,
  temp_store: 2,
  analysis_limit: 400,
  // What was deleted is overwritten with zeroes: whoever was erased is not read out of the file's free pages.
  secure_delete: 1,
} as const;

/** Settings of a connection that only reads. */
export const readerPragmas = {
  query_only: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  cache_size: -32_768,
  temp_store: 2,
} as const;

/** Sets each and reads each back *after* a first statement: before it, `synchronous` can lie. */
export function setPragmas(
  database: BetterSqlite3.Database,
  pragmas: Readonly<Record<string, string | number>>,
): void {
  for (const [name, value] of Object.entries(pragmas)) database.pragma(`${name} = ${value}`);
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
  for (const [name, value] of Object.entries(pragmas)) {
    const actual = database.pragma(name, { simple: true });
    // mmap_size answers nothing where memory mapping is compiled out, which is what we want.
    if (name === 'mmap_size' && actual === undefined) continue;
    if (actual !== value) throw new Error(`The shop file answers ${name} = ${actual}, expected ${value}`);
  }
}
