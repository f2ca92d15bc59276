import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../../database/connection.ts';
import {
  containsPattern,
  isWorthContaining,
  matchExpressions,
  quotedPrefix,
} from '../catalog/search-text.ts';
import { typedPhone } from './phone-words.ts';

type Ids = RawBuilder<{ id: number }>;

/**
 * Ids of the customers that a text may mean, as a query inside another one, so that a letter that half of the
 * directory has costs no list of numbers: by words as `matchCustomers`, and by the customer's number ("12" or "#12"),
 * also that of one who was merged. Archived ones are among them.
 */
export function customersOfText(db: ReadDb, text: string): Ids {
  const number = customerNumber(text);
  const words = byWords(db, text) ?? byPiece(text);
  if (number === null) return words;
  return sql`SELECT ifnull(mergedInto, id) FROM customers WHERE id = ${number} UNION ALL ${words}`;
}

function customerNumber(text: string): number | null {
  const digits = /^\s*#?\s*(\d{1,15})\s*$/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function byWords(db: ReadDb, text: string): Ids | null {
  const phone = typedPhone(text);
  for (const words of matchExpressions(text)) {
    const match = phone === null ? words : `(${words}) OR ${quotedPrefix(phone)}`;
    const ids: Ids = sql`SELECT rowid FROM customerSearch WHERE customerSearch MATCH ${match}`;
    if (db.get(sql`${ids} LIMIT 1`)) return ids;
  }
  return null;
}

function byPiece(text: string): Ids {
  const typed = text.trim();
  if (!isWorthContaining(typed)) return sql`SELECT 0 WHERE 0`;
  return sql`SELECT id FROM customers INDEXED BY customersName WHERE name LIKE ${containsPattern(typed)} ESCAPE '\\'`;
}
