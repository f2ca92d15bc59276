import {
  type HistoryChoices,
  type HistoryFate,
  type HistoryField,
  type HistorySlot,
  missingFields,
  worthFields,
} from '../../../shared/contract/history-choices.ts';
import { parsePercent, type Rate } from '../../../shared/domain/rate.ts';
import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';
import type { Shop } from '../../app/context.ts';
import { cutText } from '../csv/cut-text.ts';
import type { Steps } from '../csv/steps.ts';
import { markOf } from './column-mark.ts';
import { type DecidedOrder, dateVotes, decideOrder } from './date-votes.ts';
import type { BuildTerms } from './document-parts.ts';
import { amountFields, guessColumnsSteps, type HistoryMapping } from './guess-columns.ts';
import type { FileLook } from './look-at-file.ts';
import { numbersBeginAgain } from './numbers-begin-again.ts';
import { discountsAreShares, priceHasTax } from './settle-amounts.ts';

type FileChoices = NonNullable<NonNullable<HistoryChoices['files']>[HistorySlot]>;

/** How one file is read. */
export type FileTerms = {
  readonly look: FileLook;
  readonly mapping: HistoryMapping;
  readonly remembered: boolean;
  /** How the columns of amounts write decimals. */
  readonly marks: ReadonlyMap<HistoryField, DecimalMark>;
  readonly decimalMark: DecimalMark;
  readonly amountsIn: 'major' | 'minor';
  readonly date: DecidedOrder | null;
  /** What of it a person said, now or the last time. */
  readonly told: FileChoices;
};

/** How all files together are understood: guessed, remembered, chosen. */
export type Understanding = {
  readonly files: ReadonlyMap<HistorySlot, FileTerms>;
  readonly terms: BuildTerms;
  readonly orderIs: 'row' | 'number' | 'number-and-day';
  /** That numbers begin again each day or year was seen, not told. */
  readonly beginsAgain: boolean;
  /** Null: to be found from the numbers. */
  returnMark: string | null;
  readonly fates: ReadonlyMap<string, HistoryFate>;
  readonly tenders: ReadonlyMap<string, number>;
  readonly products: 'make' | 'archived' | 'none';
  readonly customers: 'make' | 'none';
  /** Amounts of orders come from the payments alone. */
  readonly isPaidOnly: boolean;
  /** Nothing of the file tells whether its amounts have the tax in them. */
  readonly isTaxUnsure: boolean;
  /** Discounts are parts of the price, not amounts. */
  readonly discountIsShare: boolean;
  /** Under which numbers and customers of such files are known. */
  readonly sourceKey: string;
};

/** What an earlier import of such a file was told. */
export type Recalled = { readonly mapping: HistoryMapping; readonly choices: FileChoices } | null;

export function* understandFileSteps(
  slot: HistorySlot,
  look: FileLook,
  chosen: FileChoices,
  recalled: Recalled,
  shop: Shop,
): Steps<FileTerms> {
  const mapping = chosen.mapping ?? recalled?.mapping ?? (yield* guessColumnsSteps(slot, look));
  const told = { ...recalled?.choices, ...chosen };
  const amounts = [...amountFields].flatMap((field) => mapping[field] ?? []);
  const chosenMark = told.decimal === undefined ? null : told.decimal === 'comma' ? ',' : '.';
  const fileMark = chosenMark ?? markOf(look, -1, amounts);
  const marks = new Map<HistoryField, DecimalMark>();
  for (const field of amountFields) {
    const index = mapping[field];
    if (index !== undefined) marks.set(field, chosenMark ?? markOf(look, index, amounts));
  }
  const dateColumn = mapping.date === undefined ? null : look.columns[mapping.date];
  const guessed = dateColumn ? decideOrder(dateColumn.dates ?? dateVotes(), shop.locale) : null;
  return {
    ...{ look, mapping, marks, decimalMark: fileMark, told },
    remembered: chosen.mapping === undefined && recalled !== null,
    amountsIn: told.amountsIn ?? 'major',
    date: guessed && told.dateOrder ? { order: told.dateOrder, isUnsure: false } : guessed,
  };
}

type Parts = {
  readonly files: ReadonlyMap<HistorySlot, FileTerms>;
  readonly choices: HistoryChoices;
  readonly shop: Shop;
  readonly thisYear: number;
  readonly sourceKey: string;
};

/** Null without a file of sales. */
export function understand({ files, choices, shop, thisYear, sourceKey }: Parts): Understanding | null {
  const sales = files.get('sales');
  if (!sales) return null;
  const { mapping, look } = sales;
  const hasAmounts = worthFields.some((field) => mapping[field] !== undefined);
  const taxColumn = mapping.tax ?? mapping.orderTax;
  const taxHeading = taxColumn === undefined ? '' : (look.headers[taxColumn] ?? '');
  const taxRate = choices.taxRate !== undefined ? choices.taxRate : rateIn(taxHeading);
  const isTaxed = taxColumn !== undefined || mapping.taxRate !== undefined || (taxRate ?? 0) > 0;
  const told = priceHasTax(mapping, look);
  const beginsAgain = choices.orderIs === undefined && numbersBeginAgain(sales, thisYear);
  const guessed = told ?? shop.pricesIncludeTax === 1;
  return {
    files,
    terms: {
      pricesIncludeTax: choices.pricesIncludeTax ?? (isTaxed ? guessed : true),
      taxName: nameIn(taxHeading),
      taxRate,
      isTaxed,
    },
    orderIs:
      mapping.number === undefined ? 'row' : (choices.orderIs ?? (beginsAgain ? 'number-and-day' : 'number')),
    beginsAgain,
    returnMark: mapping.number === undefined ? '' : (choices.returnMark ?? null),
    fates: new Map((choices.statuses ?? []).map(({ status, becomes }) => [status.toLowerCase(), becomes])),
    tenders: new Map((choices.tenders ?? []).map(({ name, tenderId }) => [name.toLowerCase(), tenderId])),
    products: choices.products ?? 'archived',
    customers: choices.customers ?? 'make',
    isPaidOnly: !hasAmounts && files.has('payments'),
    discountIsShare: discountsAreShares(mapping, look),
    isTaxUnsure: isTaxed && told === null && choices.pricesIncludeTax === undefined,
    sourceKey,
  };
}

/** "Tax 5%" says its rate in its heading. */
function rateIn(heading: string): Rate | null {
  const found = /(\d{1,2}(?:[.,]\d{1,3})?)\s*[%٪％]/u.exec(heading)?.[1];
  return found === undefined ? null : parsePercent(found);
}

function nameIn(heading: string): string {
  const bare = heading.replace(/\(?\d+(?:[.,]\d+)?\s*[%٪％]\)?/gu, '').trim();
  return cutText(bare, 40) || 'Tax';
}

/** What is still missing before anything can come in. */
export function lacking({ files }: Pick<Understanding, 'files'>): ReturnType<typeof missingFields> {
  return missingFields(new Map([...files].map(([slot, { mapping }]) => [slot, mapping])));
}
