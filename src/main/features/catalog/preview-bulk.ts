import { sql } from 'kysely';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { checkChange, type PlannedRow, planRows, planSteps, seenOf } from './bulk-plan.ts';
import { type BulkChange, bulkTargets } from './bulk-targets.ts';
import { keyCursor } from './key-cursor.ts';

type Row = Output<'catalog.previewBulk'>['items'][number];
type Summary = Output<'catalog.previewBulk'>['summary'];
type Named = Pick<Row, 'productId' | 'name' | 'variantLabel' | 'sku'>;

const cursors = keyCursor('bulk', ['id']);

const inOrder = preparedRead<{ ids: string; afterId: number; limit: number }, Named>(
  (slot) => sql<Named>`
    SELECT p.id AS productId, p.name, p.variantLabel, p.sku FROM products AS p
    LEFT JOIN products AS last ON last.id = ${slot('afterId')}
    WHERE p.id IN (SELECT value FROM json_each(${slot('ids')}))
      AND (last.id IS NULL OR (p.name COLLATE NOCASE, p.id) > (last.name, last.id))
    ORDER BY p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

/**
 * What a bulk edit would do, by name; nothing is changed. With the first page come the figures of all of it, and what
 * stands for all that was seen. @throws AppError `category-gone`, `tax-class-gone`, `invalid-input`.
 */
export const previewBulk: QueryHandler<'catalog.previewBulk'> = (ctx, input) => {
  const { db, now } = ctx;
  const { selection, change, limit } = input;
  checkChange(db, change);
  const after = cursors.decode(input.cursor);
  const ids = bulkTargets(db, selection, change);
  const named = inOrder.all(db, { ids: JSON.stringify(ids), afterId: after?.id ?? 0, limit: limit + 1 });
  const page = named.slice(0, limit);
  const pageIds = page.map(({ productId }) => productId);
  const plan = new Map(planRows(db, pageIds, change, now).map((row) => [row.productId, row]));
  const names = namesOf(db, change);
  const last = page.at(-1);
  return {
    items: page.flatMap((one) => rowOf(one, plan.get(one.productId), change, names)),
    next: named.length > limit && last ? cursors.encode({ id: last.productId }) : null,
    summary: after === null ? summaryOf(ctx, input) : null,
  };
};

function summaryOf({ db, now }: QueryContext, { selection, change }: Parsed<'catalog.previewBulk'>): Summary {
  const steps = planSteps(db, selection, change, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const plan = step.value;
  const changing = plan.filter(({ outcome }) => outcome === 'change').length;
  const same = plan.filter(({ outcome }) => outcome === 'same').length;
  return { changing, same, refused: plan.length - changing - same, seen: seenOf(change, plan) };
}

function rowOf(
  named: Named,
  plan: PlannedRow | undefined,
  change: BulkChange,
  names: ReadonlyMap<number, string>,
): readonly Row[] {
  if (!plan) return [];
  const { before, after, outcome } = plan;
  return [
    { ...named, before: shownValue(before, change, names), after: shownValue(after, change, names), outcome },
  ];
}

function shownValue(
  value: number | null,
  change: BulkChange,
  names: ReadonlyMap<number, string>,
): Row['before'] {
  switch (change.kind) {
    case 'category':
      return { categoryId: value, name: value === null ? null : (names.get(value) ?? '') };
    case 'tax-class':
      return { taxClassId: value ?? 0, name: names.get(value ?? 0) ?? '' };
    case 'archive':
      return { archived: value !== null };
    case 'price-percent':
    case 'price-amount':
      return { price: money(value ?? 0) };
  }
}

/** The names that a change speaks of, by id. */
export function namesOf(db: ReadDb, { kind }: BulkChange): ReadonlyMap<number, string> {
  if (kind !== 'category' && kind !== 'tax-class') return new Map();
  const table = kind === 'category' ? ('categories' as const) : ('taxClasses' as const);
  return new Map(db.all(query.selectFrom(table).select(['id', 'name'])).map(({ id, name }) => [id, name]));
}
