import { createHash } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import { compareDigest } from './compare-digest.ts';
import {
  digestGone,
  forgedDigests,
  ordersKind,
  schemaKind,
  schemaNumber,
  wasSealedOnce,
} from './digest-findings.ts';
import { type Digest, digestWriter, readDigests } from './digest-rows.ts';
import { type OrderColumns, type OrderSeals, orderColumns, orderSeals, paperSeals } from './order-seal.ts';
import { paperSealWriter, unsealedPapers, verifyPapers } from './paper-findings.ts';
import type { RawFinding } from './raw-finding.ts';
import type { SealKeys } from './seal-keys.ts';
import { hashedColumns } from './seal-triggers.ts';
import { type SealedKind, sealedKinds } from './sealed-kinds.ts';
import { orderFinding } from './sealing.ts';
import { parseSum, sumText, zeroSum } from './sum.ts';
import { keptColumns, type RowSums, sumRows } from './sum-rows.ts';

/**
 * Brings the seals to the file's schema before anything else is written: a file that has none is sealed as it stands;
 * after a migration every seal is first compared over the columns that it was made of, so that no change by another
 * program slips through under new ones. Answers what was found.
 */
export function sealFile(database: BetterSqlite3.Database, keys: SealKeys): readonly RawFinding[] {
  const { digests, forged } = readDigests(database, keys.digests);
  const work = new SealWork(database, keys, digests);
  if (digests.size === 0) {
    work.sealAll();
    return wasSealedOnce(database) ? [digestGone(database, 'all')] : [];
  }
  const findings: RawFinding[] = [...forgedDigests({ digests, forged })];
  const schema = digests.get(schemaKind);
  const isNewer = Number(schema?.columns ?? 0) < schemaNumber(database);
  if (isNewer) findings.push(...work.renewAll());
  else findings.push(...work.mendMissing(), ...schemaFindings(database, schema));
  return findings;
}

class SealWork {
  readonly #database: BetterSqlite3.Database;
  readonly #keys: SealKeys;
  readonly #digests: ReadonlyMap<string, Digest>;
  readonly #write: (kind: string, digest: Digest) => void;

  constructor(database: BetterSqlite3.Database, keys: SealKeys, digests: ReadonlyMap<string, Digest>) {
    this.#database = database;
    this.#keys = keys;
    this.#digests = digests;
    this.#write = digestWriter(database, keys.digests);
  }

  sealAll(): void {
    this.#database.exec('BEGIN IMMEDIATE');
    this.#database.exec('DELETE FROM digestParts');
    for (const sealed of sealedKinds) this.#sealKind(sealed);
    this.#sealOrders(null);
    this.#writeSchema();
    this.#database.exec('COMMIT');
  }

