import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { parseCartContent } from './cart-content.ts';
import { openCart } from './cart-statements.ts';
import { sellerOf } from './seller-of.ts';

/**
 * Takes a held cart back as this till's open one.
 * @throws AppError `not-found` when it is not on hold (any more), `another-cart-open`.
 */
export const resumeCart: CommandHandler<'carts.resume'> = (ctx, { cartId }) => {
  const { db, till } = ctx;
  const held = db.get(
    query
      .selectFrom('carts')
      .select(['label', 'content'])
      .where('id', '=', cartId)
      .where('state', '=', 'held'),
  );
  if (!held) throw new AppError('not-found', { what: 'cart' });
  if (openCart.get(db, { till })) throw new AppError('another-cart-open');
  db.run(
    query
      .updateTable('carts')
      .set({ state: 'open', till, label: '', staffId: sellerOf(ctx.actor), updatedAt: ctx.now })
      .where('id', '=', cartId),
  );
  ctx.note(`cart ${cartId}`, {});
  return { content: parseCartContent(held.content) };
};
