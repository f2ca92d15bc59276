import type { QueryHandler } from '../../app/context.ts';
import { listCategories } from '../catalog/list-categories.ts';

/** Categories that hold something to buy, at them or below. */
export const listKioskCategories: QueryHandler<'kiosk.categories'> = (ctx) =>
  listCategories(ctx, {})
    .filter(({ productCount }) => productCount > 0)
    .map(({ id, parentId, name, colour }) => ({ id, parentId, name, colour }));
