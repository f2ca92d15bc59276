import type { Quantity } from './quantity.ts';

/** What a shop does when more is sold than there is. */
export const oversellPolicies = ['block', 'warn', 'allow'] as const;
export type OversellPolicy = (typeof oversellPolicies)[number];

/** A product's stock; `tracked` is false for services and whatever is not counted. */
export type StockLevel = {
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly tracked: boolean;
};

export type StockVerdict = 'ok' | 'warn' | 'block';

/** What can still be promised: on hand less reserved; negative when more was promised than there is. */
export function availableQuantity(stock: Pick<StockLevel, 'onHand' | 'reserved'>): Quantity {
  return (stock.onHand - stock.reserved) as Quantity;
}

/**
 * Whether so much of a product may be sold. `wanted` is the sum over all lines with the product; returns
 * and uncounted products always may.
 */
export function stockVerdict(
  stock: StockLevel & { readonly wanted: Quantity; readonly policy: OversellPolicy },
): StockVerdict {
  if (!stock.tracked || stock.wanted <= 0 || stock.policy === 'allow') return 'ok';
  return stock.wanted <= availableQuantity(stock) ? 'ok' : stock.policy;
}

/** Whether a product has come down to its reorder level, negative stock included. */
export function isLow(stock: StockLevel & { readonly reorderLevel: Quantity }): boolean {
  return stock.tracked && availableQuantity(stock) <= stock.reorderLevel;
}

/** The policy that holds for a product: its own, else its category's, else the shop's. */
export function effectivePolicy(
  product: OversellPolicy | null,
  category: OversellPolicy | null,
  shop: OversellPolicy,
): OversellPolicy {
  return product ?? category ?? shop;
}
