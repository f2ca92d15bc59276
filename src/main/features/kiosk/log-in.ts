import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { indexCustomer } from '../customers/index-customer.ts';

type LogIn = { readonly customerId: number; readonly passwordHash: string | null };

const byUsername = preparedRead<{ username: string }, LogIn>((slot) =>
  query
    .selectFrom('customers')
    .select(['id as customerId', 'passwordHash'])
    .where('username', '=', slot('username'))
    .where('archivedAt', 'is', null),
);

/** User names are compared like this. */
export function plainUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** The log-in of a user name; null where there is none that may sign in. */
export function findLogIn(db: ReadDb, username: string): LogIn | null {
  return byUsername.get(db, { username: plainUsername(username) }) ?? null;
}

/**
 * What wrong guesses are counted for: the user name, whether or not it exists, and the till. Only a digest is kept:
 * people type passwords into the wrong field.
 */
export function logInSubjects(till: string, username: string): readonly string[] {
  const digest = createHash('sha256').update(plainUsername(username)).digest('base64url').slice(0, 22);
  return [`customer:${digest}`, `kiosk:${till}`];
}

/**
 * Gives a customer a log-in, or a new one; null takes it away, and whoever is signed in with it is not any more.
 * @throws AppError `username-taken`.
 */
export function setCustomerLogIn(
  db: WriteDb,
  customerId: number,
  logIn: { readonly username: string; readonly passwordHash: string } | null,
): void {
  const username = logIn && plainUsername(logIn.username);
  if (username !== null) {
    const other = db.get(query.selectFrom('customers').select('id').where('username', '=', username));
    if (other && other.id !== customerId) throw new AppError('username-taken');
  }
  db.run(
    query
      .updateTable('customers')
      .set({ username, passwordHash: logIn?.passwordHash ?? null })
      .where('id', '=', customerId),
  );
  indexCustomer(db, customerId);
}
