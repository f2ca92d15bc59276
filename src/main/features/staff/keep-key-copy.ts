import type { WriteDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

/**
 * Keeps the keys as a new recovery code locks them, in place of those before: in the transaction that sets the code.
 * `sealed` is of `secrets.sealKeys`.
 */
export function keepKeyCopy(db: WriteDb, sealed: string): void {
  db.run(
    query
      .insertInto('keyCopy')
      .values({ id: 1, sealed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed })),
  );
}
