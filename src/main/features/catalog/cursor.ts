import { AppError } from '../../../shared/contract/errors.ts';

/**
 * Where the next page of a list begins: after the row with this id. Opaque to the window. It carries no name or
 * figure: they are read again, so a cursor stays small and a row that moved meanwhile loses nothing else.
 */
export function encodeCursor(list: string, afterId: number): string {
  return Buffer.from(JSON.stringify([list, afterId])).toString('base64url');
}

/** @throws AppError `invalid-input` when it is no cursor of this list. */
export function decodeCursor(list: string, cursor: string | null): number | null {
  if (cursor === null) return null;
  const [name, afterId] = parse(cursor);
  if (name !== list || !Number.isSafeInteger(afterId) || Number(afterId) < 1) {
    throw new AppError('invalid-input', { field: 'cursor' });
  }
  return Number(afterId);
}

function parse(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Cuts a list that was read one row too far into its page and the cursor of the next. */
export function cutPage<T>(
  list: string,
  rows: readonly T[],
  limit: number,
  idOf: (row: T) => number,
): { readonly items: T[]; readonly next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(list, idOf(last)) : null };
}
