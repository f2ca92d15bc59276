import type { QueryHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { parseCartContent } from './cart-content.ts';

/** Carts on hold, the latest first. Any seller may take over any of them. */
export const listHeldCarts: QueryHandler<'carts.listHeld'> = ({ db }) => {
  const rows = db.all(
    query
      .selectFrom('carts')
      .leftJoin('staff', 'staff.id', 'carts.staffId')
      .select([
        'carts.id as cartId',
        'carts.label',
        'carts.updatedAt',
        'carts.content',
        'staff.name as staffName',
      ])
      .where('carts.state', '=', 'held')
      .orderBy('carts.updatedAt', 'desc')
      .orderBy('carts.id'),
  );
  return rows.map((row) => ({ ...row, content: parseCartContent(row.content) }));
};
