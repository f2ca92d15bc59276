import type { ReadDb } from '../../src/main/database/connection.ts';
import { preparedRead } from '../../src/main/database/prepared.ts';
import { query } from '../../src/main/database/query.ts';
import { type Quantity, quantity } from '../../src/shared/domain/quantity.ts';

type Level = { readonly onHand: Quantity; readonly reserved: Quantity };

const summed = preparedRead<{ productId: number }, { onHand: number | null; reserved: number | null }>(
  (slot) =>
    query
      .selectFrom('stockMovements')
      .select((of) => [
        of.fn.sum<number>('onHandChange').as('onHand'),
        of.fn.sum<number>('reservedChange').as('reserved'),
      ])
      .where('productId', '=', slot('productId')),
);

const kept = preparedRead<{ productId: number }, Level>((slot) =>
  query.selectFrom('productStock').select(['onHand', 'reserved']).where('productId', '=', slot('productId')),
);

/**
 * A product's stock as the ledger adds up to, beside what is kept: the self-check of rule "Σ ledger = on hand".
 * `kept` is null where the product has no stock row.
 */
export function recomputeStock(
  db: ReadDb,
  productId: number,
): { readonly ledger: Level; readonly kept: Level | null; readonly agrees: boolean } {
  const sums = summed.get(db, { productId });
  const ledger = { onHand: quantity(sums?.onHand ?? 0), reserved: quantity(sums?.reserved ?? 0) };
  const level = kept.get(db, { productId }) ?? null;
  const agrees = (level?.onHand ?? 0) === ledger.onHand && (level?.reserved ?? 0) === ledger.reserved;
  return { ledger, kept: level, agrees };
}
