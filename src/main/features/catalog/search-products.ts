import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { categoryAndBelow } from './category-tree.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { findCode } from './find-code.ts';
import { listedProducts, listPosition, listStart } from './listed-products.ts';
import { listTilesById } from './load-tiles.ts';
import { matchProducts } from './match-products.ts';

/**
 * The till's search. With text: the product whose code it is, then what matches, what sells best first. Without:
 * the products of a category, or all, by name, parents standing for their variants.
 */
export const searchProducts: QueryHandler<'catalog.search'> = (ctx, input) => {
  const text = input.text.trim();
  const categoryIds = input.categoryId === null ? null : categoryAndBelow(ctx.db, input.categoryId);
  const list = text === '' ? 'browse' : 'search';
  const afterId = decodeCursor(list, input.cursor);
  const wanted = input.limit + 1;
  const ids =
    text === ''
      ? browse(ctx.db, { categoryIds, afterId, wanted })
      : search(ctx.db, { text, categoryIds, afterId, wanted });
  const { items, next } = cutPage(list, ids, input.limit, (id) => id);
  return { items: listTilesById(ctx, items), next };
};

type Page = {
  readonly categoryIds: readonly number[] | null;
  readonly afterId: number | null;
  readonly wanted: number;
};

const emptyParents = preparedRead<{ ids: string }, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT id FROM products AS p WHERE id IN (SELECT value FROM json_each(${slot('ids')})) AND kind = 'parent'
      AND NOT EXISTS (SELECT 1 FROM products AS v WHERE v.parentId = p.id AND v.archivedAt IS NULL)`,
);

/** Parents without a variant left are passed over: nothing of them can be sold. */
function browse(db: ReadDb, { categoryIds, afterId, wanted }: Page): readonly number[] {
  let after = afterId === null ? listStart : positionAfter(db, afterId);
  const found: number[] = [];
  while (found.length < wanted) {
    const chunk = listedProducts(db, categoryIds, after, wanted);
    const empty = new Set(emptyParents.all(db, { ids: JSON.stringify(chunk) }).map((row) => row.id));
    found.push(...chunk.filter((id) => !empty.has(id)));
    const last = chunk.at(-1);
    if (last === undefined || chunk.length < wanted) break;
    after = positionAfter(db, last);
  }
  return found.slice(0, wanted);
}

function positionAfter(db: ReadDb, id: number) {
  const position = listPosition(db, id);
  if (!position) throw new AppError('invalid-input', { field: 'cursor' });
  return position;
}

type Ranked = { ids: string; exactId: number; limit: number };

const bestFirst = preparedRead<Ranked, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT id FROM products WHERE id IN (SELECT value FROM json_each(${slot('ids')})) AND id <> ${slot('exactId')}
    ORDER BY popularity DESC, name COLLATE NOCASE, id LIMIT ${slot('limit')}`,
);

const bestAfter = preparedRead<Ranked & { afterId: number }, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT p.id FROM products AS p, products AS last
    WHERE p.id IN (SELECT value FROM json_each(${slot('ids')})) AND p.id <> ${slot('exactId')}
      AND last.id = ${slot('afterId')}
      AND (-p.popularity, p.name COLLATE NOCASE, p.id) > (-last.popularity, last.name, last.id)
    ORDER BY p.popularity DESC, p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

function search(db: ReadDb, page: Page & { readonly text: string }): readonly number[] {
  const { afterId, wanted } = page;
  const exactId = findCode(db, page.text);
  const ids = JSON.stringify(matchProducts(db, page.text, undefined, page.categoryIds));
  const exact = exactId ?? 0;
  // The product of the code stands before all others, so a page after it begins with the first of the rest.
  if (afterId !== null && afterId !== exactId) {
    const rest = bestAfter.all(db, { ids, exactId: exact, afterId, limit: wanted });
    return rest.map((row) => row.id);
  }
  const best = bestFirst.all(db, { ids, exactId: exact, limit: wanted }).map((row) => row.id);
  return exactId === null || afterId === exactId ? best : [exactId, ...best].slice(0, wanted);
}
