import type { QueryHandler } from '../../app/context.ts';
import { listTilesById } from './load-tiles.ts';

/** Products by id as they are now, each once, in the order asked for. */
export const listTiles: QueryHandler<'catalog.tiles'> = (ctx, { productIds }) =>
  listTilesById(ctx, [...new Set(productIds)]);
