import { sql } from 'kysely';
import type { WriteDb } from '../database/connection.ts';
import { preparedWrite } from '../database/prepared.ts';
import type { AuditRow } from './audit.ts';

/** How many entries stand in one stretch, as a power of two. */
export const stretchBits = 10;

/** Writes nothing where the mark stands already, which is nearly always: a sale pays a look and no page. */
const addMark = preparedWrite<{ mark: string; stretch: number }>(
  (slot) => sql`INSERT INTO auditMarks (mark, stretch) VALUES (${slot('mark')}, ${slot('stretch')})
    ON CONFLICT DO NOTHING`,
);

type Marked = Pick<AuditRow, 'id' | 'businessDate' | 'staffId' | 'actor' | 'call' | 'outcome' | 'approvedBy'>;

/** The stretch that was written in last, and its marks that are known to stand, by connection. */
const standing = new WeakMap<WriteDb, { stretch: number; newestId: number; marks: Set<string> }>();

/** Notes in which stretch of the log an entry is found. */
export function markEntry(db: WriteDb, row: Marked): void {
  const stretch = row.id >> stretchBits;
  let known = standing.get(db);
  // A number that comes again was rolled back, and its marks with it.
  if (known?.stretch !== stretch || row.id <= known.newestId)
    known = { stretch, newestId: 0, marks: new Set() };
  for (const mark of marksOf(row)) {
    if (known.marks.has(mark)) continue;
    addMark.run(db, { mark, stretch });
    known.marks.add(mark);
  }
  known.newestId = row.id;
  standing.set(db, known);
}

function marksOf({
  businessDate,
  staffId,
  actor,
  call,
  outcome,
  approvedBy,
}: Omit<Marked, 'id'>): readonly string[] {
  const marks = [mark.date(businessDate), mark.call(call), mark.actor(actor)];
  if (staffId !== null) marks.push(mark.staff(staffId), mark.staffCall(staffId, call));
  if (outcome !== 'ok') marks.push(mark.refused, mark.refusal(outcome));
  if (approvedBy !== null) marks.push(mark.approved);
  return marks;
}

/** The marks by what they stand for; migration 0007 spells them in SQL. */
export const mark = {
  date: (businessDate: number): string => `date ${businessDate}`,
  call: (call: string): string => `call ${call}`,
  actor: (actor: string): string => `actor ${actor}`,
  staff: (staffId: number): string => `staff ${staffId}`,
  staffCall: (staffId: number, call: string): string => `staff ${staffId} ${call}`,
  refused: 'refused',
  approved: 'approved',
  refusal: (code: string): string => `refused ${code}`,
} as const;
