import type { Output } from '../../../shared/contract/index.ts';
import { availableQuantity } from '../../../shared/domain/oversell.ts';
import type { QueryHandler } from '../../app/context.ts';
import { maySeeCost } from './may-see-cost.ts';
import { type ProductRecord, productRecord, variantRecords } from './product-record.ts';

type Variant = Output<'catalog.editable'>['variants'][number];

/** A product as its form shows it, with the variants of a parent, those that are sold first. @throws AppError `not-found`. */
export const getEditable: QueryHandler<'catalog.editable'> = (ctx, { productId }) => {
  const product = productRecord(ctx.db, productId);
  const seesCost = maySeeCost(ctx);
  const { id, kind, parentId, name, sku, description, notes, taxClassId, price, compareAtPrice, unit } =
    product;
  const { oversell, variantLabel, pictureId, createdAt, tracked, onHand, reserved, reorderLevel } = product;
  const variants = kind === 'parent' ? variantRecords(ctx.db, id) : [];
  const sorted = variants.toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null));
  return {
    ...{ id, kind, parentId, name, sku, description, notes, taxClassId, price, compareAtPrice, unit },
    ...{ oversell, variantLabel, pictureId, createdAt, tracked, onHand, reserved, reorderLevel },
    barcodes: [...product.barcodes],
    categoryId: product.categoryId ?? product.parentCategoryId,
    cost: seesCost ? product.cost : null,
    optionValues: kind === 'variant' ? [...product.options] : [],
    optionNames: [...(kind === 'variant' ? product.parentOptions : product.options)],
    archived: product.archivedAt !== null,
    variants: sorted.map((variant) => variantOf(variant, seesCost)),
  };
};

function variantOf(variant: ProductRecord, seesCost: boolean): Variant {
  const { id, sku, price, compareAtPrice, onHand, tracked, pictureId } = variant;
  return {
    ...{ id, sku, price, compareAtPrice, onHand, tracked, pictureId },
    variantLabel: variant.variantLabel ?? '',
    optionValues: [...variant.options],
    barcodes: [...variant.barcodes],
    cost: seesCost ? variant.cost : null,
    available: availableQuantity(variant),
    archived: variant.archivedAt !== null,
  };
}
