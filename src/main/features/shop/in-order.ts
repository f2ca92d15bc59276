import { AppError } from '../../../shared/contract/errors.ts';

/**
 * Holds a wish to reorder against how things stand.
 * @throws AppError `changed-meanwhile` where the order is not the one the person saw, `invalid-input` where the new
 * one is not of the same things.
 */
export function requireReorder(
  now: readonly number[],
  { before, after }: { readonly before: readonly number[]; readonly after: readonly number[] },
): void {
  if (!isSameList(now, before)) throw new AppError('changed-meanwhile');
  if (!isSameList(inNumbers(before), inNumbers(after))) {
    throw new AppError('invalid-input', { field: 'after', reason: 'not the same in another order' });
  }
}

function inNumbers(ids: readonly number[]): readonly number[] {
  return [...ids].sort((a, b) => a - b);
}

function isSameList(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
