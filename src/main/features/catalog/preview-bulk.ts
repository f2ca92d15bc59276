import { sql } from 'kysely';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { money } from '../../../shared/domain/money.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { checkChange, type PlannedRow, planRows, planSteps, seenOf } from './bulk-plan.ts';
import { type BulkChange, bulkTargets, isOfChosen, scopeOf } from './bulk-targets.ts';
import { keyCursor } from './key-cursor.ts';
import { tablePage } from './table-order.ts';

type Row = Output<'catalog.previewBulk'>['items'][number];
type Preview = Parsed<'catalog.previewBulk'>;
type Summary = Output<'catalog.previewBulk'>['summary'];
type Named = Pick<Row, 'productId' | 'name' | 'variantLabel' | 'sku'>;

const cursors = keyCursor('bulk', ['id']);

const inOrder = preparedRead<{ ids: string; afterId: number; limit: number }, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT p.id FROM products AS p LEFT JOIN products AS last ON last.id = ${slot('afterId')}
    WHERE p.id IN (SELECT value FROM json_each(${slot('ids')}))
      AND (last.id IS NULL OR (p.name COLLATE NOCASE, p.id) > (last.name, last.id))
    ORDER BY p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

const namesById = preparedRead<{ ids: string }, Named>((slot) =>
  query
    .selectFrom('products')
    .select(['id as productId', 'name', 'variantLabel', 'sku'])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${slot('ids')}))`)
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id'),
);

/**
 * What a bulk edit would do, by name; nothing is changed. With the first page come the figures of all of it, and what
 * stands for all that was seen. @throws AppError `category-gone`, `tax-class-gone`, `invalid-input`.
 */
export const previewBulk: QueryHandler<'catalog.previewBulk'> = (ctx, input) => {
  const { db, now } = ctx;
  const { change, cursor } = input;
  checkChange(db, change);
  const { ids, next } = isOfChosen(change) ? chosenPage(db, input) : expandedPage(db, input);
  const plan = new Map(planRows(db, ids, change, now).map((row) => [row.productId, row]));
  const named = namesById.all(db, { ids: JSON.stringify(ids) });
  const names = namesOf(db, change);
  return {
    items: named.flatMap((one) => rowOf(one, plan.get(one.productId), change, names)),
    next,
    summary: cursor === null ? summaryOf(ctx, input) : null,
  };
};

type Page = { readonly ids: readonly number[]; readonly next: string | null };

/** As the table reads them, so that no page but the first looks at all products. */
function chosenPage(db: ReadDb, { selection, cursor, limit }: Preview): Page {
  return tablePage(db, scopeOf(selection), { sort: 'name', descending: false, cursor, limit });
}

function expandedPage(db: ReadDb, { selection, change, cursor, limit }: Preview): Page {
  const afterId = cursors.decode(cursor)?.id ?? 0;
  const targets = JSON.stringify(bulkTargets(db, selection, change));
  const found = inOrder.all(db, { ids: targets, afterId, limit: limit + 1 }).map(({ id }) => id);
  const ids = found.slice(0, limit);
  const last = ids.at(-1);
  return { ids, next: found.length > limit && last !== undefined ? cursors.encode({ id: last }) : null };
}

function summaryOf({ db, now }: QueryContext, { selection, change }: Preview): Summary {
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
