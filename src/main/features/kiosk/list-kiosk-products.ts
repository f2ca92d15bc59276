import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { categoryAndBelow } from '../catalog/category-tree.ts';
import { listPosition, listStart } from '../catalog/listed-products.ts';
import { matchProducts } from '../catalog/match-products.ts';
import { kioskTiles, variantTiles } from './kiosk-tiles.ts';

type Filter = { readonly categories: string | null; readonly ids: string | null };
type Params = Filter & { soldOut: 0 | 1; afterName: string; afterId: number; limit: number };

/** By the index of listed products: what can be had is found at once, what cannot only when a customer gets there. */
const listed = preparedRead<Params, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT p.id FROM products AS p INDEXED BY productsListed
    WHERE p.kind <> 'variant' AND p.archivedAt IS NULL
      AND (p.name COLLATE NOCASE, p.id) > (${slot('afterName')}, ${slot('afterId')})
      AND (${slot('categories')} IS NULL OR p.categoryId IN (SELECT value FROM json_each(${slot('categories')})))
      AND (${slot('ids')} IS NULL OR p.id IN (SELECT value FROM json_each(${slot('ids')})))
      AND (p.kind = 'single'
        OR EXISTS (SELECT 1 FROM products AS v WHERE v.parentId = p.id AND v.archivedAt IS NULL))
      AND ${slot('soldOut')} = CASE p.kind
        WHEN 'single' THEN EXISTS (SELECT 1 FROM productStock AS s
          WHERE s.productId = p.id AND s.tracked = 1 AND s.onHand - s.reserved < 1000)
        ELSE NOT EXISTS (SELECT 1 FROM products AS v LEFT JOIN productStock AS s ON s.productId = v.id
          WHERE v.parentId = p.id AND v.archivedAt IS NULL
            AND (ifnull(s.tracked, 0) = 0 OR s.onHand - s.reserved >= 1000))
      END
    ORDER BY p.name COLLATE NOCASE, p.id LIMIT ${slot('limit')}`,
);

const parentsOf = preparedRead<{ ids: string }, { id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT DISTINCT coalesce(parentId, id) AS id FROM products
    WHERE id IN (SELECT value FROM json_each(${slot('ids')}))`,
);

type Place = { readonly soldOut: 0 | 1; readonly afterId: number | null };

/** Products that customers may buy: what can be had by name, then what is out of stock. */
export const listKioskProducts: QueryHandler<'kiosk.products'> = (ctx, input) => {
  const text = input.text.trim();
  const categoryIds = input.categoryId === null ? null : categoryAndBelow(ctx.db, input.categoryId);
  const filter: Filter = {
    categories: text === '' && categoryIds ? JSON.stringify(categoryIds) : null,
    ids: text === '' ? null : matching(ctx.db, text, categoryIds),
  };
  const start = placeOf(input.cursor);
  const wanted = input.limit + 1;
  const found: Place[] = walk(ctx.db, filter, start, wanted);
  if (start.soldOut === 0 && found.length < wanted) {
    found.push(...walk(ctx.db, filter, { soldOut: 1, afterId: null }, wanted - found.length));
  }
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  const next = found.length > input.limit && last ? `${last.soldOut}-${last.afterId}` : null;
  return {
    items: kioskTiles(
      ctx,
      shown.map(({ afterId }) => afterId ?? 0),
    ),
    next,
  };
};

function walk(db: ReadDb, filter: Filter, { soldOut, afterId }: Place, limit: number): Place[] {
  const after = afterId === null ? listStart : listPosition(db, afterId);
  if (!after) throw new AppError('invalid-input', { field: 'cursor' });
  const rows = listed.all(db, { ...filter, soldOut, afterName: after.name, afterId: after.id, limit });
  return rows.map(({ id }) => ({ soldOut, afterId: id }));
}

/** What the words find, variants by their parent. */
function matching(db: ReadDb, text: string, categoryIds: readonly number[] | null): string {
  const ids = JSON.stringify(matchProducts(db, text, undefined, categoryIds));
  return JSON.stringify(parentsOf.all(db, { ids }).map(({ id }) => id));
}

/** @throws AppError `invalid-input` when it is no place of this list. */
function placeOf(cursor: string | null): Place {
  if (cursor === null) return { soldOut: 0, afterId: null };
  const [, soldOut, afterId] = /^([01])-([1-9]\d{0,14})$/.exec(cursor) ?? [];
  if (soldOut === undefined) throw new AppError('invalid-input', { field: 'cursor' });
  return { soldOut: soldOut === '1' ? 1 : 0, afterId: Number(afterId) };
}

/** Products of a cart as they are now. */
export const listKioskTiles: QueryHandler<'kiosk.tiles'> = (ctx, { productIds }) =>
  kioskTiles(ctx, [...new Set(productIds)]).filter(({ kind }) => kind !== 'parent');

/** One product with its description and variants. @throws AppError `not-found`. */
export const getKioskProduct: QueryHandler<'kiosk.product'> = (ctx, { productId }) => {
  const [tile] = kioskTiles(ctx, [productId]);
  const row = description.get(ctx.db, { productId });
  if (!tile || !row) throw new AppError('not-found', { what: 'product' });
  return { ...tile, description: row.description, variants: variantTiles(ctx, productId) };
};

const description = preparedRead<{ productId: number }, { description: string }>(
  (slot) => sql<{ description: string }>`SELECT description FROM products WHERE id = ${slot('productId')}`,
);
