import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { listTilesById } from './load-tiles.ts';

const variantsOf = preparedRead<{ parentId: number }, { id: number }>((slot) =>
  query
    .selectFrom('products')
    .select('id')
    .where('parentId', '=', slot('parentId'))
    .where('archivedAt', 'is', null)
    .orderBy('id'),
);

/** The variants of a parent, in the order in which they were made; none for anything that is no parent. */
export const listVariants: QueryHandler<'catalog.variants'> = (ctx, { parentId }) =>
  listTilesById(
    ctx,
    variantsOf.all(ctx.db, { parentId }).map((row) => row.id),
  );
