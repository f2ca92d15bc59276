import type { ProductTile } from '../../../shared/contract/catalog.ts';
import {
  availableQuantity,
  effectivePolicy,
  isLow,
  type OversellPolicy,
} from '../../../shared/domain/oversell.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import type { Context } from '../../app/context.ts';
import { oversellOfCategories } from './category-tree.ts';
import { type LoadedProduct, loadProducts, sumVariants, type VariantSums } from './load-products.ts';
import { taxesOfClasses } from './taxes.ts';

type Reader = Pick<Context, 'db' | 'today' | 'shop'>;

/** Products with all that their tiles need, each read once for the whole batch. */
export type LoadedTiles = {
  readonly products: ReadonlyMap<number, LoadedProduct>;
  readonly sums: ReadonlyMap<number, VariantSums>;
  readonly tiles: ReadonlyMap<number, ProductTile>;
};

/**
 * Products as the till sees them, by id: a handful of queries however many there are. Archived products are
 * in it too; leaving them out is the caller's to decide.
 */
export function loadTiles(ctx: Reader, ids: readonly number[]): LoadedTiles {
  const products = loadProducts(ctx.db, ids);
  const all = [...products.values()];
  const parentIds = all.filter((product) => product.kind === 'parent').map((product) => product.id);
  const sums = sumVariants(ctx.db, parentIds);
  const taxes = taxesOfClasses(
    ctx.db,
    all.map((product) => product.taxClassId),
    ctx.today,
  );
  const categoryIds = all.flatMap(({ oversell, categoryId }) =>
    oversell === null && categoryId !== null ? [categoryId] : [],
  );
  const policies = oversellOfCategories(ctx.db, categoryIds);
  const tiles = all.map((product): [number, ProductTile] => {
    const policy = (product.categoryId !== null && policies.get(product.categoryId)) || null;
    const oversell = effectivePolicy(product.oversell, policy, ctx.shop.oversell);
    const tax = taxes.get(product.taxClassId) ?? [];
    return [product.id, tileOf(product, sums.get(product.id), tax, oversell)];
  });
  return { products, sums, tiles: new Map(tiles) };
}

/** The tiles of these products in this order; ids that are unknown or archived are left out. */
export function listTilesById(ctx: Reader, ids: readonly number[]): ProductTile[] {
  const { products, tiles } = loadTiles(ctx, ids);
  return ids.flatMap((id) => {
    const tile = tiles.get(id);
    return tile && products.get(id)?.archivedAt === null ? [tile] : [];
  });
}

/** What a product, or all variants of a parent together, have in stock. */
export function stockOf(
  product: LoadedProduct,
  sums: VariantSums | undefined,
): { onHand: Quantity; reserved: Quantity; reorderLevel: Quantity; tracked: boolean } {
  const { onHand, reserved, tracked } = product.kind === 'parent' ? (sums ?? noStock) : product;
  return {
    onHand: quantity(onHand ?? 0),
    reserved: quantity(reserved ?? 0),
    reorderLevel: quantity((product.kind === 'parent' ? null : product.reorderLevel) ?? 0),
    tracked: tracked === 1,
  };
}

const noStock = { onHand: null, reserved: null, tracked: null };

function tileOf(
  product: LoadedProduct,
  sums: VariantSums | undefined,
  taxes: readonly Tax[],
  oversell: OversellPolicy,
): ProductTile {
  const stock = stockOf(product, sums);
  const { id, kind, parentId, name, variantLabel, sku, categoryId, pictureId, compareAtPrice, unit } =
    product;
  return {
    id,
    kind,
    parentId,
    name,
    variantLabel,
    sku,
    categoryId,
    colour: product.colour ?? 0,
    pictureId,
    price: sums?.lowestPrice ?? product.price,
    highestPrice: sums?.highestPrice ?? product.price,
    compareAtPrice,
    unit,
    taxes: [...taxes],
    tracked: stock.tracked,
    available: availableQuantity(stock),
    low: kind === 'parent' ? sums?.low === 1 : isLow(stock),
    oversell,
    variantCount: sums?.variantCount ?? 0,
  };
}
