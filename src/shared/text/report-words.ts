import {
  type CalendarDate,
  dateParts,
  firstOfMonth,
  isCalendarDate,
  lastOfMonth,
} from '../domain/calendar.ts';
import { money } from '../domain/money.ts';
import { quantity } from '../domain/quantity.ts';
import { rate } from '../domain/rate.ts';
import type { StepSize } from '../domain/report-span.ts';
import { divideRounded } from '../domain/round.ts';
import type { AppText } from './english.ts';
import type { Format } from './format.ts';

/** How the figures and the rows of a report are written: once for the screen, the chart, the file and the paper. */

/** What a column or a figure is in. */
export type CellUnit = 'text' | 'word' | 'date' | 'money' | 'count' | 'quantity' | 'share';
export type CellValue = string | number | null;
type Words = { readonly text: AppText; readonly format: Format };
type Days = { readonly from: number; readonly to: number };

/** A column of a report; `metric` names it where it shows a figure of the dictionary. */
type WordedColumn = { readonly key: string; readonly unit: CellUnit; readonly metric: string | null };
type WordedRow = {
  readonly part: { readonly kind: string; readonly key: string };
  readonly span: Days | null;
  readonly cells: readonly CellValue[];
};

function dateOf(day: number): CalendarDate {
  if (!isCalendarDate(day)) throw new RangeError(`${day} is not a day`);
  return day;
}

/** A figure in its unit: money in minor units, thousandths, parts per million. A dash where there is none. */
export function figureWords({ format }: Words, unit: CellUnit, value: number | null): string {
  if (value === null) return '–';
  switch (unit) {
    case 'money':
      return format.money(money(value));
    case 'quantity':
      return format.quantity(quantity(value));
    case 'share':
      return format.percent(rate(divideRounded(value, 1000) * 1000));
    default:
      return format.number(value);
  }
}

/** A step of a time line as it is said aloud: "Mon 3 Nov", "3 – 9 Nov 2026", "Nov 2026", "Q4 2026", "2026". */
export function stepWords({ text, format }: Words, { from, to }: Days, by: StepSize): string {
  const [first, last] = [dateOf(from), dateOf(to)];
  const { year, month } = dateParts(first);
  switch (by) {
    case 'month':
      return format.month(first);
    case 'quarter':
      return text('reports.quarter', {
        number: String((month + 2 - ((month - 1) % 3)) / 3),
        year: String(year),
      });
    case 'year':
      return String(year);
    case 'week':
      return format.daySpan(first, last);
    default:
      return format.dateShort(first);
  }
}

/** Some days in words: "Nov 2026" where they are a month, "2026" where they are a year, else from and to. */
export function spanWords({ format }: Pick<Words, 'format'>, { from, to }: Days): string {
  const [first, last] = [dateOf(from), dateOf(to)];
  if (first === firstOfMonth(first) && last === lastOfMonth(first)) return format.month(first);
  const { year } = dateParts(first);
  if (from === year * 10_000 + 101 && to === year * 10_000 + 1231) return String(year);
  return format.daySpan(first, last);
}

/** The heading of a column: of what names the rows it depends on the report, of time on how it is cut. */
export function columnWords(
  { text }: Pick<Words, 'text'>,
  { key, metric }: WordedColumn,
  report: string,
  by: StepSize,
): string {
  // Every metric and every other column has its text; a test walks them all.
  const say = text as (key: string) => string;
  if (key === metric) return say(`metric.name-${metric}`);
  if (key === 'from') return say(`reports.step-${by === 'hour' ? 'day' : by}`);
  return say(key === 'name' ? `reports.name-${report}` : `reports.column-${key}`);
}

/** A cell as it is read; `by` is how the report's time line is cut. */
export function cellWords(
  words: Words,
  column: WordedColumn,
  row: WordedRow,
  at: number,
  by: StepSize,
): string {
  const value = row.cells[at] ?? null;
  const { text, format } = words;
  if (column.unit === 'text') return value === null ? namelessWords(words, column, row) : String(value);
  if (column.unit === 'word') return value === null ? '–' : wordOf(words, row, String(value));
  if (typeof value !== 'number') return value ?? '–';
  if (column.unit === 'date')
    return row.span ? stepWords(words, row.span, by) : format.dateShort(dateOf(value));
  if (column.key === 'hour')
    return text('reports.hour-span', { from: format.hour(value), to: format.hour((value + 1) % 24) });
  if (column.key === 'weekday') return weekdayWords(words, value);
  if (column.key === 'rate') return format.percent(rate(value));
  return figureWords(words, column.unit, value);
}

/** `1` is Monday. */
export function weekdayWords({ format }: Pick<Words, 'format'>, weekday: number): string {
  // The first of June 2026 was a Monday.
  return format.weekday(dateOf(2026_06_00 + weekday));
}

/** What stands where a thing of the shop has no name: goods without a product, orders without a person. */
function namelessWords({ text }: Words, { key }: WordedColumn, { part }: WordedRow): string {
  if (key === 'sku') return '';
  if (key === 'category') return text('reports.no-category');
  switch (part.kind) {
    case 'product':
      return part.key === '0'
        ? text('reports.custom-items')
        : text('reports.product-gone', { number: part.key });
    case 'category':
      return text('reports.no-category');
    case 'customer':
      return text('reports.customer-gone', { number: part.key });
    default:
      return text('reports.nobody');
  }
}

/** A word of the application: a status, a reason, why stock moved. */
function wordOf({ text }: Words, { part: { kind } }: WordedRow, word: string): string {
  const say = text as (key: string) => string;
  if (kind === 'status') return say(`ui.status-${word}`);
  return say(`reports.word-${word}`);
}

/** What is told of a product beside its name, and is no part of how it is called. */
const besideName: ReadonlySet<string> = new Set(['sku', 'category']);

/** A row's own name, of all cells that name it: "Espresso · Small", "Monday, 9–10", "VAT 23 %". */
export function rowWords(
  words: Words,
  columns: readonly WordedColumn[],
  row: WordedRow,
  by: StepSize,
): string {
  return columns
    .flatMap((column, at) =>
      isNaming(column) && !besideName.has(column.key) ? [cellWords(words, column, row, at, by)] : [],
    )
    .filter((one) => one !== '' && one !== '–')
    .join(', ');
}

const namingKeys: ReadonlySet<string> = new Set(['hour', 'weekday', 'rate']);
const sideKeys: ReadonlySet<string> = new Set(['lastSold']);

/** Whether a column says what a row is, rather than how much. */
export function isNaming({ key, unit }: WordedColumn): boolean {
  return (unit === 'text' || unit === 'word' || unit === 'date' || namingKeys.has(key)) && !sideKeys.has(key);
}
