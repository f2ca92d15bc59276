import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { FindingKind } from '../../../shared/domain/audit-kinds.ts';
import type { CommandHandler, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { decodeCursor, encodeCursor } from '../catalog/cursor.ts';

type View = Output<'audit.findings'>['items'][number];
type Target = NonNullable<View['target']>;

type Row = {
  readonly id: number;
  readonly kind: FindingKind;
  readonly targetKind: Target['kind'] | null;
  readonly targetId: number | null;
  readonly params: string;
  readonly at: number;
  readonly acknowledgedAt: number | null;
  readonly note: string | null;
  readonly acknowledgedBy: string | null;
};

/** What verifications found, newest first, by keyset. */
export const listFindings: QueryHandler<'audit.findings'> = ({ db }, { state, cursor, limit }) => {
  const beforeId = decodeCursor('findings', cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = db.all(sql<Row>`
    SELECT f.id, f.kind, f.targetKind, f.targetId, f.params, f.at, f.acknowledgedAt, f.note,
      staff.name AS acknowledgedBy
    FROM auditFindings AS f LEFT JOIN staff ON staff.id = f.acknowledgedBy
    WHERE f.id < ${beforeId}${state === 'open' ? sql` AND f.acknowledgedAt IS NULL` : sql``}
    ORDER BY f.id DESC LIMIT ${limit + 1}`);
  const items = rows.slice(0, limit).map((row) => view(db, row));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor('findings', last.findingId) : null };
};

function view(db: ReadDb, row: Row): View {
  const target =
    row.targetKind === null || row.targetId === null ? null : { kind: row.targetKind, id: row.targetId };
  return {
    findingId: row.id,
    kind: row.kind,
    foundAt: row.at,
    target,
    targetName: target === null ? null : nameOf(db, target),
    params: JSON.parse(row.params) as View['params'],
    acknowledged:
      row.acknowledgedAt === null
        ? null
        : { at: row.acknowledgedAt, staffName: row.acknowledgedBy ?? '', note: row.note ?? '' },
  };
}

/** Which table knows a target's name; orders and papers have numbers alone. */
const tableOf = {
  product: 'products',
  category: 'categories',
  customer: 'customers',
  staff: 'staff',
} as const satisfies { readonly [K in Target['kind']]?: string };

function nameOf(db: ReadDb, { kind, id }: Target): string | null {
  if (!(kind in tableOf)) return null;
  const table = tableOf[kind as keyof typeof tableOf];
  return db.get(query.selectFrom(table).select('name').where('id', '=', id))?.name ?? null;
}

/** Acknowledges findings with a note. @throws AppError `not-found`, `nothing-changed` where all of them were already. */
export const acknowledge: CommandHandler<'audit.acknowledge'> = (ctx, { findingIds, note }) => {
  const { db, actor } = ctx;
  const known = db.all(
    query
      .selectFrom('auditFindings')
      .select(['id', 'kind', 'acknowledgedAt'])
      .where('id', 'in', [...new Set(findingIds)]),
  );
  if (known.length < new Set(findingIds).size) throw new AppError('not-found');
  const open = known.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  if (open.length === 0) throw new AppError('nothing-changed');
  db.run(
    query
      .updateTable('auditFindings')
      .set({
        acknowledgedAt: ctx.now,
        acknowledgedBy: actor.kind === 'staff' ? actor.staffId : null,
        note,
      })
      .where(
        'id',
        'in',
        open.map(({ id }) => id),
      ),
  );
  ctx.note(open.length === 1 ? `finding ${open[0]?.id}` : `${open.length} findings`, {
    findings: open.map(({ id, kind }) => `${id} ${kind}`),
  });
  return {};
};
