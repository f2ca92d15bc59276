import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { AuditRow } from '../../app/audit.ts';

export type EntryView = Output<'audit.list'>['items'][number];

export type EntryRow = Pick<
  AuditRow,
  | 'id'
  | 'at'
  | 'businessDate'
  | 'actor'
  | 'staffId'
  | 'customerId'
  | 'call'
  | 'outcome'
  | 'approvedBy'
  | 'subject'
> & { readonly staffName: string | null; readonly approverName: string | null };

/** Of `auditEntries AS e` with `person` and `approver` of the staff beside it. */
export const entryColumns = sql.raw(`e.id, e.at, e.businessDate, e.actor, e.staffId, person.name AS staffName,
  e.customerId, e.call, e.outcome, e.approvedBy, approver.name AS approverName, e.subject`);

/** An entry as screens show it. */
export function entryView(row: EntryRow): EntryView {
  return {
    entryId: row.id,
    at: row.at,
    businessDate: row.businessDate,
    actor: row.actor,
    staff: personOf(row.staffId, row.staffName),
    customerId: row.customerId,
    call: row.call,
    outcome: row.outcome,
    approvedBy: personOf(row.approvedBy, row.approverName),
    subject: row.subject,
    target: targetOfSubject(row.subject),
  };
}

/** Somebody who works or worked here; null for nobody, or who is not there any more. */
export function personOf(staffId: number | null, name: string | null) {
  return staffId === null || name === null ? null : { staffId, name };
}

const targetForm =
  /^(order|product|category|customer|staff|refund|return|stock-take|stock check|import) (\d{1,15})$/;

/** What a subject is about, for a link: "order 1042". Null where it names no single thing. */
export function targetOfSubject(subject: string | null): EntryView['target'] {
  if (subject === 'shop') return { kind: 'shop', id: 1 };
  const [, noun, number] = targetForm.exec(subject ?? '') ?? [];
  if (noun === undefined) return null;
  const kind = (noun === 'stock check' ? 'stock-check' : noun) as NonNullable<EntryView['target']>['kind'];
  return { kind, id: Number(number) };
}
