import type { Generated } from 'kysely';

/** A column of many products that was changed at once. `change` is its JSON, as the contract spells it. */
export type BulkEditsTable = {
  id: Generated<number>;
  change: string;
  changed: number;
  at: number;
  staffId: number | null;
  undoneAt: number | null;
  undoneBy: number | null;
};

/** What one product had and got: a price, a category, a tax class, or the instant of archiving. */
export type BulkEditRowsTable = {
  bulkEditId: number;
  productId: number;
  before: number | null;
  after: number | null;
};
