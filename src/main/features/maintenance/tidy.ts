import { sql } from 'kysely';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

const day = 86_400_000;
/** How long an answer to a request is kept: far longer than any retry. */
const requestDays = 30;
/** What sold in this time comes first in the till's search. */
const popularDays = 90;

/**
 * Puts away what nobody will ask for again and ranks products by what sold lately. Derived and remembered
 * things only: running it twice, or never, changes no figure of the shop.
 */
export const tidy: CommandHandler<'maintenance.tidy'> = ({ db, now, today }) => {
  db.run(
    query
      .deleteFrom('carts')
      .where('state', '=', 'sold')
      .where('updatedAt', '<', now - day),
  );
  db.run(query.deleteFrom('requests').where('at', '<', now - requestDays * day));
  const since = addDays(today, -popularDays);
  db.run(
    sql`UPDATE products SET popularity = ranked.count FROM (
      SELECT p.id, ifnull(sold.count, 0) AS count FROM products AS p LEFT JOIN (
        SELECT l.productId, count(*) AS count FROM orders AS o JOIN orderLines AS l ON l.orderId = o.id
        WHERE o.businessDate >= ${since} AND o.status <> 'cancelled' AND l.productId IS NOT NULL
        GROUP BY l.productId
      ) AS sold ON sold.productId = p.id
      WHERE p.popularity <> ifnull(sold.count, 0)
    ) AS ranked WHERE products.id = ranked.id`,
  );
  return {};
};
