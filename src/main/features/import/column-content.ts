import { parseMoneyRounded } from '../../../shared/domain/money.ts';
import { parseDecimal } from '../../../shared/domain/typed-decimal.ts';
import { cellText, isBlankValue, readFlag } from './cell-text.ts';

/** What the cells of one column look like: shares from 0 to 1 of its filled cells. */
export type ColumnContent = {
  readonly filled: number;
  /** Filled cells that differ from each other. */
  readonly distinct: number;
  /** EAN-8, EAN-13, UPC-A and GTIN-14 with a right check digit. */
  readonly barcodes: number;
  readonly amounts: number;
  /** Amounts with decimals or a currency sign. */
  readonly prices: number;
  readonly wholeNumbers: number;
  readonly addresses: number;
  readonly flags: number;
  /** Words: letters, and no code. */
  readonly words: number;
  /** Short, without blanks, with a digit: what codes look like. */
  readonly codes: number;
  /** Characters of the usual filled cell. */
  readonly length: number;
  readonly markup: number;
};

const mostCells = 1_000;
/** Of each cell: the beginning says what it is. */
const mostLooked = 4_000;

/** Looks at the first cells of a column, at most 1,000. */
export function describeColumn(cells: Iterable<string>): ColumnContent {
  const counts = {
    barcodes: 0,
    amounts: 0,
    prices: 0,
    wholeNumbers: 0,
    addresses: 0,
    flags: 0,
    words: 0,
    codes: 0,
    markup: 0,
  };
  const seen = new Set<string>();
  let filled = 0;
  let length = 0;
  let looked = 0;
  for (const cell of cells) {
    looked += 1;
    if (looked > mostCells) break;
    const text = cellText(cell.slice(0, mostLooked));
    if (isBlankValue(text)) continue;
    filled += 1;
    length += Math.min(text.length, 2_000);
    seen.add(text);
    for (const kind of kindsOf(text)) counts[kind] += 1;
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    distinct: share(seen.size),
    barcodes: share(counts.barcodes),
    amounts: share(counts.amounts),
    prices: share(counts.prices),
    wholeNumbers: share(counts.wholeNumbers),
    addresses: share(counts.addresses),
    flags: share(counts.flags),
    words: share(counts.words),
    codes: share(counts.codes),
    length: share(length),
    markup: share(counts.markup),
  };
}

type Kind =
  | 'barcodes'
  | 'amounts'
  | 'prices'
  | 'wholeNumbers'
  | 'addresses'
  | 'flags'
  | 'words'
  | 'codes'
  | 'markup';

function kindsOf(text: string): readonly Kind[] {
  const kinds: Kind[] = [];
  const code = text.replace(/^'/, '');
  if (hasCheckDigit(code.replace(/[ -]/g, ''))) kinds.push('barcodes');
  // "P0" and "A-12" are codes although a currency's short name may stand before digits.
  const isCode = /^\p{L}{1,2}-?\d/u.test(text) && !/^(?:rs|kr|fr|zl|kc|lt)/i.test(text);
  if (!isCode && parseMoneyRounded(text, 4) !== null) {
    kinds.push('amounts');
    if (/[.,]\d{2}\D*$|\p{Sc}/u.test(text)) kinds.push('prices');
  }
  if (parseDecimal(text, () => 'group')?.fraction === '' && text.length < 8) kinds.push('wholeNumbers');
  if (/^(?:https?:\/\/|\/\/|data:)|\.(?:jpe?g|png|webp|gif|avif)(?:$|[?,\s])/i.test(text))
    kinds.push('addresses');
  if (readFlag(text) !== null) kinds.push('flags');
  if (/\p{L}{2}/u.test(text) && !/^[\p{Lu}\d_./-]*\d[\p{Lu}\d_./-]*$/u.test(text)) kinds.push('words');
  if (/^(?=.*\d)[\p{L}\d_./#-]{2,30}$/u.test(code)) kinds.push('codes');
  if (/<\/?[a-z][^<>]*>/i.test(text)) kinds.push('markup');
  return kinds;
}

/** Whether 8, 12, 13 or 14 digits end in the check digit that GS1 prescribes. All zeros are no barcode. */
function hasCheckDigit(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const weight = (digits.length - place) % 2 === 0 ? 3 : 1;
    sum += (digits.charCodeAt(place) - 48) * weight;
  }
  return sum % 10 === 0;
}
