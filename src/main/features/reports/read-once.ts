import type { Span } from '../../../shared/domain/report-span.ts';
import type { Progress } from '../../app/context.ts';
import type { Reading } from './read-days.ts';

const kept = new WeakMap<Reading, Map<string, unknown>>();

/** Reads what a span holds once for a reading: the figures of a report, its time line and its table ask for the same. */
export function* readOnce<T>(
  reading: Reading,
  what: string,
  { from, to }: Span,
  read: () => Generator<Progress, T>,
): Generator<Progress, T> {
  const at = `${what} ${from} ${to}`;
  const before = kept.get(reading);
  if (before?.has(at)) return before.get(at) as T;
  const found = yield* read();
  keepRead(reading, what, { from, to }, found);
  return found;
}

/** Keeps what was read on the way to something else. */
export function keepRead<T>(reading: Reading, what: string, { from, to }: Span, found: T): void {
  const mine = kept.get(reading) ?? new Map<string, unknown>();
  kept.set(reading, mine.set(`${what} ${from} ${to}`, found));
}
