import { closeSync, openSync, readSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { applicationId, type Migration } from '../migrate.ts';
import { hasOwnSchema } from './open-checked.ts';

/** Where the header says what it is; big-endian. */
const header = { length: 100, version: 60, application: 68 } as const;

/**
 * What stands in the header of every shop file, by its place: shares of a page, the form of the schema, no pages that
 * move by themselves, texts in UTF-8. SQLite opens a file in which some of it is another thing, and writes it wrongly or
 * not at all.
 */
const always: readonly (readonly [at: number, value: number])[] = [
  [20, 0x00_40_20_20],
  [44, 4],
  [52, 0],
  [56, 1],
  [64, 0],
];
/** Written as before, or with a log of writes. */
const formats = [1, 2];

/**
 * Whether a file's header is not what all else in it says: it is that of no shop file, or of another version, while
 * tables and seals are of the newest. A file of another version agrees with itself, so this one is damaged.
 */
export function hasFalseHeader(path: string, migrations: readonly Migration[]): boolean {
  const bytes = readHeader(path);
  if (bytes === null) return false;
  const isOurs = bytes.readUInt32BE(header.application) === applicationId;
  // A log of writes has a header of its own, which counts.
  if (isOurs && !hasLog(path) && !isFormOurs(bytes)) return true;
  const isNumbered = isOurs && bytes.readUInt32BE(header.version) === migrations.length;
  return !isNumbered && isMisnumbered(path, migrations);
}

function isFormOurs(bytes: Buffer): boolean {
  const said = [bytes.readUInt8(18), bytes.readUInt8(19)];
  return (
    said.every((one) => formats.includes(one)) &&
    always.every(([at, value]) => bytes.readUInt32BE(at) === value)
  );
}

function isMisnumbered(path: string, migrations: readonly Migration[]): boolean {
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

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Null where there is no such file, or it is shorter. */
function readHeader(path: string): Buffer | null {
  const bytes = Buffer.alloc(header.length);
  try {
    const opened = openSync(path, 'r');
    try {
      return readSync(opened, bytes, 0, header.length, 0) < header.length ? null : bytes;
    } finally {
      closeSync(opened);
    }
  } catch {
    return null;
  }
}
