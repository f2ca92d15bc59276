import { sql } from 'kysely';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { stepTo } from '../../database/walk.ts';
import { fullProductName } from '../catalog/named-product.ts';

/** A product whose stock is not what its ledger adds up to. */
export type Drift = {
  readonly productId: number;
  readonly name: string;
  readonly unit: Unit;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly ledgerOnHand: Quantity;
  readonly ledgerReserved: Quantity;
};

/** Products, and movements, that are compared in one go: some ten milliseconds. */
const mostProducts = 500;
const mostMovements = 20_000;

/** Movements are numbered without gaps, so the last number is how many there are. */
const nextProducts = preparedRead<{ after: number }, { productId: number; movements: number | null }>(
  (slot) => sql<{ productId: number; movements: number | null }>`
    SELECT productId, (SELECT max(movementNo) FROM stockMovements AS m WHERE m.productId = s.productId) AS movements
    FROM productStock AS s WHERE productId > ${slot('after')} ORDER BY productId LIMIT ${sql.lit(mostProducts)}`,
);

type Slice = { after: number; last: number };

/** One statement, so that it sees stock and ledger at one moment, whatever is sold meanwhile. */
const driftsIn = preparedRead<Slice, Drift>(
  (slot) => sql<Drift>`
    SELECT p.id AS productId, ${fullProductName} AS name, p.unit, found.onHand, found.reserved,
      found.ledgerOnHand, found.ledgerReserved
    FROM (
      SELECT s.productId, s.onHand, s.reserved, ifnull(sum(m.onHandChange), 0) AS ledgerOnHand,
        ifnull(sum(m.reservedChange), 0) AS ledgerReserved
      FROM productStock AS s LEFT JOIN stockMovements AS m ON m.productId = s.productId
      WHERE s.productId > ${slot('after')} AND s.productId <= ${slot('last')}
      GROUP BY s.productId HAVING s.onHand <> ledgerOnHand OR s.reserved <> ledgerReserved
    ) AS found JOIN products AS p ON p.id = found.productId
    LEFT JOIN products AS parent ON parent.id = p.parentId
    ORDER BY p.id`,
);

/** What a comparison of some products found. */
export type ComparedSlice = { readonly products: number; readonly drifts: readonly Drift[] };

/** Compares all products' stock with the ledger, slice by slice; what the caller does in between sees no lock. */
export function* compareWithLedger(db: ReadDb): Generator<ComparedSlice, void, void> {
  for (let after = 0; ; ) {
    const slice = firstOf(nextProducts.all(db, { after }));
    const last = slice.at(-1)?.productId;
    if (last === undefined) return;
    yield { products: slice.length, drifts: driftsIn.all(db, { after, last }) };
    after = stepTo(after, last);
  }
}

/** As many products as have few enough movements together; at least one. */
function firstOf<Next extends { readonly movements: number | null }>(found: readonly Next[]): Next[] {
  let movements = 0;
  const end = found.findIndex((next, index) => {
    movements += next.movements ?? 0;
    return index > 0 && movements > mostMovements;
  });
  return end < 0 ? [...found] : found.slice(0, end);
}
