import type { Selectable } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import type { CustomersTable } from '../../database/schema.ts';

/** A customer of the directory who was neither merged nor erased; archived ones too. @throws AppError `not-found`. */
export function requireLive(db: ReadDb, customerId: number): Selectable<CustomersTable> {
  const customer = db.get(
    query
      .selectFrom('customers')
      .selectAll()
      .where('id', '=', customerId)
      .where('mergedInto', 'is', null)
      .where('erasedAt', 'is', null),
  );
  if (!customer) throw new AppError('not-found', { what: 'customer' });
  return customer;
}
