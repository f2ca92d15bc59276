import type BetterSqlite3 from 'better-sqlite3';
import type { ReadDigests } from './digest-rows.ts';
import type { RawFinding } from './raw-finding.ts';
import { sealedKinds } from './sealed-kinds.ts';
import { sumText, zeroSum } from './sum.ts';

/** The digest that stands for the schema; its columns are the schema's number. */
export const schemaKind = 'schema';
/** The digest that stands for the orders' seals; it has their columns and nothing else. */
export const ordersKind = 'orders';

/** The number of the schema that the file has. */
export function schemaNumber(database: BetterSqlite3.Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/** Digests that were not written with the key. */
export function forgedDigests({ digests, forged }: ReadDigests): readonly RawFinding[] {
  return forged.map((kind) => ({
    kind: 'seals-changed',
    fingerprint: `${kind} ${digests.get(kind)?.version} ${sumText(digests.get(kind)?.sum ?? zeroSum())}`,
    target: null,
    params: { table: kind },
  }));
}

/**
 * Digests that a file must have and has not. A file of an earlier schema, or one that no version sealed yet, lacks none:
 * its next opening makes them.
 */
export function missingDigests(
  database: BetterSqlite3.Database,
  { digests }: ReadDigests,
): readonly RawFinding[] {
  if (digests.size === 0) return wasSealedOnce(database) ? [digestGone(database, 'all')] : [];
  const schema = digests.get(schemaKind);
  if (schema && Number(schema.columns) < schemaNumber(database)) return [];
  return [...sealedKinds.map(({ kind }) => kind), ordersKind, schemaKind]
    .filter((kind) => !digests.has(kind))
    .map((kind) => digestGone(database, kind));
}

/** Entries with a till were written by a version that seals. */
export function wasSealedOnce(database: BetterSqlite3.Database): boolean {
  const till = database
    .prepare<[], string | null>('SELECT till FROM auditEntries ORDER BY id DESC LIMIT 1')
    .pluck();
  return (till.get() ?? null) !== null;
}

/** The finding of a digest that is not there any more; `all` stands for every one. */
export function digestGone(database: BetterSqlite3.Database, kind: string): RawFinding {
  const entries = database.prepare<[], number | null>('SELECT max(id) FROM auditEntries').pluck().get() ?? 0;
  return { kind: 'seals-missing', fingerprint: `${kind} ${entries}`, target: null, params: { table: kind } };
}
