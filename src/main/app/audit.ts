import type { Selectable } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { AuditEntriesTable } from '../database/audit-tables.ts';
import type { WriteDb } from '../database/connection.ts';
import { preparedRead, preparedWrite } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import { keyedHashOf } from '../database/sealing/keyed-hash.ts';
import { markEntry } from './audit-marks.ts';
import type { Actor } from './context.ts';

/** A row of the log. */
export type AuditRow = Selectable<AuditEntriesTable>;

const lastEntry = preparedRead<object, { id: number; hash: string }>(() =>
  query.selectFrom('auditEntries').select(['id', 'hash']).orderBy('id', 'desc').limit(1),
);

const insertEntry = preparedWrite<AuditRow>((slot) =>
  query.insertInto('auditEntries').values({
    id: slot('id'),
    at: slot('at'),
    businessDate: slot('businessDate'),
    staffId: slot('staffId'),
    actor: slot('actor'),
    call: slot('call'),
    outcome: slot('outcome'),
    approvedBy: slot('approvedBy'),
    subject: slot('subject'),
    details: slot('details'),
    till: slot('till'),
    windowId: slot('windowId'),
    requestId: slot('requestId'),
    customerId: slot('customerId'),
    hash: slot('hash'),
  }),
);

export type AuditEntry = {
  readonly at: number;
  readonly businessDate: CalendarDate;
  readonly actor: Actor;
  /** Whose entry it is where the actor does not say: somebody who signs in is nobody until then. */
  readonly staffId?: number | null;
  readonly call: string;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  /** Who approved it in place. */
  readonly approvedBy: number | null;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly till: string;
  readonly requestId: string | null;
};

/** Appends an entry; its hash covers every field and the hash of the entry before it. */
export function appendAudit(db: WriteDb, key: Uint8Array, entry: AuditEntry): void {
  const { actor } = entry;
  const last = lastEntry.get(db, {});
  const row = {
    id: (last?.id ?? 0) + 1,
    at: entry.at,
    businessDate: entry.businessDate,
    staffId: actor.kind === 'staff' ? actor.staffId : (entry.staffId ?? null),
    actor: actor.kind,
    call: entry.call,
    outcome: entry.outcome,
    approvedBy: entry.approvedBy,
    subject: entry.subject?.toWellFormed() ?? null,
    details: JSON.stringify(entry.details),
    till: entry.till,
    windowId: actor.kind === 'system' ? null : actor.windowId,
    requestId: entry.requestId,
    customerId: actor.kind === 'customer' ? actor.customerId : null,
  };
  insertEntry.run(db, { ...row, hash: chainHash(key, last?.hash ?? '', row) });
  markEntry(db, row);
}

/** The hash of an entry in the chain: HMAC over the hash before it and every field, in a fixed order. */
export function chainHash(key: Uint8Array, before: string, row: Omit<AuditRow, 'hash'>): string {
  const fields: unknown[] = [
    before,
    row.id,
    row.at,
    row.businessDate,
    row.staffId,
    row.actor,
    row.call,
    row.outcome,
    row.approvedBy,
    row.subject,
    row.details,
  ];
  // Entries from before tills were kept were hashed without the fields that came with them.
  if (row.till !== null) fields.push(row.till, row.windowId, row.requestId, row.customerId);
  return keyedHashOf(key).text(JSON.stringify(fields));
}
