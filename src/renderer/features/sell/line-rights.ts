import type { CartLine } from '../../../shared/domain/cart.ts';

/** What the person at the till may do, as the buttons show it; main decides again. */
export type LineRights = {
  readonly discount: boolean;
  /** A custom item has no price but the one that is given to it. */
  readonly price: boolean;
  readonly customers: boolean;
  readonly orders: boolean;
  readonly goodsBack: boolean;
};

export function lineRights(
  session: { readonly rights: readonly string[] } | null,
  line: CartLine | null,
): LineRights {
  const may = (right: string) => session?.rights.includes(right) ?? false;
  return {
    discount: may('discount') || may('discount-any'),
    price: may('override-price') || line?.productId === null,
    customers: may('see-customers'),
    orders: may('see-orders'),
    goodsBack: may('refund'),
  };
}
