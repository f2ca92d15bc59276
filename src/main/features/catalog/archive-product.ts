import { sql } from 'kysely';
import type { CommandHandler } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { indexProduct } from './index-product.ts';
import { type ProductRecord, productRecord } from './product-record.ts';

type Found = { readonly id: number };

const liveVariants = preparedRead<{ parentId: number }, Found>(
  (slot) => sql<Found>`SELECT id FROM products WHERE parentId = ${slot('parentId')} AND archivedAt IS NULL`,
);

const archivedAlong = preparedRead<{ parentId: number; archivedAt: number }, Found>(
  (slot) => sql<Found>`
    SELECT id FROM products WHERE parentId = ${slot('parentId')} AND archivedAt = ${slot('archivedAt')}`,
);

/**
 * Takes a product out of sale or brings it back; nothing is ever deleted, so every order keeps its product. A parent
 * takes its variants along and brings back those that went with it; the last variant takes its parent along, and one
 * that comes back brings it back. @throws AppError `not-found`.
 */
export const archiveProduct: CommandHandler<'catalog.archive'> = (
  { db, now, note },
  { productId, archived },
) => {
  const product = productRecord(db, productId);
  const ids = archived ? withArchived(db, product) : withBroughtBack(db, product);
  setArchived(db, ids, archived ? now : null);
  note(`product ${productId}`, { name: product.fullName, products: ids.length });
  return { products: ids.length };
};

/** Writes when products were archived (null: brought back) and lets them be found or not. */
export function setArchived(db: WriteDb, ids: readonly number[], archivedAt: number | null): void {
  for (const id of ids) {
    db.run(query.updateTable('products').set({ archivedAt }).where('id', '=', id));
    indexProduct(db, id);
  }
}

function withArchived(db: ReadDb, product: ProductRecord): readonly number[] {
  if (product.archivedAt !== null) return [];
  if (product.kind === 'parent')
    return [product.id, ...idsOf(liveVariants.all(db, { parentId: product.id }))];
  if (product.parentId === null) return [product.id];
  const siblings = idsOf(liveVariants.all(db, { parentId: product.parentId }));
  return siblings.length === 1 ? [product.id, product.parentId] : [product.id];
}

function withBroughtBack(db: ReadDb, product: ProductRecord): readonly number[] {
  const { id, kind, parentId, archivedAt } = product;
  if (archivedAt === null) return [];
  if (kind === 'parent') return [id, ...idsOf(archivedAlong.all(db, { parentId: id, archivedAt }))];
  if (parentId === null) return [id];
  return productRecord(db, parentId).archivedAt === null ? [id] : [id, parentId];
}

function idsOf(found: readonly Found[]): readonly number[] {
  return found.map(({ id }) => id);
}
