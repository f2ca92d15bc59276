import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { cartContent } from './cart-content.ts';
import { sellerOf } from './seller-of.ts';

/** Puts a cart on hold under a label, as it stands now; held again, it takes the new label. @throws `too-large`. */
export const holdCart: CommandHandler<'carts.hold'> = (ctx, { cartId, label, content }) => {
  const row = {
    state: 'held' as const,
    till: ctx.till,
    label,
    staffId: sellerOf(ctx.actor),
    updatedAt: ctx.now,
    content: cartContent(content),
  };
  ctx.db.run(
    query
      .insertInto('carts')
      .values({ id: cartId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('carts.state', '<>', 'sold')),
  );
  ctx.note(`cart ${cartId}`, { content: `${row.content.length} characters` });
  return {};
};
