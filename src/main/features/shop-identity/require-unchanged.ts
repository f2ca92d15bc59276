import { AppError } from '../../../shared/contract/errors.ts';

type Fields = Readonly<Record<string, unknown>>;

type Given<T> = { readonly [field in keyof T]?: Exclude<T[field], undefined> };

/** The fields that were given, and what of them differs from what is kept. */
export function changesOf<T extends Fields>(given: T, kept: Fields): Given<T> {
  return Object.fromEntries(
    Object.entries(given).filter(([field, value]) => value !== undefined && value !== kept[field]),
  ) as Given<T>;
}

/** @throws AppError `changed-meanwhile` where a changed field says something else by now than what the person saw. */
export function requireUnchanged(changes: Fields, seen: Fields, kept: Fields): void {
  const overtaken = Object.keys(changes).filter(
    (field) => seen[field] !== undefined && seen[field] !== kept[field],
  );
  if (overtaken.length === 0) return;
  throw new AppError('changed-meanwhile', {
    fields: Object.fromEntries(overtaken.map((field) => [field, kept[field]])),
  });
}

/** What the audit log keeps of a change. */
export function beforeAndAfter(changes: Fields, kept: Fields) {
  return {
    before: Object.fromEntries(Object.keys(changes).map((field) => [field, kept[field]])),
    after: changes,
  };
}
