import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { refuseCardInNotes, requireCategory, requireTaxClass } from './product-checks.ts';
import { writeProduct } from './write-product.ts';
import { requireOptionNames, writeVariants } from './write-variants.ts';

/**
 * A new product, or a parent with its variants. What is there already comes in as its first movement.
 * @throws AppError `sku-taken`, `barcode-taken`, `variant-taken`, `category-gone`, `tax-class-gone`,
 *   `card-number-in-text`, `whole-pieces-only`; `invalid-input` for variants without options, or options without.
 */
export const createProduct: CommandHandler<'catalog.create'> = (ctx, input) => {
  const { optionNames, variants, tracked, reorderLevel, openingStock, ...fields } = input;
  requireCategory(ctx.db, fields.categoryId);
  requireTaxClass(ctx.db, fields.taxClassId);
  refuseCardInNotes(fields.notes);
  if (variants.length === 0 && optionNames.length > 0)
    throw new AppError('invalid-input', { field: 'variants' });
  const own = { ...fields, parentId: null, variantLabel: null };
  if (variants.length === 0) {
    const row = { ...own, kind: 'single' as const, options: [] };
    const productId = writeProduct(ctx, row, { tracked, reorderLevel, openingStock });
    ctx.note(`product ${productId}`, { name: fields.name });
    return { productId };
  }
  requireOptionNames(optionNames);
  const left = { sku: null, barcodes: [], compareAtPrice: null, cost: null };
  const row = { ...own, ...left, kind: 'parent' as const, options: optionNames };
  const productId = writeProduct(ctx, row, null);
  writeVariants(ctx, { ...fields, id: productId }, optionNames, variants, { tracked, reorderLevel });
  ctx.note(`product ${productId}`, { name: fields.name, variants: variants.length });
  return { productId };
};
