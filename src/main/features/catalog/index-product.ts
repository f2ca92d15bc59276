import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductKind } from '../../database/schema.ts';
import { searchWords } from './search-text.ts';

type Indexed = {
  kind: ProductKind;
  archivedAt: number | null;
  name: string;
  variantLabel: string | null;
  sku: string | null;
  parentName: string | null;
  barcodes: string | null;
};

const findIndexed = preparedRead<{ productId: number }, Indexed>((slot) =>
  query
    .selectFrom('products as p')
    .leftJoin('products as parent', 'parent.id', 'p.parentId')
    .select(['p.kind', 'p.archivedAt', 'p.name', 'p.variantLabel', 'p.sku', 'parent.name as parentName'])
    .select(
      sql<string | null>`(SELECT group_concat(barcode, ' ') FROM barcodes WHERE productId = p.id)`.as(
        'barcodes',
      ),
    )
    .where('p.id', '=', slot('productId')),
);

const variantIds = preparedRead<{ productId: number }, { id: number }>((slot) =>
  query.selectFrom('products').select('id').where('parentId', '=', slot('productId')),
);

const removeWords = preparedWrite<{ productId: number }>((slot) =>
  query.deleteFrom('productSearch').where('rowid', '=', slot('productId')),
);

const addWords = preparedWrite<{ productId: number; words: string }>((slot) =>
  query.insertInto('productSearch').values({ rowid: slot('productId'), words: slot('words') }),
);

/**
 * Writes what a product is found by, or takes it out when it can no longer be sold. To be called after every
 * change of its name, label, SKU, barcodes or archiving; for a parent it does all its variants, which are also
 * found by the parent's name.
 */
export function indexProduct(db: WriteDb, productId: number): void {
  const product = findIndexed.get(db, { productId });
  removeWords.run(db, { productId });
  if (product?.kind === 'parent') {
    for (const { id } of variantIds.all(db, { productId })) indexProduct(db, id);
    return;
  }
  if (!product || product.archivedAt !== null) return;
  addWords.run(db, { productId, words: wordsOf(product) });
}

function wordsOf(product: Indexed): string {
  const { name, variantLabel, sku, barcodes } = product;
  const parentName = product.parentName === name ? null : product.parentName;
  return searchWords([name, variantLabel, parentName, sku, barcodes]);
}

const sellableIds = preparedRead<object, { id: number }>(() =>
  query.selectFrom('products').select('id').where('parentId', 'is', null).orderBy('id'),
);

/** Writes what every product is found by anew: for a shop file whose index is empty. */
export function indexAllProducts(db: WriteDb): void {
  for (const { id } of sellableIds.all(db, {})) indexProduct(db, id);
}
