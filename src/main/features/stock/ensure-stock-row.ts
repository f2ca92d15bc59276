import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type Row = { productId: number; tracked: 0 | 1; reorderLevel: Quantity };

const none = quantity(0);

const insertRow = preparedWrite<Row>((slot) =>
  query
    .insertInto('productStock')
    .values({
      productId: slot('productId'),
      tracked: slot('tracked'),
      onHand: none,
      reserved: none,
      reorderLevel: slot('reorderLevel'),
    })
    .onConflict((conflict) => conflict.column('productId').doNothing()),
);

/**
 * Gives a product that can be sold its stock row, empty; the ledger's first movement fills it. One that is there
 * is left as it is. Parents have none: their variants do. False when it was there.
 */
export function ensureStockRow(
  db: WriteDb,
  product: { readonly productId: number; readonly tracked: boolean; readonly reorderLevel: Quantity },
): boolean {
  const { productId, tracked, reorderLevel } = product;
  return insertRow.run(db, { productId, tracked: tracked ? 1 : 0, reorderLevel }).changes === 1;
}
