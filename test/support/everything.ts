import { sql } from 'kysely';
import type { TestApp } from './create-test-app.ts';

/** What changes with every call, or tells of the import itself. */
const aside =
  /^(?:audit\w+|requests|digest\w*|history\w+|importMappings|sqlite_\w+|\w+Search_\w+|\w+Search|sessions|rollups)$/;

/** Every row of every table as text, and what the search indices find. */
export function everything({ file: { read } }: TestApp): string[] {
  const tables = read.all(
    sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`,
  );
  const rows = tables
    .filter(({ name }) => !aside.test(name))
    .flatMap(({ name }) =>
      read.all(sql`SELECT * FROM ${sql.table(name)}`).map((row) => `${name} ${JSON.stringify(row)}`),
    );
  const words = ['productSearch', 'customerSearch'].map((name) => {
    const found = read.all(
      sql`SELECT rowid FROM ${sql.table(name)} WHERE ${sql.table(name)} MATCH 'a* OR b* OR s* OR t* OR 1*'`,
    );
    return `${name} ${JSON.stringify(found)}`;
  });
  return [...rows, ...words];
}
