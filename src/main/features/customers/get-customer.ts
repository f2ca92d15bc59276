import type { CustomerView } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const customerById = preparedRead<{ customerId: number }, CustomerView>((slot) =>
  query
    .selectFrom('customers')
    .select(['id', 'name', 'phone', 'email', 'address', 'note', 'createdAt'])
    .where('id', '=', slot('customerId')),
);

const survivorOf = preparedRead<{ customerId: number }, { id: number; mergedInto: number | null }>((slot) =>
  query.selectFrom('customers').select(['id', 'mergedInto']).where('id', '=', slot('customerId')),
);

/** Who a number of the directory stands for now. @throws AppError `not-found`. */
export function presentId(db: ReadDb, customerId: number): number {
  const found = survivorOf.get(db, { customerId });
  if (!found) throw new AppError('not-found', { what: 'customer' });
  return found.mergedInto ?? found.id;
}

/** @throws AppError `not-found`. */
export const getCustomer: QueryHandler<'customers.get'> = ({ db }, { customerId }) => {
  const customer = customerById.get(db, { customerId: presentId(db, customerId) });
  if (!customer) throw new AppError('not-found', { what: 'customer' });
  return customer;
};
