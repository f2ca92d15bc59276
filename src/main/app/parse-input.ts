import type { AnyEntry } from '../../shared/contract/define.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isPlainInput } from './plain-input.ts';

/** An input as the call's handler gets it. @throws AppError `invalid-input` naming the first field that does not fit. */
export function parseInput(entry: AnyEntry, input: unknown): unknown {
  if (!isPlainInput(input)) throw new AppError('invalid-input', { field: '', reason: 'not plain data' });
  const parsed = entry.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.').slice(0, 80).toWellFormed() ?? '';
  throw new AppError('invalid-input', { field, reason: issue?.message.slice(0, 120).toWellFormed() ?? '' });
}
