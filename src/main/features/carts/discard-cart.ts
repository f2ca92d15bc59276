import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { journalRemovals } from './journal-removals.ts';

/**
 * Drops a cart, open or on hold. That it is gone already is as good; the mark of one that was sold stays, or a key
 * journalled late would bring the paid cart back.
 */
export const discardCart: CommandHandler<'carts.discard'> = (ctx, { cartId }) => {
  const cart = ctx.db.get(
    query.selectFrom('carts').select('content').where('id', '=', cartId).where('state', '<>', 'sold'),
  );
  if (cart) journalRemovals(ctx, cartId, cart.content, null);
  ctx.db.run(query.deleteFrom('carts').where('id', '=', cartId).where('state', '<>', 'sold'));
  ctx.note(`cart ${cartId}`, {});
  return {};
};
