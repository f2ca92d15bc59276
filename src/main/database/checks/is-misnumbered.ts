import BetterSqlite3 from 'better-sqlite3';
import { applicationId, type Migration } from '../migrate.ts';
import { hasOwnSchema } from './open-checked.ts';

/**
 * Whether a file's header says that it is of another version, or no shop file at all, while all else in it is of the
 * newest: its tables, and the number that its seals were made for. A file of another version agrees with itself, so this
 * one is damaged.
 */
export function isMisnumbered(path: string, migrations: readonly Migration[]): boolean {
  let database: BetterSqlite3.Database | undefined;
  try {
    database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
    database.pragma('trusted_schema = 0');
    const isNumbered =
      database.pragma('user_version', { simple: true }) === migrations.length &&
      database.pragma('application_id', { simple: true }) === applicationId;
    if (isNumbered || !hasOwnSchema(database, migrations)) return false;
    const sealedFor = database.prepare("SELECT columns FROM digests WHERE kind = 'schema'").pluck().get();
    return sealedFor === String(migrations.length);
  } catch {
    // Whoever opens it in earnest says why it cannot be read.
    return false;
  } finally {
    database?.close();
  }
}
