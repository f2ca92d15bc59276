import { AppError } from '../../../shared/contract/errors.ts';
import { variantLabel } from '../../../shared/domain/variant-options.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { indexProduct } from './index-product.ts';
import { type ProductRecord, productRecord } from './product-record.ts';
import { requireOptionNames, requireValues, writeVariants } from './write-variants.ts';

/**
 * Adds variants to a parent, or makes a single product the first variant of a new parent: it keeps its id, so its
 * stock, its codes and every order that sold it stay with it.
 * @throws AppError `not-found`, `product-gone`, `variant-taken`, `sku-taken`, `barcode-taken`, `whole-pieces-only`;
 *   `invalid-input` for a variant of a variant, other options than the parent's, or values that do not fit them.
 */
export const addVariants: CommandHandler<'catalog.addVariants'> = (ctx, input) => {
  const { optionNames, own, variants } = input;
  const product = productRecord(ctx.db, input.productId);
  if (product.kind === 'variant') throw new AppError('invalid-input', { field: 'productId' });
  if (product.archivedAt !== null)
    throw new AppError('product-gone', { productId: product.id, name: product.name });
  requireOptionNames(optionNames);
  const isSingle = product.kind === 'single';
  if (isSingle === (own === null)) throw new AppError('invalid-input', { field: 'own' });
  const parentId = own === null ? product.id : putBelowParent(ctx, product, optionNames, own);
  if (!isSingle) setOptions(ctx, product, optionNames);
  const stock = { tracked: isSingle ? product.tracked : true, reorderLevel: levelOf(ctx, product) };
  writeVariants(ctx, { ...product, id: parentId }, optionNames, variants, stock);
  const turned = isSingle ? { firstVariant: product.id } : {};
  ctx.note(`product ${parentId}`, { name: product.name, added: variants.length, ...turned });
  return { parentId, added: variants.length };
};

function levelOf({ shop }: CommandContext, product: ProductRecord): ProductRecord['reorderLevel'] {
  return product.kind === 'single' ? product.reorderLevel : shop.reorderLevel;
}

/** Moves what all variants share up to a new parent. Answers the parent's id. */
function putBelowParent(
  { db }: CommandContext,
  product: ProductRecord,
  names: readonly string[],
  values: readonly string[],
): number {
  requireValues(names, values);
  const { name, description, notes, categoryId, taxClassId, price, unit, oversell, pictureId, createdAt } =
    product;
  const shared = {
    name,
    description,
    notes,
    categoryId,
    taxClassId,
    price,
    unit,
    oversell,
    pictureId,
    createdAt,
  };
  const parent = { ...shared, kind: 'parent' as const, options: JSON.stringify(names) };
  const parentId = db.run(query.insertInto('products').values(parent)).lastId;
  const below = { kind: 'variant' as const, parentId, variantLabel: variantLabel(values) };
  const handedUp = { description: '', notes: '', categoryId: null, oversell: null, pictureId: null };
  db.run(
    query
      .updateTable('products')
      .set({ ...below, ...handedUp, options: JSON.stringify(values) })
      .where('id', '=', product.id),
  );
  indexProduct(db, product.id);
  return parentId;
}

/** A parent from a file may have no names for its options yet; one that has keeps them. */
function setOptions({ db }: CommandContext, parent: ProductRecord, names: readonly string[]): void {
  if (parent.options.length === 0) {
    db.run(
      query
        .updateTable('products')
        .set({ options: JSON.stringify(names) })
        .where('id', '=', parent.id),
    );
  } else if (JSON.stringify(parent.options) !== JSON.stringify(names)) {
    throw new AppError('invalid-input', { field: 'optionNames' });
  }
}
