import type BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from '../connection.ts';
import { digestDeltas } from './digest-deltas.ts';
import { type OrderSeals, orderColumns, orderSeals } from './order-seal.ts';
import { type RawFinding, storeFindings } from './raw-finding.ts';
import { sealKeys } from './seal-keys.ts';
import { createPaperSealing } from './seal-papers.ts';
import { watchRows } from './seal-triggers.ts';

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

/**
 * Begins to seal. The file must be sealed already: `seal-file.ts` sees to that.
 */
export function createSealing({ writer, db, reader, key }: Parts): Sealing {
  const keys = sealKeys(key);
  const columns = orderColumns(writer);
  const digests = digestDeltas(writer, keys);
  const now = orderSeals(writer, columns, keys.orders);
  const changed = changedBefore(reader, orderSeals(reader, columns, keys.orders));
  const checked = new Set<number>();
  let isLong = false;
  watchRows(writer, digests.row);
  const waiting = writer.prepare<[], [number, 0 | 1]>('SELECT orderId, isNew FROM touchedOrders').raw();
  const howMany = writer.prepare<[], number>('SELECT count(*) FROM touchedOrders').pluck();
  const clear = writer.prepare('DELETE FROM touchedOrders');
  const setSeal = sealWriter(writer);
  const papers = createPaperSealing({ writer, reader, columns, keys });
  const sealOrders = (): readonly RawFinding[] => {
    const touched = waiting.all();
    if (touched.length === 0) return [];
    const findings: RawFinding[] = [];
    for (const [orderId, isNew] of touched) {
      if (!isNew && !checked.has(orderId)) findings.push(...changed(orderId));
      checked.add(orderId);
      setSeal(orderId, now.make(orderId), isNew === 1);
    }
    clear.run();
    return findings;
  };
  const seal = (which: 'all' | 'done'): void => {
    const findings = [...sealOrders(), ...papers.seal(which)];
    if (findings.length > 0) storeFindings(db, findings, lastAuditAt(writer));
  };
  const forget = (): void => {
    isLong = false;
    checked.clear();
    digests.forget();
  };
  return {
    finish() {
      seal('all');
      if (isLong) papers.sealUntold();
      digests.write();
    },
    relieve() {
      isLong = true;
      if ((howMany.get() ?? 0) + papers.howMany() >= mostWaiting) seal('done');
    },
    committed() {
      digests.committed();
      forget();
    },
    forget,
  };
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
function changedBefore(reader: BetterSqlite3.Database, before: OrderSeals) {
  const sealOf = reader.prepare<[number], string>('SELECT seal FROM orders WHERE id = ?').pluck();
  return (orderId: number): readonly RawFinding[] => {
    const must = before.make(orderId);
    const seal = sealOf.get(orderId) ?? '';
    return must === null || seal === must ? [] : [orderFinding(orderId, seal, must)];
  };
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
  return (
    writer.prepare<[], number>('SELECT at FROM auditEntries ORDER BY id DESC LIMIT 1').pluck().get() ?? 0
  );
}
