import { sql } from 'kysely';
import type { ShopFile } from '../../database/open-shop-file.ts';

/** The till's open cart, from a file that cannot be relied on any more to another one. */
export type KeptCart = { readonly id: string; readonly till: string; readonly content: string };

/** The open cart of each till, as far as it can still be read. */
export function readOpenCarts({ read }: Pick<ShopFile, 'read'>): readonly KeptCart[] {
  try {
    return read.all(sql<KeptCart>`SELECT id, till, content FROM carts WHERE state = 'open'`);
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
      db.run(sql`DELETE FROM carts WHERE till = ${till} AND state = 'open'`);
      db.run(sql`INSERT INTO carts (id, state, till, label, staffId, updatedAt, content)
        VALUES (${id}, 'open', ${till}, '', NULL, ${now}, ${content}) ON CONFLICT (id) DO NOTHING`);
    }
  });
}
