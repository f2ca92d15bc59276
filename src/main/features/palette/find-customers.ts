import { sql } from 'kysely';
import type { FoundCustomer } from '../../../shared/contract/palette.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { containsPattern } from '../catalog/search-text.ts';
import { matchCustomers } from '../customers/match-customers.ts';

type Params = { ids: string; number: number; begins: string; most: number };

/** More than anybody reads through; the ranking looks at these only. */
const looked = 200;

const bestFirst = preparedRead<Params, FoundCustomer>(
  (slot) => sql<FoundCustomer>`
    SELECT id, name, phone, address FROM customers WHERE archivedAt IS NULL
      AND (id IN (SELECT value FROM json_each(${slot('ids')})) OR id = ${slot('number')})
    ORDER BY id = ${slot('number')} DESC, name LIKE ${slot('begins')} ESCAPE '\\' DESC, name COLLATE NOCASE, id
    LIMIT ${slot('most')}`,
);

/** Customers that a text may mean: of whom it is the number, whose name begins so, then all others by name. */
export function findCustomers(db: ReadDb, text: string, most: number): FoundCustomer[] {
  const typed = /^#?\s*(\d{1,15})$/u.exec(text)?.[1];
  return bestFirst.all(db, {
    ids: JSON.stringify(matchCustomers(db, text, looked)),
    number: typed === undefined ? 0 : Number(typed),
    begins: containsPattern(text).slice(1),
    most,
  });
}
