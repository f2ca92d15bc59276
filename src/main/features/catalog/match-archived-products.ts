import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { containsPattern } from './search-text.ts';

type Params = { patterns: string; most: number };

const containing = preparedRead<Params, { readonly id: number }>(
  (slot) => sql<{ id: number }>`
    SELECT p.id FROM products AS p INDEXED BY productsNotSold
    WHERE (p.archivedAt IS NOT NULL OR p.kind = 'parent') AND p.archivedAt IS NOT NULL AND p.kind <> 'parent'
      AND NOT EXISTS (SELECT 1 FROM json_each(${slot('patterns')})
        WHERE concat_ws(' ', p.name, p.variantLabel, p.sku) NOT LIKE value ESCAPE '\\')
    LIMIT ${slot('most')}`,
);

/** Words beyond these narrow nothing down any more. */
const mostWords = 12;

/**
 * Ids of archived products that hold every word of a text in name, label or SKU. They are in no search index, being
 * no longer sold; who looks for old orders still means them.
 */
export function matchArchivedProducts(db: ReadDb, text: string, most: number): readonly number[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return [];
  const patterns = JSON.stringify(words.slice(0, mostWords).map(containsPattern));
  return containing.all(db, { patterns, most }).map(({ id }) => id);
}
