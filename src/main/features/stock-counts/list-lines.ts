import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { categoryAndBelow } from '../catalog/category-tree.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { findCode } from '../catalog/find-code.ts';
import { listPosition, listStart } from '../catalog/listed-products.ts';
import { matchProducts } from '../catalog/match-products.ts';
import { namedProduct } from '../catalog/named-product.ts';
import { sheetProducts } from './sheet-products.ts';

type Line = Output<'stockCounts.listLines'>['items'][number];

const categoryOf = preparedRead<{ countId: number }, { categoryId: number | null }>((slot) =>
  query.selectFrom('stockCounts').select('categoryId').where('id', '=', slot('countId')),
);

const linesOf = preparedRead<{ countId: number; ids: string }, Line>(
  (slot) => sql<Line>`
    SELECT ${namedProduct}, coalesce(l.expected, s.onHand, 0) AS expected, l.counted, l.countedAt,
      counter.name AS countedBy
    FROM json_each(${slot('ids')}) AS listed CROSS JOIN stockCountLines AS l JOIN products AS p ON p.id = l.productId
    LEFT JOIN products AS parent ON parent.id = p.parentId LEFT JOIN productStock AS s ON s.productId = p.id
    LEFT JOIN staff AS counter ON counter.id = l.countedBy
    WHERE l.countId = ${slot('countId')} AND l.productId = listed.value
    ORDER BY listed.key`,
);

/**
 * A stock-take's sheet, by name. Expected is what was on hand when a product was counted, and what is on hand now
 * while it is not. @throws AppError `not-found`, `invalid-input` (the cursor).
 */
export const listLines: QueryHandler<'stockCounts.listLines'> = ({ db }, input) => {
  const { countId, show, limit } = input;
  const count = categoryOf.get(db, { countId });
  if (!count) throw new AppError('not-found', { what: 'stock-take' });
  const afterId = decodeCursor('sheet', input.cursor);
  const after = afterId === null ? listStart : listPosition(db, afterId);
  if (!after) throw new AppError('invalid-input', { field: 'cursor' });
  const hits = searched(db, input.text.trim(), count.categoryId);
  const ids = sheetProducts(db, { countId, show, hits, after, limit: limit + 1 });
  const { items, next } = cutPage('sheet', ids, limit, (id) => id);
  return { items: linesOf.all(db, { countId, ids: JSON.stringify(items) }), next };
};

/** What a text finds among the products of the sheet's category, or of the shop; null without a text. */
function searched(db: ReadDb, text: string, categoryId: number | null): readonly number[] | null {
  if (text === '') return null;
  const coded = findCode(db, text);
  const categoryIds = categoryId === null ? null : categoryAndBelow(db, categoryId);
  const matched = matchProducts(db, text, undefined, categoryIds);
  return coded === null ? matched : [...new Set([coded, ...matched])];
}
