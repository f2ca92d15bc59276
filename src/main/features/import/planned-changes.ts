import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { ProductKind } from '../../database/schema.ts';
import { cutText } from '../csv/cut-text.ts';
import type { DraftProduct } from './catalog-draft.ts';
import { categoryKey, keptCategoryPath } from './category-path.ts';
import { draftLimits } from './check-products.ts';
import type { ChangedField, PlannedChange } from './import-plan.ts';
import { barcodesOf, type ShopNames, type ShopProduct } from './shop-lookup.ts';

type Value = string | number | null;

/** What a file says differently of a product that the shop has. What it does not say, stays. */
export function changesOf(
  db: ReadDb,
  names: ShopNames,
  draft: DraftProduct,
  product: ShopProduct,
): readonly PlannedChange[] {
  const changes: PlannedChange[] = [];
  const compare = (field: ChangedField, from: Value, to: Value, isSaid = to !== null): void => {
    if (isSaid && from !== to) changes.push({ field, from, to });
  };
  compare('name', product.name, nameFor(draft, product.kind));
  compare('variantLabel', product.variantLabel, product.kind === 'variant' ? draft.variantLabel : null);
  compare('description', product.description, draft.description);
  const path = keptCategoryPath(draft.categoryPath).join(' > ');
  const current = names.categoryPath(product.categoryId);
  if (path !== '' && categoryKey(path) !== categoryKey(current)) compare('category', current, path);
  if (draft.kind === 'parent') return changes;
  compare('sku', product.sku, draft.sku);
  compare('price', product.price, draft.price);
  compare('compareAtPrice', product.compareAtPrice, draft.compareAtPrice, draft.price !== null);
  compare('cost', product.cost, draft.cost);
  compare('unit', product.unit, draft.unit);
  compare('oversell', product.oversell, draft.oversell);
  compare('reorderLevel', product.reorderLevel, draft.reorderLevel);
  if (draft.tracked !== false) compare('stock', product.onHand, draft.stock);
  const taxClassId = names.taxClass(draft.taxClassName, draft.taxable);
  if (taxClassId) compare('taxClass', names.taxClassName(product.taxClassId), names.taxClassName(taxClassId));
  compareState(compare, draft, product);
  compareBarcodes(db, compare, draft, product);
  return changes;
}

/**
 * The name that a draft has for a product of a kind, null where it has none: a variant is named with its parent,
 * and a variant of the file that stands alone in the shop carries its label in its name.
 */
export function nameFor(draft: DraftProduct, kind: ProductKind): string | null {
  if (kind === 'variant' || draft.name === null) return null;
  if (draft.kind !== 'variant' || !draft.variantLabel) return draft.name;
  return cutText(`${draft.name}, ${draft.variantLabel}`, draftLimits.name);
}

type Compare = (field: ChangedField, from: Value, to: Value) => void;

function compareState(compare: Compare, { state }: DraftProduct, product: ShopProduct): void {
  if (state === null) return;
  const now = product.archivedAt === null ? 'active' : 'archived';
  compare('state', now, state === 'active' ? 'active' : 'archived');
}

/** Barcodes are only added: one that the file leaves out may still be on the shelf. */
function compareBarcodes(db: ReadDb, compare: Compare, draft: DraftProduct, product: ShopProduct): void {
  const known = barcodesOf.all(db, { productId: product.id }).map((row) => row.barcode);
  const added = newBarcodes(draft, known);
  if (added.length > 0) compare('barcodes', known.join(', '), [...known, ...added].join(', '));
}

/** The codes of a draft that a product does not have yet, in the one form that they are kept in. */
export function newBarcodes(draft: DraftProduct, known: readonly string[]): readonly string[] {
  const codes = new Set(draft.barcodes.map((barcode) => normalizeBarcode(barcode)));
  for (const code of known) codes.delete(code);
  return [...codes].filter((code) => code !== '');
}
