import { type RawBuilder, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { ExceptionKind } from '../../../shared/domain/audit-kinds.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import { mark, stretchBits } from '../../app/audit-marks.ts';

export type Span = Parsed<'audit.exceptions'>;

/** One thing that an owner looks at twice. `rowNo` is unique within its kind. */
export type ExceptionRow = {
  readonly rowNo: number;
  readonly at: number;
  readonly businessDate: CalendarDate;
  readonly staffId: number | null;
  readonly approvedBy: number | null;
  readonly targetKind: 'order' | 'return' | 'staff' | null;
  readonly targetId: number | null;
  readonly amount: Money | null;
  readonly share: Rate | null;
  readonly what: string | null;
  readonly entryId: number | null;
};

type Rows = RawBuilder<ExceptionRow>;

/** The rows of a kind within a span of business dates, in no order. */
export function exceptionRows(kind: ExceptionKind, span: Span): Rows {
  return rowsOf[kind](span);
}

/** The kinds whose rows have an amount of money. */
export const moneyKinds: ReadonlySet<ExceptionKind> = new Set<ExceptionKind>([
  'refund',
  'goodwill',
  'return-without-receipt',
  'cancel-paid',
  'cancelled-line',
  'edited-order',
  'big-discount',
  'price-override',
  'removed-line',
]);

const wrongSecrets = [
  'wrong-pin',
  'wrong-password',
  'wrong-log-in',
  'wrong-recovery-code',
  'wait-before-guess',
];
const orderOfEntry = sql`CAST(substr(e.subject, 7) AS INTEGER)`;

const rowsOf: { readonly [K in ExceptionKind]: (span: Span) => Rows } = {
  refund: (span) => refunds(span, sql`r.cause <> 'goodwill'`),
  goodwill: (span) => refunds(span, sql`r.cause = 'goodwill'`),
  'return-without-receipt': ({ from, to }) => sql`
    SELECT r.id AS rowNo, r.at, r.businessDate, r.staffId, NULL AS approvedBy, 'return' AS targetKind,
      r.id AS targetId, r.total AS amount, NULL AS share, r.note AS what, NULL AS entryId
    FROM returns AS r WHERE r.businessDate BETWEEN ${from} AND ${to} AND r.orderId IS NULL`,
  'cancel-paid': (span) =>
    entries(span, ['orders.cancel', 'kiosk.cancel'], {
      join: sql`JOIN orders AS o ON o.id = ${orderOfEntry} AND o.paid > 0`,
      amount: sql`o.paid`,
      what: sql`e.details ->> '$.reason'`,
    }),
  'cancelled-line': (span) => entries(span, ['orders.cancelLines'], lessOwed),
  'edited-order': (span) => entries(span, ['orders.edit'], lessOwed),
  'undone-delivery': (span) =>
    entries(span, ['orders.undoDelivered'], { what: sql`e.details ->> '$.reason'` }),
  'big-discount': ({ from, to, discountShare }) => sql`
    SELECT d.id AS rowNo, d.placedAt AS at, d.businessDate, d.staffId, e.approvedBy, 'order' AS targetKind,
      d.id AS targetId, d.taken AS amount, d.share, NULL AS what, d.entryId
    FROM (
      SELECT o.id, o.placedAt, o.businessDate, o.staffId, o.entryId, o.lineDiscount + o.orderDiscount AS taken,
        max((SELECT ifnull(max((l.discount + l.orderDiscount) * 1000000 / nullif(l.gross, 0)), 0)
          FROM orderLines AS l WHERE l.orderId = o.id), 0) AS share
      FROM orders AS o WHERE o.businessDate BETWEEN ${from} AND ${to} AND o.lineDiscount + o.orderDiscount > 0
    ) AS d LEFT JOIN auditEntries AS e ON e.id = d.entryId WHERE d.share >= ${Math.max(1, discountShare)}`,
  'price-override': ({ from, to }) => sql`
    SELECT o.id * 1000 + l.lineNo AS rowNo, o.placedAt AS at, o.businessDate, o.staffId, e.approvedBy,
      'order' AS targetKind, o.id AS targetId, (l.listPrice - l.unitPrice) * l.quantity / 1000 AS amount,
      NULL AS share, l.name AS what, o.entryId
    FROM orderLines AS l CROSS JOIN orders AS o ON o.id = l.orderId LEFT JOIN auditEntries AS e ON e.id = o.entryId
    WHERE o.businessDate BETWEEN ${from} AND ${to} AND l.unitPrice <> l.listPrice`,
  oversell: ({ from, to }) => sql`
    SELECT v.orderId * 1000 + v.eventNo AS rowNo, v.at, o.businessDate, v.staffId, e.approvedBy,
      'order' AS targetKind, v.orderId AS targetId, NULL AS amount, NULL AS share, v.details ->> '$.name' AS what,
      o.entryId
    FROM orderEvents AS v CROSS JOIN orders AS o ON o.id = v.orderId LEFT JOIN auditEntries AS e ON e.id = o.entryId
    WHERE v.kind = 'oversold' AND o.businessDate BETWEEN ${from} AND ${to}`,
  approval: (span) =>
    entries(span, null, {
      marks: [mark.approved],
      where: sql`e.approvedBy IS NOT NULL AND e.outcome = 'ok'`,
    }),
  'failed-sign-in': (span) =>
    entries(span, null, {
      marks: wrongSecrets.map(mark.refusal),
      where: sql`e.outcome IN (${sql.join(wrongSecrets)})`,
      what: sql`e.outcome`,
      staffId: sql`coalesce(e.staffId, CASE WHEN e.subject LIKE 'staff %' THEN CAST(substr(e.subject, 7) AS INTEGER) END)`,
    }),
  'removed-line': ({ from, to }) => sql`
    SELECT r.id AS rowNo, r.at, r.businessDate, r.staffId, NULL AS approvedBy, NULL AS targetKind, NULL AS targetId,
      r.amount, NULL AS share, r.name AS what, NULL AS entryId
    FROM cartRemovals AS r WHERE r.businessDate BETWEEN ${from} AND ${to}`,
};

function refunds({ from, to }: Span, cause: RawBuilder<unknown>): Rows {
  return sql`
    SELECT r.id AS rowNo, r.openedAt AS at, r.businessDate, r.staffId, NULL AS approvedBy,
      CASE WHEN r.orderId IS NULL THEN 'return' ELSE 'order' END AS targetKind, ifnull(r.orderId, r.returnId) AS targetId,
      r.amount, NULL AS share, nullif(r.reason, '') AS what, NULL AS entryId
    FROM refunds AS r WHERE r.businessDate BETWEEN ${from} AND ${to} AND r.state <> 'voided' AND ${cause}`;
}

type EntryParts = {
  readonly join?: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
  /** Marks of the stretches to look through, where calls do not say. */
  readonly marks?: readonly string[];
  readonly amount?: RawBuilder<unknown>;
  readonly what?: RawBuilder<unknown>;
  readonly staffId?: RawBuilder<unknown>;
};

/** An edit that made an order cheaper by so much; dearer ones count as nothing taken. */
const lessOwed: EntryParts = {
  amount: sql`max(0, ifnull((e.details ->> '$.from') - (e.details ->> '$.to'), 0))`,
  what: sql`e.details ->> '$.reason'`,
};

/** Rows that are entries of the log: of some calls that were done, or as `parts` says. */
function entries({ from, to }: Span, calls: readonly string[] | null, parts: EntryParts): Rows {
  const marks = parts.marks ?? (calls ?? []).map(mark.call);
  const where = parts.where ?? sql`e.outcome = 'ok' AND e.call IN (${sql.join([...(calls ?? [])])})`;
  const none = sql`NULL`;
  return sql`
    SELECT e.id AS rowNo, e.at, e.businessDate, ${parts.staffId ?? sql`e.staffId`} AS staffId, e.approvedBy,
      CASE WHEN e.subject LIKE 'order %' THEN 'order' WHEN e.subject LIKE 'staff %' THEN 'staff' END AS targetKind,
      CASE WHEN e.subject LIKE 'order %' OR e.subject LIKE 'staff %' THEN ${orderOfEntry} END AS targetId,
      ${parts.amount ?? none} AS amount, NULL AS share, ${parts.what ?? none} AS what, e.id AS entryId
    FROM (
      SELECT stretch FROM auditMarks WHERE mark IN (${sql.join([...marks])})
      INTERSECT SELECT stretch FROM auditMarks WHERE mark BETWEEN ${mark.date(from)} AND ${mark.date(to)}
    ) AS s CROSS JOIN auditEntries AS e ON e.id >= s.stretch << ${sql.lit(stretchBits)}
      AND e.id < (s.stretch + 1) << ${sql.lit(stretchBits)}
    ${parts.join ?? sql``}
    WHERE e.businessDate BETWEEN ${from} AND ${to} AND ${where}`;
}
