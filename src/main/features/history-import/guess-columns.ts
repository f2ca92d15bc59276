import {
  customerFields,
  type HistoryField,
  type HistorySlot,
  paymentFields,
  salesFields,
  worthFields,
} from '../../../shared/contract/history-choices.ts';
import type { Steps } from '../csv/steps.ts';
import { cellText, isBlankValue } from '../import/cell-text.ts';
import { describeColumn } from '../import/column-content.ts';
import { readClock } from './date-forms.ts';
import { fateOf } from './fates.ts';
import { headingOf, nameScore } from './history-columns.ts';
import type { ColumnLook, FileLook } from './look-at-file.ts';
import { isBackWord } from './row-kinds.ts';
import { settleAmounts } from './settle-amounts.ts';

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
  'gross',
  'net',
  'cost',
  'lineCost',
  'orderDiscount',
  'orderTax',
  'shipping',
  'tip',
  'orderTotal',
  'refunded',
  'amount',
]);

/** The columns that say what a row of sales or a payment is worth. */
export function worthColumns(mapping: HistoryMapping): readonly number[] {
  return [...worthFields, 'amount' as const].flatMap((field) => mapping[field] ?? []);
}

type Candidate = { readonly field: HistoryField; readonly index: number; readonly score: number };

/**
 * Guesses what each column of a file holds, by its heading and by what stands in it: a column of dates has dates, and an
 * amount is a number. Each field and each column is used once, the best pair first. In steps of a column each.
 */
export function* guessColumnsSteps(slot: HistorySlot, look: FileLook): Steps<HistoryMapping> {
  const contents: Content[] = [];
  const headings = look.headers.map(headingOf);
  for (const index of look.headers.keys()) {
    contents.push(contentOf(look, index));
    yield 0;
  }
  const candidates: Candidate[] = [];
  for (const field of fieldsOfSlot[slot]) {
    look.headers.forEach((heading, index) => {
      const content = contents[index];
      const plain = headings[index];
      if (!plain || !content || !fits(field, content)) return;
      // "State" is a part of a country as well: then none of its words is a status.
      const named = nameScore(slot, field, plain);
      const isStatus = field !== 'status' || content.fates > 0 || /stat.?us/i.test(heading);
      if (!isStatus) return;
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
  return slot === 'sales' ? settleAmounts(mapping, look) : mapping;
}

type Content = {
  readonly filled: number;
  readonly dates: number;
  readonly clocks: number;
  readonly amounts: number;
  readonly addresses: number;
  /** Words that say whether a row was sold or came back. */
  readonly kinds: number;
  /** Words that are known as the status of an order. */
  readonly fates: number;
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
    clocks: share((text) => !/[.٫．]/.test(text) && readClock(text) !== null),
    amounts,
    addresses,
    kinds: share((text) => isBackWord(text) !== null),
    fates: share((text) => !fateOf(text, new Map()).isGuessed),
  };
}

function fits(field: HistoryField, { filled, dates, clocks, amounts, kinds }: Content): boolean {
  if (field === 'kind') return kinds > 0.8;
  if (filled === 0) return field !== 'date' && field !== 'number';
  if (field === 'date') return dates > 0.2;
  if (field === 'time') return clocks > 0.5;
  if (field === 'cancelled' || field === 'returnOf') return clocks < 0.5;
  if (field === 'taxRate' || field === 'discount') return amounts > 0.2 || clocks < 0.5;
  if (amountFields.has(field)) return amounts > 0.5 && clocks < 0.5;
  return field === 'number' || field === 'customer' || clocks < 0.5;
}
