import type { CommandHandler } from '../../app/context.ts';
import { cartContent } from './cart-content.ts';
import { dropOpenCart, dropOtherOpenCart, findCart, openCart, writeOpenCart } from './cart-statements.ts';
import { journalRemovals } from './journal-removals.ts';
import { sellerOf } from './seller-of.ts';

/**
 * Journals the open cart, on every key. The till has one open cart: a new one takes the place of the old. A late
 * key of a cart that was sold or put on hold meanwhile changes nothing, least of all the cart that is open now.
 * @throws AppError `too-large`.
 */
export const saveCart: CommandHandler<'carts.save'> = (ctx, { cartId, content, isEmpty }) => {
  const { db, till } = ctx;
  const open = openCart.get(db, { till });
  if (isEmpty) {
    if (open?.id === cartId) journalRemovals(ctx, cartId, open.content, null);
    dropOpenCart.run(db, { till, cartId });
    return {};
  }
  const json = cartContent(content);
  const known = findCart.get(db, { cartId });
  if (known && (known.state !== 'open' || known.till !== till)) return {};
  if (open) journalRemovals(ctx, open.id, open.content, open.id === cartId ? content : null);
  dropOtherOpenCart.run(db, { till, cartId });
  writeOpenCart.run(db, {
    id: cartId,
    till,
    staffId: sellerOf(ctx.actor),
    updatedAt: ctx.now,
    content: json,
  });
  return {};
};
