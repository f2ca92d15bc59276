import type BetterSqlite3 from 'better-sqlite3';

/**
 * Takes the triggers of a new file away while rows are put in as they stood: they would write again what is put in.
 * Answers what makes them again. In the open transaction.
 */
export function putTriggersAway(database: BetterSqlite3.Database): () => void {
  const triggers = database
    .prepare<[], [string, string]>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .raw()
    .all();
  for (const [name] of triggers) database.exec(`DROP TRIGGER "${name}"`);
  return () => {
    for (const [, sql] of triggers) database.exec(sql);
  };
}
