import { type HistoryField, worthFields } from '../../../shared/contract/history-choices.ts';
import { cellText } from '../import/cell-text.ts';
import { readDateCell } from './date-forms.ts';
import type { FileTerms } from './understand.ts';

/** What came back may bear the number of its sale, days later. */
const belowZero: readonly HistoryField[] = ['quantity', ...worthFields];

/**
 * Whether numbers begin again, each day or each year: then a number is an order's together with its day. Told by the first
 * rows: numbers that come once more, after others, mostly stand on another day than before.
 */
export function numbersBeginAgain({ look, mapping, date: written }: FileTerms, thisYear: number): boolean {
  const { number, date, kind } = mapping;
  if (number === undefined || date === undefined || kind !== undefined || written === null) return false;
  const signed = belowZero.flatMap((field) => mapping[field] ?? []);
  const days = new Map<string, number>();
  let before = '';
  let [again, same] = [0, 0];
  for (const row of look.firstRows) {
    const order = row[number]?.trim() ?? '';
    const day = readDateCell(cellText(row[date] ?? ''), written.order, thisYear)?.date;
    if (order === '' || day === undefined || signed.some((index) => /[-(]/.test(row[index] ?? ''))) continue;
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
