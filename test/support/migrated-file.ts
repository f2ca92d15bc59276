import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type Migration, migrate } from '../../src/main/database/migrate.ts';
import { setPragmas, writerPragmas } from '../../src/main/database/pragmas.ts';

/**
 * Puts an empty shop file of the newest schema at `path`. It is migrated once a machine and schema, then copied:
 * thousands of tests begin with one, and the migrations were three quarters of what that cost.
 */
export function putMigratedFile(path: string, migrations: readonly Migration[]): void {
  const schema = createHash('sha256');
  for (const { name, sql } of migrations) schema.update(`${name}\n${sql}\n`);
  const kept = join(tmpdir(), `orderlla-empty-${schema.digest('hex').slice(0, 16)}.db`);
  if (!existsSync(kept) || statSync(kept).size === 0) {
    const own = `${kept}.${process.pid}.${performance.now()}`;
    const made = new BetterSqlite3(own);
    setPragmas(made, writerPragmas);
    migrate(made, migrations);
    made.close();
    // Several test files may make it at once: whichever is last, it is whole.
    renameSync(own, kept);
  }
  copyFileSync(kept, path);
  const copy = new BetterSqlite3(path);
  try {
    // Each shop file has an id of its own.
    copy.exec('UPDATE shopFile SET fileId = lower(hex(randomblob(16)))');
  } finally {
    copy.close();
  }
}
