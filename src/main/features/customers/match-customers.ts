import { sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import {
  containsPattern,
  isWorthContaining,
  matchExpressions,
  quotedPrefix,
} from '../catalog/search-text.ts';
import { typedPhone } from './phone-words.ts';

/** How many matches are looked at: more than anybody pages through. */
const mostMatches = 1000;

type Found = { readonly id: number };

const matchedByWords = preparedRead<{ match: string; most: number }, Found>(
  (slot) => sql<Found>`
    SELECT rowid AS id FROM customerSearch WHERE customerSearch MATCH ${slot('match')} LIMIT ${slot('most')}`,
);

/** Reads the index of names only: a millisecond or two in 50,000. */
const nameContaining = preparedRead<{ pattern: string; most: number }, Found>(
  (slot) => sql<Found>`
    SELECT p.id FROM (SELECT id FROM customers INDEXED BY customersName
      WHERE name LIKE ${slot('pattern')} ESCAPE '\\' LIMIT ${slot('most')}) AS found
    JOIN customers AS p ON p.id = found.id WHERE p.archivedAt IS NULL`,
);

/**
 * Ids of the customers that a text may mean, at most `most` and in no order: every word by its beginning in name,
 * phone, e-mail or address; a telephone number also however its digits are grouped. Only where that finds
 * nothing, by a piece of the name.
 */
export function matchCustomers(db: ReadDb, text: string, most = mostMatches): readonly number[] {
  const found = matchCustomerWords(db, text, most);
  return found.length > 0 ? found : matchCustomerPieces(db, text, most);
}

/** The same by words' beginnings and telephone numbers alone. */
export function matchCustomerWords(db: ReadDb, text: string, most = mostMatches): readonly number[] {
  const phone = typedPhone(text);
  for (const words of matchExpressions(text)) {
    const match = phone === null ? words : `(${words}) OR ${quotedPrefix(phone)}`;
    const found = matchedByWords.all(db, { match, most });
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [];
}

/** The same by any piece of the name alone. */
export function matchCustomerPieces(db: ReadDb, text: string, most = mostMatches): readonly number[] {
  const typed = text.trim();
  if (!isWorthContaining(typed)) return [];
  return nameContaining.all(db, { pattern: containsPattern(typed), most }).map(({ id }) => id);
}
