import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

type SoldCart = { cartId: string; till: string; staffId: number | null; updatedAt: number };

const writeSold = preparedWrite<SoldCart>((slot) =>
  query
    .insertInto('carts')
    .values({
      id: slot('cartId'),
      state: 'sold',
      till: slot('till'),
      label: '',
      staffId: slot('staffId'),
      updatedAt: slot('updatedAt'),
      content: '{}',
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state: 'sold', label: '', content: '{}' })),
);

/**
 * Closes a cart that became an order, in the order's transaction. Its empty row stays for a day, so that a key
 * pressed just before and journalled just after cannot bring a paid cart back.
 */
export function closeCart(db: WriteDb, cart: SoldCart): void {
  writeSold.run(db, cart);
}
