import {
  customerFields,
  type HistoryField,
  type HistorySlot,
  paymentFields,
  salesFields,
} from '../../../shared/contract/history-choices.ts';
import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';
import { cellText, isBlankValue } from '../import/cell-text.ts';
import { describeColumn } from '../import/column-content.ts';
import { decideMark } from '../import/decimal-mark.ts';
import { readClock } from './date-forms.ts';
import { readFine } from './fine-amounts.ts';
import { nameScore } from './history-columns.ts';
import type { ColumnLook, FileLook } from './look-at-file.ts';

export type HistoryMapping = Readonly<Partial<Record<HistoryField, number>>>;

export const fieldsOfSlot: Readonly<Record<HistorySlot, readonly HistoryField[]>> = {
  sales: salesFields,
  payments: paymentFields,
  customers: customerFields,
};

/** Fields whose columns hold numbers that may have decimals. */
export const amountFields: ReadonlySet<HistoryField> = new Set<HistoryField>([
  'quantity',
  'price',
  'discount',
  'tax',
  'taxRate',
  'total',
  'amount',
]);

type Candidate = { readonly field: HistoryField; readonly index: number; readonly score: number };

/**
 * Guesses what each column of a file holds, by its heading and by what stands in it: a column of dates has dates, and an
 * amount is a number. Each field and each column is used once, the best pair first.
 */
export function guessColumns(slot: HistorySlot, look: FileLook): HistoryMapping {
  const contents = look.headers.map((_, index) => contentOf(look, index));
  const candidates: Candidate[] = [];
  for (const field of fieldsOfSlot[slot]) {
    look.headers.forEach((heading, index) => {
      const content = contents[index];
      const named = nameScore(slot, field, heading);
      if (!content || !fits(field, content)) return;
      // Without a heading a column of dates is the date, and nothing else can be told.
      const score = named > 0 ? named : field === 'date' && content.dates > 0.9 ? 30 : 0;
      if (score > 0) candidates.push({ field, index, score });
    });
  }
  const mapping: Partial<Record<HistoryField, number>> = {};
  const taken = new Set<number>();
  for (const { field, index } of candidates.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (mapping[field] !== undefined || taken.has(index)) continue;
    mapping[field] = index;
    taken.add(index);
  }
  return slot === 'sales' ? withoutForeignTotal(mapping, look) : mapping;
}

type Content = {
  readonly filled: number;
  readonly dates: number;
  readonly clocks: number;
  readonly amounts: number;
  readonly addresses: number;
};

function contentOf(look: FileLook, index: number): Content {
  const column = look.columns[index] as ColumnLook;
  const cells = look.firstRows.map((row) => row[index] ?? '');
  const texts = cells.map(cellText).filter((text) => !isBlankValue(text));
  const share = (is: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(is).length / texts.length;
  const { amounts, addresses } = describeColumn(cells);
  return {
    filled: column.filled,
    dates: column.filled === 0 ? 0 : column.dates.dates / column.filled,
    // "13.25" is a price sooner than a time.
    clocks: share((text) => !text.includes('.') && readClock(text) !== null),
    amounts,
    addresses,
  };
}

function fits(field: HistoryField, { filled, dates, clocks, amounts }: Content): boolean {
  if (filled === 0) return field !== 'date' && field !== 'number';
  if (field === 'date') return dates > 0.2;
  if (field === 'time') return clocks > 0.5;
  if (field === 'taxRate' || field === 'discount') return amounts > 0.2 || clocks < 0.5;
  if (amountFields.has(field)) return amounts > 0.5 && clocks < 0.5;
  return field === 'number' || field === 'customer' || clocks < 0.5;
}

/**
 * A total that is not what price and quantity make, tax and discount aside, is the whole order's: repeated on each line it
 * would be counted many times. Then it is left alone.
 */
function withoutForeignTotal(mapping: HistoryMapping, look: FileLook): HistoryMapping {
  if (mapping.total === undefined || mapping.price === undefined) return mapping;
  const { agree, compared } = compareTotals(mapping, look);
  if (compared === 0 || agree.included + agree.added >= compared * 0.8) return mapping;
  const { total: _, ...rest } = mapping;
  return rest;
}

/** Whether prices have tax in them, as far as the first rows tell: price times quantity is the total, or less than it. */
export function priceHasTax(mapping: HistoryMapping, look: FileLook): boolean | null {
  if (mapping.price === undefined) return mapping.total === undefined ? null : true;
  if (mapping.total === undefined || mapping.tax === undefined) return null;
  const { agree } = compareTotals(mapping, look);
  return agree.included === agree.added ? null : agree.included > agree.added;
}

/** How many of the first rows have a total that is the price times the quantity, and how many with the tax on top. */
function compareTotals(mapping: HistoryMapping, look: FileLook) {
  const agree = { included: 0, added: 0 };
  let compared = 0;
  const read = (row: readonly string[], field: HistoryField, otherwise: number): number | null => {
    const index = mapping[field];
    if (index === undefined) return otherwise;
    const text = cellText(row[index] ?? '');
    if (isBlankValue(text)) return field === 'price' || field === 'total' ? null : otherwise;
    const decimalMark = markOf(look, index);
    return readFine(text, { decimalMark, exponent: 2 })?.amount ?? null;
  };
  const one = 1_000_000;
  for (const row of look.firstRows) {
    const price = read(row, 'price', 0);
    const total = read(row, 'total', 0);
    const quantity = read(row, 'quantity', one);
    const [tax, discount] = [read(row, 'tax', 0) ?? 0, read(row, 'discount', 0) ?? 0];
    if (price === null || total === null || quantity === null || total === 0) continue;
    compared += 1;
    const size = Math.abs((price / one) * (quantity / one)) - Math.abs(discount) / one;
    const least = Math.abs(total) / one;
    const isNear = (amount: number): boolean => Math.abs(amount - least) < 0.02 + least / 1000;
    if (isNear(size)) agree.included += 1;
    if (isNear(size + Math.abs(tax) / one)) agree.added += 1;
  }
  if (mapping.tax === undefined) agree.added = 0;
  return { agree, compared };
}

/** How a column writes decimals; as the file's other amounts where it does not say itself. */
export function markOf(look: FileLook, index: number, fields: readonly number[] = []): DecimalMark {
  const own = look.columns[index];
  const told = own === undefined ? null : decideMark(own.marks, 'group');
  if (told !== null) return told;
  let balance = 0;
  for (const place of fields) balance += look.columns[place]?.marks.balance ?? 0;
  return balance > 0 ? ',' : '.';
}
