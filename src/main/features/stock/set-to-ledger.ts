import { sql } from 'kysely';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type Level = { readonly onHand: Quantity; readonly reserved: Quantity };

const levelOf = preparedRead<{ productId: number }, Level>((slot) =>
  query.selectFrom('productStock').select(['onHand', 'reserved']).where('productId', '=', slot('productId')),
);

const takeSums = preparedWrite<{ productId: number }>(
  (slot) => sql`
    UPDATE productStock SET
      onHand = (SELECT ifnull(sum(onHandChange), 0) FROM stockMovements WHERE productId = ${slot('productId')}),
      reserved = (SELECT ifnull(sum(reservedChange), 0) FROM stockMovements WHERE productId = ${slot('productId')})
    WHERE productId = ${slot('productId')}`,
);

/**
 * Sets a product's stock to what its ledger adds up to now, null when it is that already. The one other code that
 * writes on hand and reserved beside `moveStock`: it moves nothing, it mends.
 */
export function setToLedger(
  db: WriteDb,
  productId: number,
): { readonly before: Level; readonly after: Level } | null {
  const before = levelOf.get(db, { productId });
  takeSums.run(db, { productId });
  const after = levelOf.get(db, { productId });
  if (!before || !after) return null;
  const isSame = before.onHand === after.onHand && before.reserved === after.reserved;
  return isSame ? null : { before, after };
}
