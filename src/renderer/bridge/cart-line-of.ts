import type { ProductTile } from '../../shared/contract/catalog.ts';
import type { CartLine, ProductFacts } from '../../shared/domain/cart.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';

/** Longest name that an order line takes. */
const longestName = 300;

/** "T-Shirt, Blue / Large": as main names it on the order. */
export function productName({ name, variantLabel }: Pick<ProductTile, 'name' | 'variantLabel'>): string {
  return (variantLabel ? `${name}, ${variantLabel}` : name).slice(0, longestName);
}

/** What a cart line copies from a product as main has it now. */
export function factsOf(tile: ProductTile): ProductFacts {
  return {
    productId: tile.id,
    name: productName(tile),
    sku: tile.sku,
    unitPrice: tile.price,
    taxes: tile.taxes,
    pictureId: tile.pictureId,
  };
}

/** A cart line of a product that can be sold: a single one or a variant, never a parent. */
export function cartLineOf(tile: ProductTile, lineId: string, quantity: Quantity): CartLine {
  return {
    ...factsOf(tile),
    id: lineId,
    unit: tile.unit,
    quantity,
    priceOverridden: false,
    taxClassId: null,
    discount: null,
    note: '',
  };
}
