import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import { categoryAndBelow } from './category-tree.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { findCode } from './find-code.ts';
import { listPosition } from './listed-products.ts';
import { loadRows } from './load-rows.ts';
import { matchProducts } from './match-products.ts';
import { groupHits } from './product-groups.ts';
import { fewInStockState, keepInStockState } from './stock-filter.ts';
import { walkProducts } from './walk-products.ts';

/** Up to so many hits are sorted at once; more are met soon enough by walking the list in its order. */
const mostSorted = 1500;

/**
 * The back office's list, by name, variants behind their parent; archived products are not in it. A parent is
 * listed with those of its variants that fit. A few hits are sorted; for many the list is walked in its order,
 * so that a page costs the same in any catalogue.
 */
export const listProducts: QueryHandler<'catalog.list'> = (ctx, input) => {
  const { db } = ctx;
  const { stock, limit } = input;
  const text = input.text.trim();
  const categoryIds = input.categoryId === null ? null : categoryAndBelow(db, input.categoryId);
  const afterId = decodeCursor('products', input.cursor);
  const after = afterId === null ? null : listPosition(db, afterId);
  if (after === undefined) throw new AppError('invalid-input', { field: 'cursor' });

  const wanted = limit + 1;
  let hits: readonly number[] | null = null;
  if (text !== '') {
    const coded = findCode(db, text);
    const matched = matchProducts(db, text, undefined, categoryIds);
    hits = coded === null || categoryIds !== null ? matched : [...new Set([coded, ...matched])];
    hits = keepInStockState(db, hits, stock);
  } else if (stock !== 'all') {
    hits = fewInStockState(db, stock, categoryIds, mostSorted);
  }
  const ids = hits
    ? groupHits(db, { hits, afterId, limit: wanted })
    : walkProducts(db, { categoryIds, stock, after, limit: wanted });
  const { items, next } = cutPage('products', ids, limit, (id) => id);
  const rows = loadRows(ctx, items);
  return { items: items.flatMap((id) => rows.get(id) ?? []), next };
};
