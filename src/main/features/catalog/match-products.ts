import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, type SlotOf } from '../../database/prepared.ts';
import { containsPattern, isWorthContaining, matchExpression } from './search-text.ts';

/**
 * How many of the matches are looked at. Ranking all matches of one letter takes seconds in a large catalogue;
 * the first few hundred, and whatever sells well among the first twenty thousand, take a millisecond or two.
 */
const firstMatches = 600;
const matchesForPopular = 20_000;
const popularProducts = 300;
/** With a category the window is wider, because most of it falls outside. */
const firstMatchesInCategory = 5000;

/** More than any search looks at. */
const mostMatches = firstMatches + popularProducts;

type Found = { readonly id: number };
type MatchParams = { match: string; categories: string | null; first: number };

/**
 * Ids of what can be sold and matches the text, in no order: a bounded set, at most `most`. By words' beginnings;
 * only where that finds nothing, by any piece of the name or SKU (a middle of a word, a script without spaces).
 * `categoryIds` are a category and all below it, or null for every product.
 */
export function matchProducts(
  db: ReadDb,
  text: string,
  most = mostMatches,
  categoryIds: readonly number[] | null = null,
): readonly number[] {
  const match = matchExpression(text);
  const categories = categoryIds && JSON.stringify(categoryIds);
  const first = categories === null ? firstMatches : firstMatchesInCategory;
  const byWords = match === null ? [] : matchedByWords.all(db, { match, categories, first });
  const typed = text.trim();
  const found =
    byWords.length > 0 || !isWorthContaining(typed)
      ? byWords
      : containing.all(db, { pattern: containsPattern(typed), categories });
  return found.slice(0, most).map(({ id }) => id);
}

const matchedByWords = preparedRead<MatchParams, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (
      SELECT id FROM (SELECT rowid AS id FROM productSearch WHERE productSearch MATCH ${slot('match')}
        LIMIT ${slot('first')})
      UNION
      SELECT id FROM (SELECT rowid AS id FROM productSearch WHERE productSearch MATCH ${slot('match')}
        LIMIT ${sql.lit(matchesForPopular)})
      WHERE id IN (SELECT id FROM products WHERE popularity > 0 ORDER BY popularity DESC
        LIMIT ${sql.lit(popularProducts)})
    ) AS matched JOIN products AS p ON p.id = matched.id
    WHERE p.archivedAt IS NULL AND p.kind <> 'parent' AND ${inCategories(slot)}`,
);

/** Reads index leaves only, not products: some milliseconds in 50,000. */
const containing = preparedRead<{ pattern: string; categories: string | null }, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (
      SELECT id FROM (SELECT id FROM products INDEXED BY productsName
        WHERE name LIKE ${slot('pattern')} ESCAPE '\\' LIMIT ${sql.lit(firstMatches)})
      UNION
      SELECT id FROM (SELECT id FROM products INDEXED BY productsSkuAnyCase
        WHERE sku IS NOT NULL AND sku LIKE ${slot('pattern')} ESCAPE '\\' LIMIT ${sql.lit(firstMatches)})
    ) AS matched JOIN products AS p ON p.id = matched.id
    WHERE p.archivedAt IS NULL AND p.kind <> 'parent' AND ${inCategories(slot)}`,
);

function inCategories<P extends { categories: string | null }>(slot: SlotOf<P>): RawBuilder<boolean> {
  const categories = slot('categories');
  return sql<boolean>`(${categories} IS NULL
    OR coalesce(p.categoryId, (SELECT parent.categoryId FROM products AS parent WHERE parent.id = p.parentId))
      IN (SELECT value FROM json_each(${categories})))`;
}
