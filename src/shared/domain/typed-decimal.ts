import { divideRounded } from './round.ts';

/** How a shop, or a file, writes decimals. */
export type DecimalMark = '.' | ',';

/** A typed number by its digits: −12.50 is {negative: true, whole: '12', fraction: '50'}. */
export type TypedDecimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

/** What a mark means that stands once before exactly three digits ("1.234"): null refuses the text. */
export type LoneMarkRule = (mark: DecimalMark) => 'decimal' | 'group' | null;

const longestText = 60;

/** The zero of every script whose digits people type; the nine after it follow. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/**
 * Reads a number as people of any country write it, by its digits and never through a float.
 *
 * Decimal point or comma, groups of three (or Indian groups of two) parted by spaces, apostrophes,
 * commas or points, digits of any script, a minus before or after, accountants' brackets, and bidi marks
 * round it. Letters, exponents and mixed group marks are refused: null.
 */
export function parseDecimal(text: string, loneMark: LoneMarkRule): TypedDecimal | null {
  if (text.length > longestText) return null;
  const plain = plainDigits(text);
  const bracketed = /^\(([^()]*)\)$/.exec(plain);
  const signed = /^(-?) ?([^-]*?) ?(-?)$/.exec(bracketed?.[1] ?? plain);
  if (signed === null) return null;
  const [, before = '', body = '', after = ''] = signed;
  const signs = before.length + after.length + (bracketed === null ? 0 : 1);
  if (signs > 1) return null;
  const parts = splitAtDecimalMark(body, loneMark);
  if (parts === null) return null;
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  return {
    negative: signs === 1 && /[1-9]/.test(body),
    whole: whole === '' ? '0' : whole,
    fraction: parts.fraction,
  };
}

/**
 * The number times ten to `decimals`, null beyond the safe integers. `rounded` says that digits other
 * than zero were dropped (half away from zero).
 */
export function decimalToInteger(
  decimal: TypedDecimal,
  decimals: number,
): { readonly value: number; readonly rounded: boolean } | null {
  const kept = decimal.fraction.slice(0, decimals).padEnd(decimals, '0');
  const dropped = decimal.fraction.slice(decimals);
  const size = Number(decimal.whole + kept);
  if (!Number.isSafeInteger(size)) return null;
  const up = divideRounded(Number(dropped.slice(0, 1) || '0'), 10);
  const value = size + up;
  if (!Number.isSafeInteger(value)) return null;
  return { value: decimal.negative && value !== 0 ? -value : value, rounded: /[1-9]/.test(dropped) };
}

/** One spelling for each digit, space, minus, apostrophe and mark; direction marks gone. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s/gu, ' ')
    .replace(/[\u2212\ufe63\uff0d\u2010-\u2014]/g, '-')
    .replace(/[\u2018\u2019\u02bc\uff07\u00b4`]/g, "'")
    .replace(/[\u066b\uff0e]/g, '.')
    .replace(/[\u066c\uff0c\u060c]/g, ',')
    .trim();
}

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point <= 0x39) return digit;
  const zero = zeros.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? digit : String(point - zero);
}

function splitAtDecimalMark(
  body: string,
  loneMark: LoneMarkRule,
): { whole: string; fraction: string } | null {
  if (!/^[\d., ']*\d[\d., ']*$/.test(body)) return null;
  const at = decimalMarkAt(body, loneMark);
  if (at === null) return null;
  const whole = ungrouped(at < 0 ? body : body.slice(0, at));
  const fraction = at < 0 ? '' : body.slice(at + 1);
  return whole === null || !/^\d*$/.test(fraction) ? null : { whole, fraction };
}

/** Where the decimal mark stands, -1 for none, null where that cannot be known. */
function decimalMarkAt(body: string, loneMark: LoneMarkRule): number | null {
  const point = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (point < 0 && comma < 0) return -1;
  const at = Math.max(point, comma);
  if (point >= 0 && comma >= 0) return at;
  const mark: DecimalMark = point >= 0 ? '.' : ',';
  if (body.indexOf(mark) !== at) return -1;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return at;
  const meaning = loneMark(mark);
  return meaning === null ? null : meaning === 'decimal' ? at : -1;
}

/** The digits of a whole part, null where its groups are not as any country writes them. */
function ungrouped(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  return /^\d{1,3}(?:([ ',.])\d{3})(?:\1\d{3})*$/.test(whole) || /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
    ? whole.replace(/\D/g, '')
    : null;
}
