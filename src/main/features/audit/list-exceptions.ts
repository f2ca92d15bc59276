import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { type ExceptionKind, exceptionKinds } from '../../../shared/domain/audit-kinds.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { personOf } from './entry-view.ts';
import { type ExceptionRow, exceptionRows, moneyKinds, type Span } from './exception-rows.ts';

type Tally = Output<'audit.exceptions'>['kinds'][number];
type Counted = {
  readonly staffId: number | null;
  readonly kind: ExceptionKind;
  readonly count: number;
  readonly amount: number;
};

const mostDays = 400;

/** Counts and sums by kind and by person. @throws AppError `invalid-input` for no span, or one that is too long. */
export const listExceptions: QueryHandler<'audit.exceptions'> = ({ db }, span) => {
  requireSpan(span);
  const counted = exceptionKinds.flatMap((kind) => countOf(db, kind, span));
  const names = namesOf(db);
  const staffIds = [
    ...new Set(counted.map(({ staffId }) => (staffId !== null && names.has(staffId) ? staffId : null))),
  ];
  const people = staffIds.map((staffId) => {
    const own = counted.filter(
      (one) => (one.staffId !== null && names.has(one.staffId) ? one.staffId : null) === staffId,
    );
    const kinds = exceptionKinds.map((kind) => tallyOf(kind, own)).filter(({ count }) => count > 0);
    const count = kinds.reduce((sum, kind) => sum + kind.count, 0);
    return { staff: personOf(staffId, staffId === null ? null : (names.get(staffId) ?? null)), kinds, count };
  });
  people.sort((one, other) => other.count - one.count);
  return { kinds: exceptionKinds.map((kind) => tallyOf(kind, counted)), people };
};

function countOf(db: ReadDb, kind: ExceptionKind, span: Span): readonly Counted[] {
  const rows = db.all(sql<Omit<Counted, 'kind'>>`
    SELECT staffId, count(*) AS count, ifnull(sum(amount), 0) AS amount
    FROM (${exceptionRows(kind, span)}) GROUP BY staffId`);
  return rows.map((row) => ({ ...row, kind }));
}

function tallyOf(kind: ExceptionKind, counted: readonly Counted[]): Tally {
  const own = counted.filter((one) => one.kind === kind);
  const count = own.reduce((sum, one) => sum + one.count, 0);
  const amount = own.reduce((sum, one) => sum + one.amount, 0);
  return { kind, count, amount: moneyKinds.has(kind) ? (amount as Money) : null };
}

const cursors = keyCursor('exceptions', ['at', 'rowNo']);

/** The rows behind a figure, newest first. @throws AppError `invalid-input`. */
export const listExceptionRows: QueryHandler<'audit.exceptionRows'> = ({ db }, input) => {
  requireSpan(input);
  const { kind, limit, person } = input;
  const after = cursors.decode(input.cursor);
  type Named = ExceptionRow & { readonly staffName: string | null; readonly approverName: string | null };
  const rows = db.all(sql<Named>`
    SELECT x.*, person.name AS staffName, approver.name AS approverName FROM (${exceptionRows(kind, input)}) AS x
    LEFT JOIN staff AS person ON person.id = x.staffId LEFT JOIN staff AS approver ON approver.id = x.approvedBy
    WHERE ${after === null ? sql`TRUE` : sql`(x.at, x.rowNo) < (${after.at}, ${after.rowNo})`} AND ${personIs(person)}
    ORDER BY x.at DESC, x.rowNo DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map((row) => ({
    rowId: String(row.rowNo),
    at: row.at,
    businessDate: row.businessDate,
    staff: personOf(row.staffId, row.staffName),
    approvedBy: personOf(row.approvedBy, row.approverName),
    target:
      row.targetKind === null || row.targetId === null ? null : { kind: row.targetKind, id: row.targetId },
    amount: row.amount,
    share: row.share,
    what: row.what,
    entryId: row.entryId,
  }));
  const last = rows[limit - 1];
  return {
    items,
    next: rows.length > limit && last ? cursors.encode({ at: last.at, rowNo: last.rowNo }) : null,
  };
};

function personIs(person: Parsed<'audit.exceptionRows'>['person']) {
  if (person === 'all') return sql`TRUE`;
  return person === 'nobody' ? sql`person.id IS NULL` : sql`x.staffId = ${person}`;
}

function requireSpan({ from, to }: Span): void {
  const days = daysBetween(from, to);
  if (days < 0 || days >= mostDays) throw new AppError('invalid-input', { field: 'to' });
}

function namesOf(db: ReadDb): ReadonlyMap<number, string> {
  return new Map(db.all(query.selectFrom('staff').select(['id', 'name'])).map(({ id, name }) => [id, name]));
}
