import { sql } from 'kysely';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';

const sellable = preparedRead<object, { sellable: number }>(
  () => sql<{ sellable: number }>`
    SELECT count(*) AS sellable FROM products INDEXED BY productsSellable
    WHERE kind <> 'parent' AND archivedAt IS NULL`,
);

/** How many products can be sold: singles and variants that are not archived. */
export const countProducts: QueryHandler<'catalog.count'> = (ctx) => ({
  sellable: sellable.get(ctx.db, {})?.sellable ?? 0,
});
