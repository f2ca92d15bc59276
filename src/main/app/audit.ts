import { createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { WriteDb } from '../database/connection.ts';
import { preparedRead, preparedWrite } from '../database/prepared.ts';
import { query } from '../database/query.ts';
import type { AuditEntriesTable } from '../database/schema.ts';
import type { Actor } from './context.ts';

type Row = Omit<Selectable<AuditEntriesTable>, 'id'> & { id: number };

const lastEntry = preparedRead<object, { id: number; hash: string }>(() =>
  query.selectFrom('auditEntries').select(['id', 'hash']).orderBy('id', 'desc').limit(1),
);

const insertEntry = preparedWrite<Row>((slot) =>
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
    hash: slot('hash'),
  }),
);

export type AuditEntry = {
  readonly at: number;
  readonly businessDate: CalendarDate;
  readonly actor: Actor;
  readonly call: string;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  /** Who approved it in place. */
  readonly approvedBy: number | null;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Appends an entry; its hash covers every field and the hash of the entry before it. */
export function appendAudit(db: WriteDb, key: Uint8Array, entry: AuditEntry): void {
  const last = lastEntry.get(db, {});
  const row = {
    id: (last?.id ?? 0) + 1,
    at: entry.at,
    businessDate: entry.businessDate,
    staffId: entry.actor.kind === 'staff' ? entry.actor.staffId : null,
    actor: entry.actor.kind,
    call: entry.call,
    outcome: entry.outcome,
    approvedBy: entry.approvedBy,
    subject: entry.subject?.toWellFormed() ?? null,
    details: JSON.stringify(entry.details),
  };
  insertEntry.run(db, { ...row, hash: chainHash(key, last?.hash ?? '', row) });
}

/** The hash of an entry in the chain: HMAC over the hash before it and every field, in a fixed order. */
export function chainHash(key: Uint8Array, before: string, row: Omit<Row, 'hash'>): string {
  const fields = [
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
  return createHmac('sha256', key).update(JSON.stringify(fields)).digest('base64url');
}
