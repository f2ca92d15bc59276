import type { DraftProduct } from './catalog-draft.ts';

/** Which product of the shop a draft is, and how it was recognised; in this order of trust. */
export type DraftMatch = { readonly productId: number; readonly by: 'external-key' | 'sku' | 'barcode' };

/** One thing that a file would change about a product the shop has. Texts as a person reads them. */
export type PlannedChange = {
  readonly field: keyof DraftProduct;
  readonly from: string | null;
  readonly to: string | null;
};

export type PlannedProduct =
  | { readonly action: 'create'; readonly draft: DraftProduct }
  | {
      readonly action: 'change';
      readonly draft: DraftProduct;
      readonly match: DraftMatch;
      readonly changes: readonly PlannedChange[];
    }
  | { readonly action: 'leave'; readonly draft: DraftProduct; readonly match: DraftMatch };

/**
 * What loading a file would do to the shop, worked out before anything is written. The counts are of
 * products that can be sold; parents are counted on their own.
 */
export type ImportPlan = {
  readonly products: readonly PlannedProduct[];
  readonly createdCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly parentCount: number;
  readonly leftOutCount: number;
};
