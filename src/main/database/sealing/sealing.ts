import type BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from '../connection.ts';
import { type Digest, digestWriter, readDigests } from './digest-rows.ts';
import { type OrderSeals, orderColumns, orderSeals } from './order-seal.ts';
import { type RawFinding, storeFindings } from './raw-finding.ts';
import { rowHash, sealKeys } from './seal-keys.ts';
import { watchRows } from './seal-triggers.ts';
import { sealedKinds } from './sealed-kinds.ts';
import { addHash, addSum, partOf, type Sum, zeroSum } from './sum.ts';

/** Seals what is written through one connection, in the transaction that writes it. */
export type Sealing = {
  /** Seals whatever the open transaction has touched. Called right before its commit. */
  finish(): void;
  /** The same for a long transaction between two steps, once enough has gathered. */
  relieve(): void;
  /** The transaction was committed: what it wrote is how things stand. */
  committed(): void;
  /** The transaction was rolled back: nothing of it counts. */
  forget(): void;
};

type Parts = {
  readonly writer: BetterSqlite3.Database;
  /** The handle of the same connection. */
  readonly db: WriteDb;
  /** Sees the file as it was before the open transaction. */
  readonly reader: BetterSqlite3.Database;
  readonly key: Uint8Array;
};

/** Orders that a long transaction touches before they are sealed. */
const mostWaiting = 200;

type Delta = { readonly sum: Sum; rowCount: number };

/**
 * Begins to seal. The file must be sealed already: `seal-file.ts` sees to that.
 */
export function createSealing({ writer, db, reader, key }: Parts): Sealing {
  const keys = sealKeys(key);
  const columns = orderColumns(writer);
  const write = digestWriter(writer, keys.digests);
  const standing = new Map(readDigests(writer, keys.digests).digests);
  const now = orderSeals(writer, columns, keys.orders);
  const before = orderSeals(reader, columns, keys.orders);
  const waiting = new Map<number, { isNew: boolean }>();
  const checked = new Set<number>();
  let deltas = new Map<number, Delta>();
  let written = new Map<string, Digest>();
  watchRows(writer, {
    row(no, sign, values) {
      const hash = rowHash(keys, no, values);
      const delta = deltas.get(no) ?? { sum: zeroSum(), rowCount: 0 };
      deltas.set(no, delta);
      addHash(delta.sum, hash, sign);
      delta.rowCount += sign;
      return partOf(hash, sign);
    },
    order(orderId, isNew) {
      const known = waiting.get(orderId);
      if (!known) waiting.set(orderId, { isNew });
      else if (isNew) known.isNew = true;
    },
  });
  const setSeal = sealWriter(writer);
  const seal = (): void => {
    const findings: RawFinding[] = [];
    for (const [orderId, { isNew }] of waiting) {
      if (!isNew && !checked.has(orderId)) findings.push(...changedBefore(reader, before, orderId));
      checked.add(orderId);
      setSeal(orderId, now.make(orderId), isNew);
    }
    waiting.clear();
    if (findings.length > 0) storeFindings(db, findings, lastAuditAt(writer));
  };
  return {
    finish() {
      seal();
      for (const { kind, no } of sealedKinds) {
        const delta = deltas.get(no);
        const last = standing.get(kind);
        if (!delta || !last) continue;
        const sum = Uint32Array.from(last.sum);
        addSum(sum, delta.sum, 1);
        const rowCount = last.rowCount + delta.rowCount;
        const digest = { columns: last.columns, rowCount, sum, version: last.version + 1 };
        write(kind, digest);
        written.set(kind, digest);
      }
    },
    relieve() {
      if (waiting.size >= mostWaiting) seal();
    },
    committed() {
      for (const [kind, digest] of written) standing.set(kind, digest);
      forget();
    },
    forget,
  };

  function forget(): void {
    waiting.clear();
    checked.clear();
    deltas = new Map();
    written = new Map();
  }
}

/** Writes an order's seal, and for one that was just placed the entry of the log that says so. */
function sealWriter(writer: BetterSqlite3.Database) {
  const set = writer.prepare<[string, number]>('UPDATE orders SET seal = ? WHERE id = ?');
  const setNew = writer.prepare<[string, number, number]>(`UPDATE orders SET seal = ?, entryId = (
      SELECT id FROM (SELECT id, subject, call FROM auditEntries ORDER BY id DESC LIMIT 1)
      WHERE call = 'orders.place' AND subject = 'order ' || ?
    ) WHERE id = ?`);
  return (orderId: number, seal: string | null, isNew: boolean): void => {
    if (seal === null) return;
    if (isNew) setNew.run(seal, orderId, orderId);
    else set.run(seal, orderId);
  };
}

/** An order that is about to be sealed anew may have been changed by another program before that. */
function changedBefore(
  reader: BetterSqlite3.Database,
  before: OrderSeals,
  orderId: number,
): readonly RawFinding[] {
  const must = before.make(orderId);
  if (must === null) return [];
  const seal = reader.prepare<[number], string>('SELECT seal FROM orders WHERE id = ?').pluck().get(orderId);
  return seal === must ? [] : [orderFinding(orderId, seal ?? '', must)];
}

/** What is found where an order's seal is not the one that its rows make. */
export function orderFinding(orderId: number, seal: string, must: string): RawFinding {
  return {
    kind: seal === '' ? 'order-added' : 'order-changed',
    fingerprint: `${orderId} ${must}`,
    target: { kind: 'order', id: orderId },
    params: {},
  };
}

/** The moment of the newest entry of the log: when the open transaction happens. */
function lastAuditAt(writer: BetterSqlite3.Database): number {
  return writer.prepare<[], number>('SELECT at FROM auditEntries ORDER BY id DESC LIMIT 1').pluck().get() ?? 0;
}
