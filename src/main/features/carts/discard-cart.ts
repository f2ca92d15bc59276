import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';

/** Drops a cart, open or on hold. That it is gone already is as good. */
export const discardCart: CommandHandler<'carts.discard'> = (ctx, { cartId }) => {
  ctx.db.run(query.deleteFrom('carts').where('id', '=', cartId));
  ctx.note(`cart ${cartId}`, {});
  return {};
};
