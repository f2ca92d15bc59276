import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { Cart, CartLine } from '../../../shared/domain/cart.ts';
import { cartReducer } from '../../../shared/domain/cart-reducer.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import { factsOf } from '../../bridge/cart-line-of.ts';

/** A tax class as main has it now. */
export type TaxClass = {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly rates: readonly Tax[];
};

/** The taxes of a custom item: those of its class, or of the shop's default one, also where it was put aside. */
export function taxesOfClass(classes: readonly TaxClass[], taxClassId: number | null): readonly Tax[] {
  const found = classes.find(({ id }) => id === taxClassId) ?? classes.find(({ isDefault }) => isDefault);
  return found?.rates ?? [];
}

/** The cart with everything that main decides as it is now: prices, names and taxes. Set prices stay. */
export function freshCart(cart: Cart, tiles: readonly ProductTile[], classes: readonly TaxClass[]): Cart {
  const refreshed = cartReducer(cart, { type: 'refresh-products', products: tiles.map(factsOf) });
  const lines = refreshed.lines.map(
    (line): CartLine =>
      line.productId === null ? { ...line, taxes: taxesOfClass(classes, line.taxClassId) } : line,
  );
  return { ...refreshed, lines };
}

/** The cart with a line at its product's own price again. */
export function withListPrice(cart: Cart, lineId: string, tile: ProductTile): Cart {
  const lines = cart.lines.map(
    (line): CartLine =>
      line.id === lineId
        ? { ...line, unitPrice: tile.price, taxes: tile.taxes, priceOverridden: false }
        : line,
  );
  return { ...cart, lines };
}
