import { sql } from 'kysely';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

type Favourite = CustomerDetail['favourites'][number];

/** Orders that are looked at: whoever ordered more often is known by the last ones. */
const lookedAt = 500;
const shown = 6;

const bought = preparedRead<{ customerId: number }, Favourite>(
  (slot) => sql<Favourite>`
    WITH latest AS MATERIALIZED (
      SELECT o.id FROM orders AS o WHERE o.customerId = ${slot('customerId')} AND o.status <> 'cancelled'
      ORDER BY o.businessDate DESC, o.id DESC LIMIT ${sql.lit(lookedAt)}),
    sold AS (
      SELECT line.orderId, line.productId, line.name, line.unit, line.quantity - ifnull((
        SELECT sum(back.quantity) FROM returns AS r
          JOIN returnLines AS back ON back.returnId = r.id AND back.orderLineNo = line.lineNo
        WHERE r.orderId = line.orderId), 0) AS quantity
      FROM latest JOIN orderLines AS line ON line.orderId = latest.id)
    SELECT productId, max(name) AS name, unit, sum(quantity) AS quantity, count(DISTINCT orderId) AS orders FROM sold
    WHERE quantity > 0 GROUP BY ifnull(productId, name), productId, unit
    ORDER BY orders DESC, quantity DESC, name LIMIT ${sql.lit(shown)}`,
);

/** What a customer buys most: in how many orders it stood, then how much, less what came back. */
export function favouritesOf(db: ReadDb, customerId: number): Favourite[] {
  return bought.all(db, { customerId });
}
