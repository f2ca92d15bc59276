import { type RawBuilder, sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import { customerRows } from './directory-page.ts';
import { phoneKey, shortestPhone } from './similar-customers.ts';

type Group = Output<'customers.duplicates'>['groups'][number];

/** Groups of each kind, and customers of a group: more is no list that anybody works off. */
const mostGroups = 100;
const mostInGroup = 12;

/** Each reads one index from end to end: some milliseconds in 50,000. */
const sameBy: Readonly<Record<Group['by'], RawBuilder<{ ids: string }>>> = {
  phone: sql`SELECT json_group_array(id) AS ids FROM customers INDEXED BY customersPhone
    WHERE archivedAt IS NULL AND phone <> '' GROUP BY ${phoneKey(sql.raw('phone'))}
    HAVING count(*) > 1 AND length(${phoneKey(sql.raw('phone'))}) >= ${sql.lit(shortestPhone)}
    LIMIT ${sql.lit(mostGroups + 1)}`,
  email: sql`SELECT json_group_array(id) AS ids FROM customers INDEXED BY customersEmail
    WHERE archivedAt IS NULL AND email <> '' GROUP BY lower(email) HAVING count(*) > 1
    LIMIT ${sql.lit(mostGroups + 1)}`,
  name: sql`SELECT json_group_array(id) AS ids FROM customers INDEXED BY customersName
    WHERE id NOT IN (SELECT id FROM customers WHERE archivedAt IS NOT NULL)
    GROUP BY name COLLATE NOCASE HAVING count(*) > 1 LIMIT ${sql.lit(mostGroups + 1)}`,
};

/** Customers who may be one person. A group that another reason named already is not named again. */
export const findDuplicates: QueryHandler<'customers.duplicates'> = ({ db }) => {
  const seen = new Set<string>();
  const groups: Group[] = [];
  let more = false;
  for (const by of ['phone', 'email', 'name'] as const) {
    const found = db.all(sameBy[by]);
    more ||= found.length > mostGroups;
    for (const { ids } of found.slice(0, mostGroups)) {
      if (seen.has(ids)) continue;
      seen.add(ids);
      const numbers: number[] = JSON.parse(ids).slice(0, mostInGroup);
      const customers = db.all(customerRows(sql`SELECT value FROM json_each(${JSON.stringify(numbers)})`));
      groups.push({ by, customers: customers.toSorted((a, b) => a.id - b.id) });
    }
  }
  return { groups, more };
};
