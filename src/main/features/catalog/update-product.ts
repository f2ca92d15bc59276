import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { normalizeBarcode } from '../../../shared/domain/barcode.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexProduct } from './index-product.ts';
import { maySeeCost } from './may-see-cost.ts';
import {
  freeBarcodes,
  freeLabel,
  refuseCardInNotes,
  requireCategory,
  requireFreeSku,
  requireTaxClass,
} from './product-checks.ts';
import { type ProductRecord, productRecord, variantRecords } from './product-record.ts';
import { shareWithVariants } from './share-with-variants.ts';
import { replaceBarcodes } from './write-product.ts';
import { requireValues } from './write-variants.ts';

type Fields = Parsed<'catalog.update'>['after'];
type Field = keyof Fields;

/** What only a product that is sold has. */
const soldFields: readonly Field[] = ['sku', 'barcodes', 'price', 'compareAtPrice', 'cost', 'reorderLevel'];

/**
 * Changes some fields of a product, each only where it still is what the person saw. A variant's name and category
 * are its parent's, and change there; a parent's name, unit and tax class change for its variants too. Orders that
 * were placed keep what they were placed with.
 * @throws AppError `not-found`, `product-changed`, `product-has-variants`, `forbidden` for a cost that may not be
 *   seen, `sku-taken`, `barcode-taken`, `variant-taken`, `category-gone`, `tax-class-gone`, `whole-pieces-only`,
 *   `card-number-in-text`; `invalid-input` where before and after name other fields.
 */
export const updateProduct: CommandHandler<'catalog.update'> = (ctx, { productId, before, after }) => {
  const product = productRecord(ctx.db, productId);
  const fields = namedFields(before, after);
  if (fields.includes('cost') && !maySeeCost(ctx)) throw new AppError('forbidden');
  if (product.kind === 'parent' && fields.some((field) => soldFields.includes(field))) {
    throw new AppError('product-has-variants', { name: product.fullName });
  }
  if (product.kind !== 'variant' && fields.includes('optionValues')) {
    throw new AppError('invalid-input', { field: 'optionValues' });
  }
  const isAsSeen = fields.every(
    (field) => textOf(field, before[field]) === textOf(field, storedValue(product, field)),
  );
  if (!isAsSeen) throw new AppError('product-changed', { name: product.fullName });
  check(ctx, product, after);
  write(ctx, product, after);
  ctx.note(`product ${productId}`, { name: product.fullName });
  return { productId };
};

/** The fields that are changed: the same before and after. @throws AppError `invalid-input`. */
function namedFields(before: Fields, after: Fields): readonly Field[] {
  const named = (some: Fields): readonly Field[] =>
    (Object.keys(some) as Field[]).filter((field) => some[field] !== undefined).sort();
  const fields = named(after);
  if (JSON.stringify(fields) !== JSON.stringify(named(before)))
    throw new AppError('invalid-input', { field: 'before' });
  return fields;
}

function storedValue(product: ProductRecord, field: Field): unknown {
  if (field === 'categoryId') return product.categoryId ?? product.parentCategoryId;
  if (field === 'optionValues') return product.options;
  return product[field];
}

/** Barcodes are the same in any order and spelling. */
function textOf(field: Field, value: unknown): string {
  if (field !== 'barcodes' || !Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify([...new Set(value.map(String).map(normalizeBarcode))].sort());
}

function check({ db }: CommandContext, product: ProductRecord, after: Fields): void {
  const { sku, categoryId, taxClassId, notes, unit } = after;
  if (sku !== undefined) requireFreeSku(db, sku, product.id);
  // What stands in an archived category may stay there.
  if (categoryId !== undefined && categoryId !== storedValue(product, 'categoryId'))
    requireCategory(db, categoryId);
  if (taxClassId !== undefined) requireTaxClass(db, taxClassId);
  if (notes !== undefined) refuseCardInNotes(notes);
  if (unit === undefined || isMeasured(unit)) return;
  const counted = product.kind === 'parent' ? variantRecords(db, product.id) : [product];
  const parted = counted.find(({ onHand, reserved }) => onHand % 1000 !== 0 || reserved % 1000 !== 0);
  if (parted) throw new AppError('whole-pieces-only', { name: parted.fullName });
}

function write(ctx: CommandContext, product: ProductRecord, after: Fields): void {
  const { db } = ctx;
  const { barcodes, reorderLevel, optionValues, name, categoryId, ...columns } = after;
  if (barcodes !== undefined) replaceBarcodes(db, product.id, freeBarcodes(db, barcodes, product.id));
  if (reorderLevel !== undefined) {
    db.run(query.updateTable('productStock').set({ reorderLevel }).where('productId', '=', product.id));
  }
  const labelled = optionValues === undefined ? {} : labelOf(ctx, product, optionValues);
  const set = { ...columns, ...labelled };
  if (Object.keys(set).length > 0)
    db.run(query.updateTable('products').set(set).where('id', '=', product.id));
  const { unit, taxClassId } = columns;
  const shared = product.kind === 'parent' ? { name, categoryId, unit, taxClassId } : { name, categoryId };
  const topId = product.parentId ?? product.id;
  shareWithVariants(db, topId, shared);
  indexProduct(db, name === undefined ? product.id : topId);
}

function labelOf({ db }: CommandContext, product: ProductRecord, values: readonly string[]) {
  if (product.parentOptions.length > 0) requireValues(product.parentOptions, values);
  else if (values.length === 0) throw new AppError('invalid-input', { field: 'optionValues' });
  const label = freeLabel(db, product.parentId ?? 0, values, product.id);
  return { variantLabel: label, options: JSON.stringify(values) };
}
