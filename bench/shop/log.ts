import type BetterSqlite3 from 'better-sqlite3';
import { type AuditRow, chainHash } from '../../src/main/app/audit.ts';
import { markEntry } from '../../src/main/database/audit-marks.ts';
import { createDb } from '../../src/main/database/connection.ts';
import type { DrawnOrder } from './draw-order.ts';
import { inserter } from './rows.ts';
import { dateOf } from './trading-days.ts';

/** The log, chained with the key as the application does it. */
export type Log = {
  /** An order was placed; answers the number of its entry. */
  placed(orderId: number, order: DrawnOrder): number;
  /** Something else was done. */
  done(call: string, subject: string, at: number, details: Readonly<Record<string, unknown>>): void;
};

const columns = `id, at, businessDate, staffId, call, outcome, approvedBy, subject, details, hash, actor, till, windowId,
  requestId, customerId`;

export function auditLog(database: BetterSqlite3.Database, key: Uint8Array): Log {
  const insert = inserter(database, 'auditEntries', columns);
  const db = createDb(database);
  const newest = database
    .prepare<[], [number, string]>('SELECT id, hash FROM auditEntries ORDER BY id DESC LIMIT 1')
    .raw()
    .get();
  let [id, before] = newest ?? [0, ''];
  const append = (row: Omit<AuditRow, 'id' | 'hash'>): number => {
    id += 1;
    const entry = { id, ...row };
    before = chainHash(key, before, entry);
    insert(
      ...[id, row.at, row.businessDate, row.staffId, row.call, row.outcome, row.approvedBy, row.subject],
      ...[row.details, before, row.actor, row.till, row.windowId, row.requestId, row.customerId],
    );
    markEntry(db, entry);
    return id;
  };
  const entryOf = (call: string, subject: string, at: number, details: object) => ({
    ...{ at, businessDate: dateOf(at), call, outcome: 'ok', approvedBy: null, subject, till: 'till-1' },
    ...{ windowId: 1, requestId: requestIdOf(at, id), details: JSON.stringify(details) },
  });
  return {
    placed(orderId, order) {
      const { kind, staffId, customerId, at, priced, tenders, lines, isKiosk } = order;
      const total = priced.total;
      const paidBy = tenders.map((one) => ({ ...one, reference: '' }));
      const said = {
        cartId: `cart-${orderId}`,
        kind,
        lines: lines.length,
        orderDiscount: order.orderDiscount,
      };
      const details = {
        ...said,
        customerId,
        tenders: paidBy,
        expectedTotal: total,
        oversellAccepted: [],
        orderId,
        total,
      };
      const call = isKiosk ? 'kiosk.placeOrder' : 'orders.place';
      const actor = isKiosk ? ('customer' as const) : ('staff' as const);
      const entry = entryOf(call, `order ${orderId}`, at, details);
      return append({ ...entry, actor, staffId, customerId: isKiosk ? customerId : null });
    },
    done(call, subject, at, details) {
      append({ ...entryOf(call, subject, at, details), actor: 'staff', staffId: 1, customerId: null });
    },
  };
}

/** In the form that a window makes them. */
function requestIdOf(at: number, id: number): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${id.toString(16).padStart(12, '0')}`;
}