  renewAll(): readonly RawFinding[] {
    const findings: RawFinding[] = [];
    this.#database.exec('BEGIN IMMEDIATE');
    for (const sealed of sealedKinds) {
      const digest = this.#digests.get(sealed.kind);
      const columns = digest ? keptColumns(this.#database, sealed, digest.columns) : null;
      if (digest && columns) {
        const found = this.#sum(sealed, columns);
        findings.push(...compareDigest(this.#database, sealed, digest, found));
        if (digest.columns === JSON.stringify(hashedColumns(this.#database, sealed))) continue;
      }
      this.#sealKind(sealed);
    }
    findings.push(...this.#sealOrders(this.#digests.get(ordersKind)?.columns ?? null));
    this.#writeSchema();
    this.#database.exec('COMMIT');
    return findings;
  }

  /** A digest that is not there any more is made anew, and said. */
  mendMissing(): readonly RawFinding[] {
    const missing = sealedKinds.filter(({ kind }) => !this.#digests.has(kind));
    const hasOrders = this.#digests.has(ordersKind);
    if (missing.length === 0 && hasOrders) return [];
    this.#database.exec('BEGIN IMMEDIATE');
    for (const sealed of missing) this.#sealKind(sealed);
    // The orders keep their seals: only of what those are made was forgotten.
    if (!hasOrders) this.#writeOrders();
    this.#database.exec('COMMIT');
    const kinds = [...missing.map(({ kind }) => kind), ...(hasOrders ? [] : [ordersKind])];
    return kinds.map((kind) => digestGone(this.#database, kind));
  }

  #sum(sealed: SealedKind, columns: readonly string[]): RowSums {
    return runThrough(sumRows(this.#database, sealed, columns, this.#keys));
  }

  #sealKind(sealed: SealedKind): void {
    const columns = hashedColumns(this.#database, sealed);
    const { rowCount, sum, parts } = this.#sum(sealed, columns);
    const version = (this.#digests.get(sealed.kind)?.version ?? 0) + 1;
    this.#write(sealed.kind, { columns: JSON.stringify(columns), rowCount, sum, version });
    this.#database.prepare('DELETE FROM digestParts WHERE kind = ?').run(sealed.no);
    const insert = this.#database.prepare('INSERT INTO digestParts (kind, owner, sum) VALUES (?, ?, ?)');
    for (const [owner, part] of parts) insert.run(sealed.no, owner, part);
  }

  /** Seals every order over the columns that there are now, where they are others than those `written`. */
  #sealOrders(written: string | null): readonly RawFinding[] {
    const columns = orderColumns(this.#database);
    const text = JSON.stringify(columns);
    if (written === text) return [];
    const before = written === null ? null : sealsOver(this.#database, written, this.#keys);
    const now = orderSeals(this.#database, columns, this.#keys.orders);
    const set = this.#database.prepare('UPDATE orders SET seal = ? WHERE id = ?');
    const findings: RawFinding[] = [];
    const rows = this.#database.prepare<[], [number, string]>('SELECT id, seal FROM orders').raw().all();
    for (const [orderId, seal] of rows) {
      const must = before?.make(orderId) ?? null;
      if (must !== null && must !== seal) findings.push(orderFinding(orderId, seal, must));
      set.run(now.make(orderId), orderId);
    }
    findings.push(...this.#sealPapers(written, columns));
    this.#writeOrders();
    return findings;
  }

  /** The papers that move stock, the same way. */
  #sealPapers(written: string | null, columns: OrderColumns): readonly RawFinding[] {
    const kept = written === null ? null : keptOrderColumns(this.#database, written);
    const findings = kept
      ? runThrough(verifyPapers(this.#database, paperSeals(this.#database, kept, this.#keys.orders)))
      : [];
    const now = paperSeals(this.#database, columns, this.#keys.orders);
    const write = paperSealWriter(this.#database);
    this.#database.exec('DELETE FROM paperSeals');
    for (const papers of unsealedPapers(this.#database)) {
      for (const paper of papers) write(...paper, now.make(...paper));
    }
    // Their digest was made before they were.
    const sealed = sealedKinds.find(({ kind }) => kind === 'paperSeals');
    if (sealed) this.#sealKind(sealed);
    return findings;
  }

  #writeOrders(): void {
    const columns = JSON.stringify(orderColumns(this.#database));
    this.#write(ordersKind, { columns, rowCount: 0, sum: zeroSum(), version: 1 });
  }

  #writeSchema(): void {
    const columns = String(schemaNumber(this.#database));
    // Later than the one in the kept head, which would take an upgrade for somebody's tampering.
    const version = (this.#digests.get(schemaKind)?.version ?? 0) + 1;
    this.#write(schemaKind, { columns, rowCount: 0, sum: schemaSum(this.#database), version });
  }
}

/** Seals over the columns that were written down, where the file still has all of them. */
export function sealsOver(
  database: BetterSqlite3.Database,
  written: string,
  keys: SealKeys,
): OrderSeals | null {
  const columns = keptOrderColumns(database, written);
  return columns && orderSeals(database, columns, keys.orders);
}

/** The columns that seals were made of; null where the file has not all of them any more. */
export function keptOrderColumns(database: BetterSqlite3.Database, written: string): OrderColumns | null {
  const columns = JSON.parse(written) as OrderColumns;
  const present = orderColumns(database);
  const isWhole = Object.entries(columns).every(([table, names]) =>
    names.every((name) => present[table]?.includes(name)),
  );
  return isWhole ? columns : null;
}

function runThrough<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The text of the schema, as a sum like the others. */
function schemaSum(database: BetterSqlite3.Database) {
  const rows = database
    .prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'
      ORDER BY type, name`)
    .raw()
    .all();
  return parseSum(createHash('sha256').update(JSON.stringify(rows)).digest('base64url'));
}

function schemaFindings(database: BetterSqlite3.Database, schema: Digest | undefined): readonly RawFinding[] {
  if (!schema) return [digestGone(database, schemaKind)];
  const now = sumText(schemaSum(database));
  if (now === sumText(schema.sum)) return [];
  return [
    { kind: 'rows-changed', fingerprint: `schema ${now}`, target: null, params: { table: schemaKind } },
  ];
}
