import { sql } from 'kysely';
import type { FoundCustomer } from '../../../shared/contract/palette.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { containsPattern } from '../catalog/search-text.ts';
import { typedNumber } from './typed-number.ts';

type Params = { ids: string; number: number; begins: string; most: number };

const bestFirst = preparedRead<Params, FoundCustomer>(
  (slot) => sql<FoundCustomer>`
    SELECT id, name, phone, address FROM customers WHERE archivedAt IS NULL
      AND (id IN (SELECT value FROM json_each(${slot('ids')})) OR id = ${slot('number')})
    ORDER BY id = ${slot('number')} DESC, name LIKE ${slot('begins')} ESCAPE '\\' DESC, name COLLATE NOCASE, id
    LIMIT ${slot('most')}`,
);

const byIds = preparedRead<{ ids: string }, FoundCustomer>(
  (slot) => sql<FoundCustomer>`
    SELECT id, name, phone, address FROM customers WHERE archivedAt IS NULL
      AND id IN (SELECT value FROM json_each(${slot('ids')}))`,
);

/** Customers by id; those that there are. */
export function customersById(db: ReadDb, ids: readonly number[]): FoundCustomer[] {
  return byIds.all(db, { ids: JSON.stringify(ids) });
}

/** Customers that a text may mean: of whom it is the number, whose name begins so, then all others by name. */
export function rankCustomers(
  db: ReadDb,
  matched: readonly number[],
  text: string,
  most: number,
): FoundCustomer[] {
  return bestFirst.all(db, {
    ids: JSON.stringify(matched),
    number: typedNumber(text) ?? 0,
    begins: containsPattern(text).slice(1),
    most,
  });
}
