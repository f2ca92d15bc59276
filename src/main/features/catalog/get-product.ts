import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { loadRows } from './load-rows.ts';

const descriptionOf = preparedRead<{ productId: number }, { description: string; createdAt: number }>(
  (slot) =>
    query.selectFrom('products').select(['description', 'createdAt']).where('id', '=', slot('productId')),
);

const variantsOf = preparedRead<{ productId: number }, { id: number }>((slot) =>
  query.selectFrom('products').select('id').where('parentId', '=', slot('productId')).orderBy('id'),
);

/** One product with its variants, archived ones included. @throws AppError `not-found`. */
export const getProduct: QueryHandler<'catalog.product'> = (ctx, { productId }) => {
  const text = descriptionOf.get(ctx.db, { productId });
  const variantIds = variantsOf.all(ctx.db, { productId }).map((row) => row.id);
  const rows = loadRows(ctx, [productId, ...variantIds]);
  const row = rows.get(productId);
  if (!text || !row) throw new AppError('not-found', { what: 'product' });
  const variants = variantIds.flatMap((id) => rows.get(id) ?? []);
  return { ...row, ...text, variants };
};
