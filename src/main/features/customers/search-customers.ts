import { type RawBuilder, sql } from 'kysely';
import type { CustomerView } from '../../../shared/contract/customers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { QueryHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, type SlotOf } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { cutPage, decodeCursor } from '../catalog/cursor.ts';
import { customersOfText } from './customers-of-text.ts';

type Page = { afterName: string; afterId: number; limit: number };

const columns = sql.raw('id, name, phone, email, address, note, createdAt');

/** Spelled so that the index is entered at the name. */
function isAfter<P extends Page>(slot: SlotOf<P>): RawBuilder<boolean> {
  const name = slot('afterName');
  return sql<boolean>`name COLLATE NOCASE >= ${name} AND (name COLLATE NOCASE > ${name} OR id > ${slot('afterId')})`;
}

const everybody = preparedRead<Page, CustomerView>(
  (slot) => sql<CustomerView>`
    SELECT ${columns} FROM customers INDEXED BY customersName WHERE archivedAt IS NULL
      AND ${isAfter(slot)}
    ORDER BY name COLLATE NOCASE, id LIMIT ${slot('limit')}`,
);

function matched(db: ReadDb, { afterName, afterId, limit }: Page, text: string): CustomerView[] {
  const values: Page = { afterName, afterId, limit };
  return db.all(sql<CustomerView>`
    SELECT ${columns} FROM customers WHERE archivedAt IS NULL AND id IN (${customersOfText(db, text)})
      AND ${isAfter<Page>((name) => values[name])}
    ORDER BY name COLLATE NOCASE, id LIMIT ${limit}`);
}

const nameOf = preparedRead<{ id: number }, { name: string }>((slot) =>
  query.selectFrom('customers').select('name').where('id', '=', slot('id')),
);

const orderCounts = preparedRead<{ ids: string }, { customerId: number; count: number }>(
  (slot) => sql<{ customerId: number; count: number }>`
    SELECT customerId, orders + cancelled AS count FROM customerFigures
    WHERE customerId IN (SELECT value FROM json_each(${slot('ids')}))`,
);

/** Customers by name, with how many orders each has placed; cancelled ones count too. */
export const searchCustomers: QueryHandler<'customers.search'> = ({ db }, { text, cursor, limit }) => {
  const afterId = decodeCursor('customers', cursor) ?? 0;
  const after = afterId === 0 ? { name: '' } : nameOf.get(db, { id: afterId });
  if (!after) throw new AppError('invalid-input', { field: 'cursor' });
  const page = { afterName: after.name, afterId, limit: limit + 1 };
  const found = text.trim() === '' ? everybody.all(db, page) : matched(db, page, text);
  const { items, next } = cutPage('customers', found, limit, (customer) => customer.id);
  const ids = JSON.stringify(items.map((customer) => customer.id));
  const counts = new Map(orderCounts.all(db, { ids }).map((row) => [row.customerId, row.count]));
  return {
    items: items.map((customer) => ({ ...customer, orderCount: counts.get(customer.id) ?? 0 })),
    next,
  };
};
