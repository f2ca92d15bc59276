import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, type SlotOf } from '../../database/prepared.ts';
import { containsPattern, isWorthContaining, matchExpressions } from './search-text.ts';

/**
 * How many of the matches are looked at. Ranking all matches of one letter takes seconds in a large catalogue;
 * the first few hundred, and whatever sells well among the first ten thousand, take a millisecond or two.
 */
const firstMatches = 500;
const matchesForPopular = 10_000;
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
  const found = matchProductWords(db, text, most, categoryIds);
  return found.length > 0 ? found : matchProductPieces(db, text, most, categoryIds);
}

/** The same by words' beginnings alone: a millisecond or two however many products there are. */
export function matchProductWords(
  db: ReadDb,
  text: string,
  most = mostMatches,
  categoryIds: readonly number[] | null = null,
): readonly number[] {
  const categories = categoryIds && JSON.stringify(categoryIds);
  for (const match of matchExpressions(text)) {
    const found = matchWords(db, match, categories, most);
    if (found.length > 0) return found.slice(0, most);
  }
  return [];
}

/** The same by any piece of the name or SKU alone. */
export function matchProductPieces(
  db: ReadDb,
  text: string,
  most = mostMatches,
  categoryIds: readonly number[] | null = null,
): readonly number[] {
  const categories = categoryIds && JSON.stringify(categoryIds);
  const typed = text.trim();
  if (!isWorthContaining(typed)) return [];
  const found = containing.all(db, { pattern: containsPattern(typed), categories });
  return found.slice(0, most).map(({ id }) => id);
}

const firstByWords = preparedRead<MatchParams, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (SELECT rowid AS id FROM productSearch WHERE productSearch MATCH ${slot('match')}
      LIMIT ${slot('first')}) AS matched
    CROSS JOIN products AS p ON p.id = matched.id
    WHERE p.archivedAt IS NULL AND p.kind <> 'parent' AND ${inCategories(slot)}`,
);

const popularByWords = preparedRead<MatchParams, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (
      SELECT id FROM (SELECT rowid AS id FROM productSearch WHERE productSearch MATCH ${slot('match')}
        LIMIT ${slot('first')})
      WHERE id IN (SELECT id FROM products INDEXED BY productsPopular WHERE popularity > 0
        ORDER BY popularity DESC LIMIT ${sql.lit(popularProducts)})
    ) AS matched CROSS JOIN products AS p ON p.id = matched.id
    WHERE p.archivedAt IS NULL AND p.kind <> 'parent' AND ${inCategories(slot)}`,
);

function matchWords(db: ReadDb, match: string, categories: string | null, most: number): readonly number[] {
  const first = Math.min(categories === null ? firstMatches : firstMatchesInCategory, most);
  const found = firstByWords.all(db, { match, categories, first }).map(({ id }) => id);
  // Fewer than asked for: these are all. (With a category they may be all and yet fewer; then nothing is lost.)
  if (found.length < first && categories === null) return found;
  const popular = popularByWords.all(db, { match, categories, first: matchesForPopular });
  return [...new Set([...popular.map(({ id }) => id), ...found])];
}

/** Reads the leaves of two indices, no product: some milliseconds in 50,000. */
const containing = preparedRead<{ pattern: string; categories: string | null }, Found>(
  (slot) => sql<Found>`
    WITH named (id) AS MATERIALIZED (
      SELECT id FROM products INDEXED BY productsListed WHERE kind <> 'variant' AND archivedAt IS NULL
        AND name LIKE ${slot('pattern')} ESCAPE '\\' LIMIT ${sql.lit(firstMatches)}
    ), coded (id) AS MATERIALIZED (
      SELECT id FROM products INDEXED BY productsSkuAnyCase WHERE sku IS NOT NULL
        AND sku LIKE ${slot('pattern')} ESCAPE '\\' LIMIT ${sql.lit(firstMatches)}
    ), matched (id) AS (
      SELECT id FROM named UNION SELECT id FROM coded
      UNION SELECT v.id FROM named CROSS JOIN products AS v ON v.parentId = named.id
    )
    SELECT p.id FROM matched CROSS JOIN products AS p ON p.id = matched.id
    WHERE p.archivedAt IS NULL AND p.kind <> 'parent' AND ${inCategories(slot)}`,
);

function inCategories<P extends { categories: string | null }>(slot: SlotOf<P>): RawBuilder<boolean> {
  const categories = slot('categories');
  return sql<boolean>`(${categories} IS NULL
    OR coalesce(p.categoryId, (SELECT parent.categoryId FROM products AS parent WHERE parent.id = p.parentId))
      IN (SELECT value FROM json_each(${categories})))`;
}
