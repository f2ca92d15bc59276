import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate, readMigrations } from '../src/main/database/migrate.ts';
import { projectRoot } from './source-files.ts';

/** The schema that the migrations lead to, as SQL: tables first, then what hangs on them, in order of name. */
export function schemaDump(migrationFolder: string): string {
  const database = new Database(':memory:');
  try {
    migrate(database, readMigrations(migrationFolder));
    const rows = database
      .prepare(
        `SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
           AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
         ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, tbl_name, name`,
      )
      .pluck()
      .all() as string[];
    const version = database.pragma('user_version', { simple: true });
    const head = `-- Schema ${version}: what migrations/ lead to. Written by: node tools/schema.ts --write`;
    return `${[head, ...rows.map((sql) => `${sql};`)].join('\n\n')}\n`;
  } finally {
    database.close();
  }
}

/** `node tools/schema.ts [--write]`: compares docs/schema.sql with the migrated database, or writes it. */
function main(): void {
  const file = join(projectRoot, 'docs/schema.sql');
  const dump = schemaDump(join(projectRoot, 'migrations'));
  if (process.argv.includes('--write')) {
    writeFileSync(file, dump);
    return;
  }
  const written = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  if (written === dump) return;
  process.stdout.write(
    'docs/schema.sql is not what the migrations lead to. Run: node tools/schema.ts --write\n',
  );
  process.exitCode = 1;
}

if (import.meta.main) main();
