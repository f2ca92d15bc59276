import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { CustomersTable } from '../../database/schema.ts';
import { searchWords } from '../catalog/search-text.ts';
import { phoneWords } from './phone-words.ts';

type Indexed = Pick<
  CustomersTable,
  'name' | 'phone' | 'email' | 'address' | 'username' | 'mergedInto' | 'erasedAt'
>;

const findIndexed = preparedRead<{ customerId: number }, Indexed>((slot) =>
  query
    .selectFrom('customers')
    .select(['name', 'phone', 'email', 'address', 'username', 'mergedInto', 'erasedAt'])
    .where('id', '=', slot('customerId')),
);

const removeWords = preparedWrite<{ customerId: number }>((slot) =>
  query.deleteFrom('customerSearch').where('rowid', '=', slot('customerId')),
);

const addWords = preparedWrite<{ customerId: number; words: string }>((slot) =>
  query.insertInto('customerSearch').values({ rowid: slot('customerId'), words: slot('words') }),
);

/**
 * Writes what a customer is found by; to be called after every change. Archived ones are there too, for whoever looks
 * for them; who was merged or erased is taken out.
 */
export function indexCustomer(db: WriteDb, customerId: number): void {
  removeWords.run(db, { customerId });
  const customer = findIndexed.get(db, { customerId });
  if (!customer || customer.mergedInto !== null || customer.erasedAt !== null) return;
  const { name, phone, email, address, username } = customer;
  addWords.run(db, {
    customerId,
    words: searchWords([name, phone, ...phoneWords(phone), email, address, username]),
  });
}

const allIds = preparedRead<object, { id: number }>(() =>
  query.selectFrom('customers').select('id').orderBy('id'),
);

/** Writes what every customer is found by anew: for a shop file whose index is empty. */
export function indexAllCustomers(db: WriteDb): void {
  for (const { id } of allIds.all(db, {})) indexCustomer(db, id);
}
