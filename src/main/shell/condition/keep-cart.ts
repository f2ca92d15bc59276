import type { ShopFile } from '../../database/open-shop-file.ts';
import { query } from '../../database/query.ts';

/** The till's open cart, from a file that cannot be relied on any more to another one. */
export type KeptCart = { readonly id: string; readonly till: string; readonly content: string };

/** The open cart of each till, as far as it can still be read. */
export function readOpenCarts({ read }: Pick<ShopFile, 'read'>): readonly KeptCart[] {
  try {
    return read.all(query.selectFrom('carts').select(['id', 'till', 'content']).where('state', '=', 'open'));
  } catch {
    // The page that it lies on is damaged too.
    return [];
  }
}

/** Puts carts into the shop that was brought back, where they are newer than the one of that time. */
export function putOpenCarts(file: ShopFile, carts: readonly KeptCart[], now: number): void {
  if (carts.length === 0) return;
  file.transaction((db) => {
    for (const { id, till, content } of carts) {
      db.run(query.deleteFrom('carts').where('till', '=', till).where('state', '=', 'open'));
      const row = { id, till, content, state: 'open' as const, label: '', staffId: null, updatedAt: now };
      // One that was sold by then stays sold.
      db.run(
        query
          .insertInto('carts')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing()),
      );
    }
  });
}
