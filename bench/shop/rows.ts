import type BetterSqlite3 from 'better-sqlite3';

export type Value = string | number | null;

/** Writes rows of a table, each as its values in the order of the columns named. */
export type Insert = (...values: Value[]) => number;

export function inserter(database: BetterSqlite3.Database, table: string, columns: string): Insert {
  const slots = columns.split(',').map(() => '?');
  const statement = database.prepare(`INSERT INTO ${table} (${columns}) VALUES (${slots.join(', ')})`);
  return (...values) => Number(statement.run(...values).lastInsertRowid);
}

/** A trigger as the file has it. */
type Trigger = { readonly name: string; readonly sql: string };

/**
 * Runs `fill` while the file's triggers are away, and puts them back letter by letter: what they would have kept up row
 * by row, the maker of the shop writes at its end.
 */
export function withoutTriggers(database: BetterSqlite3.Database, fill: () => void): void {
  const triggers = database
    .prepare<[], Trigger>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  fill();
  for (const { sql } of triggers) database.exec(sql);
}
