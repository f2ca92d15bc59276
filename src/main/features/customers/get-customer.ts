import type { CustomerView } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const customerById = preparedRead<{ customerId: number }, CustomerView>((slot) =>
  query
    .selectFrom('customers')
    .select(['id', 'name', 'phone', 'email', 'address', 'note', 'createdAt'])
    .where('id', '=', slot('customerId')),
);

/** @throws AppError `not-found`. */
export const getCustomer: QueryHandler<'customers.get'> = ({ db }, { customerId }) => {
  const customer = customerById.get(db, { customerId });
  if (!customer) throw new AppError('not-found', { what: 'customer' });
  return customer;
};
