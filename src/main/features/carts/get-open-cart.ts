import type { QueryHandler } from '../../app/context.ts';
import { parseCartContent } from './cart-content.ts';
import { openCart } from './cart-statements.ts';

/** The cart that this till had open when it was last journalled. */
export const getOpenCart: QueryHandler<'carts.open'> = ({ db, till }) => {
  const cart = openCart.get(db, { till });
  return cart ? { cartId: cart.id, content: parseCartContent(cart.content) } : null;
};
