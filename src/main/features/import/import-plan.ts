import type { Output } from '../../../shared/contract/index.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import type { DraftProduct } from './catalog-draft.ts';
import type { ShopProduct } from './shop-lookup.ts';

export type ChangedField = Output<'import.preview'>['rows'][number]['changes'][number]['field'];

/** One thing that a file would change about a product the shop has; raw values, worded for people later. */
export type PlannedChange = {
  readonly field: ChangedField;
  readonly from: string | number | null;
  readonly to: string | number | null;
};

/** What becomes of one product of a file. */
export type PlannedProduct =
  | { readonly action: 'create'; readonly draft: DraftProduct }
  | {
      readonly action: 'change' | 'leave';
      readonly draft: DraftProduct;
      readonly product: ShopProduct;
      readonly changes: readonly PlannedChange[];
    }
  | { readonly action: 'refuse'; readonly draft: DraftProduct };

/** What loading a file would do to the shop. */
export type ImportPlan = {
  readonly products: readonly PlannedProduct[];
  /** Of the file and of what the shop already has, by line. */
  readonly problems: readonly RowProblem[];
  /** Products that can be sold, by what becomes of them; `refuse` counts rows that were left out. */
  readonly counts: {
    readonly create: number;
    readonly change: number;
    readonly leave: number;
    readonly refuse: number;
  };
  /** Of those that change: how many by more than their stock, and how many by their stock. */
  readonly changeCounts: { readonly details: number; readonly stock: number };
};
