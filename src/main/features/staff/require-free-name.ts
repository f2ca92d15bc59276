import { AppError } from '../../../shared/contract/errors.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';

/** Names tell people apart on the lock screen, so each is there once. @throws AppError `name-taken`. */
export function requireFreeName(db: ReadDb, name: string, exceptId: number | null): void {
  const people = db.all(query.selectFrom('staff').select(['id', 'name']).where('disabledAt', 'is', null));
  const key = nameKey(name);
  const isTaken = people.some((one) => one.id !== exceptId && nameKey(one.name) === key);
  if (isTaken) throw new AppError('name-taken', { name });
}

/** Equal for names that look the same, on a computer of any language. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
