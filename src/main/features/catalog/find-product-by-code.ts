import type { QueryHandler } from '../../app/context.ts';
import { findCode } from './find-code.ts';
import { listTilesById } from './load-tiles.ts';

/** The product of a scanned code, ready for the cart. */
export const findProductByCode: QueryHandler<'catalog.findByCode'> = (ctx, { code }) => {
  const id = findCode(ctx.db, code);
  return id === null ? null : (listTilesById(ctx, [id])[0] ?? null);
};
