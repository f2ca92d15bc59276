import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import type { HistoryMapping } from './guess-columns.ts';
import type { FileLook } from './look-at-file.ts';

const dayPart = (text: string): string => text.trim().split(/[T ,]/)[0] ?? '';

/** What came back may bear the number of its sale, days later. */
const belowZero: readonly HistoryField[] = ['quantity', 'price', 'total', 'gross', 'net', 'orderTotal'];

/**
 * Whether numbers begin again, each day or each year: then a number is an order's together with its day. Told by the first
 * rows: numbers that come once more, after others, mostly stand on another day than before.
 */
export function numbersBeginAgain(mapping: HistoryMapping, { firstRows }: FileLook): boolean {
  const { number, date } = mapping;
  if (number === undefined || date === undefined || mapping.kind !== undefined) return false;
  const signed = belowZero.flatMap((field) => mapping[field] ?? []);
  const days = new Map<string, string>();
  let before = '';
  let [again, same] = [0, 0];
  for (const row of firstRows) {
    const [order, day] = [row[number]?.trim() ?? '', dayPart(row[date] ?? '')];
    if (order === '' || day === '' || signed.some((index) => /[-(]/.test(row[index] ?? ''))) continue;
    const known = days.get(order);
    if (known !== undefined && order !== before) {
      if (known === day) same += 1;
      else again += 1;
    }
    days.set(order, day);
    before = order;
  }
  return again >= 3 && again > same * 4;
}
