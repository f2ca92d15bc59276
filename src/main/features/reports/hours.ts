import type { Span } from '../../../shared/domain/report-span.ts';
import type { Sums } from './formulas.ts';
import { type Reading, readDays } from './read-days.ts';

/** What was sold in each hour of each day, by `date hour`. */
export function hourSums(reading: Reading, span: Span): ReadonlyMap<string, Sums> {
  const found = readDays(reading, 'sale-hour', span, 'day');
  return new Map(
    found.map(({ key, bucket, count, amount }) => [
      `${bucket} ${key.slice(key.indexOf('-') + 1)}`,
      { 'sale.count': count, 'sale.amount': amount },
    ]),
  );
}
