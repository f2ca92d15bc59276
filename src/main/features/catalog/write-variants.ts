import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { CommandContext } from '../../app/context.ts';
import { freeLabel } from './product-checks.ts';
import type { ProductRecord } from './product-record.ts';
import { type FirstStock, writeProduct } from './write-product.ts';

type NewVariant = Parsed<'catalog.addVariants'>['variants'][number];
type Parent = Pick<ProductRecord, 'id' | 'name' | 'taxClassId' | 'unit'>;

/**
 * Writes new variants of a parent, each with its own SKU, barcodes, price and first stock.
 * @throws AppError `variant-taken`, `sku-taken`, `barcode-taken`, `whole-pieces-only`, `invalid-input` where one has
 *   not a value for each option.
 */
export function writeVariants(
  ctx: CommandContext,
  parent: Parent,
  names: readonly string[],
  variants: readonly NewVariant[],
  stock: Pick<FirstStock, 'tracked' | 'reorderLevel'>,
): void {
  for (const { openingStock, optionValues, ...own } of variants) {
    requireValues(names, optionValues);
    const { name, taxClassId, unit } = parent;
    const taken = { kind: 'variant' as const, parentId: parent.id, name, taxClassId, unit };
    const plain = { description: '', notes: '', categoryId: null, oversell: null };
    const label = freeLabel(ctx.db, parent.id, optionValues);
    const row = { ...plain, ...taken, ...own, variantLabel: label, options: optionValues };
    writeProduct(ctx, row, { ...stock, openingStock });
  }
}

/** One value for each option, no more. @throws AppError `invalid-input`. */
export function requireValues(names: readonly string[], values: readonly string[]): void {
  if (values.length !== names.length) throw new AppError('invalid-input', { field: 'optionValues' });
}

/** Options have names that differ. @throws AppError `invalid-input`. */
export function requireOptionNames(names: readonly string[]): void {
  const keys = new Set(names.map((name) => name.toLowerCase()));
  if (keys.size !== names.length) throw new AppError('invalid-input', { field: 'optionNames' });
}
