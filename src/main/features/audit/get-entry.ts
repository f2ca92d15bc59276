import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { AuditRow } from '../../app/audit.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { type EntryRow, entryColumns, entryView } from './entry-view.ts';

type Values = Readonly<Record<string, unknown>>;
type Approvals = Output<'audit.get'>['approvals'];
type Row = EntryRow & Pick<AuditRow, 'details' | 'requestId' | 'till' | 'windowId' | 'hash'>;

/** One entry with all that was noted. @throws AppError `not-found`. */
export const getEntry: QueryHandler<'audit.get'> = ({ db }, { entryId }) => {
  const row = db.get(sql<Row>`
    SELECT ${entryColumns}, e.details, e.requestId, e.till, e.windowId, e.hash FROM auditEntries AS e
    LEFT JOIN staff AS person ON person.id = e.staffId LEFT JOIN staff AS approver ON approver.id = e.approvedBy
    WHERE e.id = ${entryId}`);
  if (!row) throw new AppError('not-found');
  const { before, after, approvals, ...details } = valuesOf(row.details);
  const { requestId, till, windowId, hash } = row;
  return {
    ...entryView(row),
    details,
    before: oneOrMore(before),
    after: oneOrMore(after),
    approvals: approvalsOf(db, approvals),
    ...{ requestId, till, windowId, hash },
    ...neighbours(db, entryId),
  };
};

/** Somebody may have written anything into the file: what cannot be read is shown as nothing. */
function valuesOf(details: string): Values {
  try {
    return asValues(JSON.parse(details)) ?? {};
  } catch {
    return {};
  }
}

/** A single value is noted without a name. */
function oneOrMore(value: unknown): Record<string, unknown> | null {
  return value === undefined || value === null ? null : (asValues(value) ?? { value });
}

function asValues(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function approvalsOf(db: ReadDb, noted: unknown): Approvals {
  const given = (Array.isArray(noted) ? noted : []).map(asValues).filter((one) => one !== null);
  return given.flatMap(({ staffId, right }) => {
    if (!Number.isSafeInteger(staffId) || typeof right !== 'string') return [];
    const person = db.get(query.selectFrom('staff').select('name').where('id', '=', Number(staffId)));
    return person ? [{ staffId: Number(staffId), name: person.name, right }] : [];
  });
}

function neighbours(db: ReadDb, entryId: number): { previousId: number | null; nextId: number | null } {
  const found = db.get(sql<{ previousId: number | null; nextId: number | null }>`
    SELECT (SELECT max(id) FROM auditEntries WHERE id < ${entryId}) AS previousId,
      (SELECT min(id) FROM auditEntries WHERE id > ${entryId}) AS nextId`);
  return found ?? { previousId: null, nextId: null };
}
