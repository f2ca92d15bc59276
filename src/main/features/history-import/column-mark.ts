import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';
import { decideMark } from '../import/decimal-mark.ts';
import type { FileLook } from './look-at-file.ts';

/** How a column writes decimals; as the file's other amounts where it does not say itself. */
export function markOf(look: FileLook, index: number, fields: readonly number[] = []): DecimalMark {
  const own = look.columns[index];
  const told = own === undefined ? null : decideMark(own.marks, 'group');
  if (told !== null) return told;
  let balance = 0;
  for (const place of fields) balance += look.columns[place]?.marks.balance ?? 0;
  return balance > 0 ? ',' : '.';
}
