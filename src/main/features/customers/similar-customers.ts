import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';

type Similar = Output<'customers.similar'>[number];
type Asked = { typed: string; exceptId: number };

/** Shorter numbers are extensions and wards, which many share. */
export const shortestPhone = 6;

/**
 * A telephone number as it is compared: its last nine digits, however they are grouped and with or without a country
 * code; few countries have shorter ones. Spelled as the index `customersPhone` is, or SQLite would not use it.
 */
export function phoneKey(phone: ReturnType<typeof sql.raw>): ReturnType<typeof sql.raw> {
  return sql`substr(ltrim(replace(replace(replace(replace(replace(replace(replace(${phone},
    ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), '0'), -9)`;
}

const samePhone = preparedRead<Asked, Omit<Similar, 'by'>>(
  (slot) => sql<Omit<Similar, 'by'>>`
    SELECT id, name, phone, email FROM customers INDEXED BY customersPhone
    WHERE archivedAt IS NULL AND phone <> ''
      AND ${phoneKey(sql.raw('phone'))} = (SELECT ${phoneKey(sql`${slot('typed')}`)})
      AND length(${phoneKey(sql.raw('phone'))}) >= ${sql.lit(shortestPhone)} AND id <> ${slot('exceptId')}
    ORDER BY id LIMIT 5`,
);

const sameEmail = preparedRead<Asked, Omit<Similar, 'by'>>(
  (slot) => sql<Omit<Similar, 'by'>>`
    SELECT id, name, phone, email FROM customers INDEXED BY customersEmail
    WHERE archivedAt IS NULL AND email <> '' AND lower(email) = lower(${slot('typed')}) AND id <> ${slot('exceptId')}
    ORDER BY id LIMIT 5`,
);

/** Who has the same telephone number or e-mail address; each once. */
export const similarCustomers: QueryHandler<'customers.similar'> = ({ db }, { phone, email, exceptId }) => {
  const asked = { exceptId: exceptId ?? 0 };
  const byPhone = samePhone.all(db, { ...asked, typed: phone.trim() });
  const byEmail = sameEmail.all(db, { ...asked, typed: email.trim() });
  const known = new Set(byPhone.map(({ id }) => id));
  return [
    ...byPhone.map((one) => ({ ...one, by: 'phone' as const })),
    ...byEmail.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, by: 'email' as const })),
  ];
};
