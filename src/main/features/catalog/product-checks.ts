import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { variantKey, variantLabel } from '../../../shared/domain/variant-options.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { fullProductName } from './named-product.ts';

type Holder = { readonly id: number; readonly name: string };

const skuHolder = preparedRead<{ sku: string; ownId: number }, Holder>(
  (slot) => sql<Holder>`
    SELECT p.id, ${fullProductName} AS name FROM products AS p LEFT JOIN products AS parent ON parent.id = p.parentId
    WHERE p.sku IS NOT NULL AND p.sku = ${slot('sku')} COLLATE NOCASE AND p.id <> ${slot('ownId')} LIMIT 1`,
);

const barcodeHolder = preparedRead<{ barcode: string; ownId: number }, Holder>(
  (slot) => sql<Holder>`
    SELECT p.id, ${fullProductName} AS name FROM barcodes AS b JOIN products AS p ON p.id = b.productId
    LEFT JOIN products AS parent ON parent.id = p.parentId
    WHERE b.barcode = ${slot('barcode')} AND p.id <> ${slot('ownId')}`,
);

const labelsOf = preparedRead<{ parentId: number; ownId: number }, { variantLabel: string | null }>(
  (slot) => sql<{ variantLabel: string | null }>`
    SELECT variantLabel FROM products WHERE parentId = ${slot('parentId')} AND id <> ${slot('ownId')}`,
);

/** No other product, archived ones included, has this SKU in any case. @throws AppError `sku-taken`. */
export function requireFreeSku(db: ReadDb, sku: string | null, ownId = 0): void {
  const holder = sku === null ? undefined : skuHolder.get(db, { sku, ownId });
  if (holder) throw new AppError('sku-taken', { sku, name: holder.name, productId: holder.id });
}

/**
 * Barcodes as the shop keeps them, each once. One belongs to one product only, archived ones included.
 * @throws AppError `barcode-taken`; `invalid-input` for one of which nothing can be printed.
 */
export function freeBarcodes(db: ReadDb, typed: readonly string[], ownId = 0): readonly string[] {
  const barcodes = [...new Set(typed.map(normalizeBarcode))];
  for (const barcode of barcodes) {
    if (barcode === '') throw new AppError('invalid-input', { field: 'barcodes' });
    const holder = barcodeHolder.get(db, { barcode, ownId });
    if (holder) throw new AppError('barcode-taken', { barcode, name: holder.name, productId: holder.id });
  }
  return barcodes;
}

/** What a variant is called; none of its siblings, archived ones included, is. @throws AppError `variant-taken`. */
export function freeLabel(db: ReadDb, parentId: number, values: readonly string[], ownId = 0): string {
  const label = variantLabel(values);
  const key = variantKey(label);
  const taken = labelsOf.all(db, { parentId, ownId });
  if (taken.some((one) => variantKey(one.variantLabel ?? '') === key))
    throw new AppError('variant-taken', { label });
  return label;
}

/** A category that is there and not archived, or none. @throws AppError `category-gone`. */
export function requireCategory(db: ReadDb, categoryId: number | null): void {
  if (categoryId === null) return;
  const found = db.get(query.selectFrom('categories').select('archivedAt').where('id', '=', categoryId));
  if (found?.archivedAt !== null) throw new AppError('category-gone');
}

/** @throws AppError `tax-class-gone`. */
export function requireTaxClass(db: ReadDb, taxClassId: number): void {
  const found = db.get(query.selectFrom('taxClasses').select('archivedAt').where('id', '=', taxClassId));
  if (found?.archivedAt !== null) throw new AppError('tax-class-gone');
}

/** Notes never hold a card number. @throws AppError `card-number-in-text`. */
export function refuseCardInNotes(notes: string): void {
  if (looksLikeCardNumber(notes)) throw new AppError('card-number-in-text', { field: 'notes' });
}
