import { type Money, money, parseMoneyRounded } from '../../../shared/domain/money.ts';
import { mostQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { type Rate, rate } from '../../../shared/domain/rate.ts';
import { divideRounded, mulDivRounded } from '../../../shared/domain/round.ts';
import { type DecimalMark, decimalToInteger, parseDecimal } from '../../../shared/domain/typed-decimal.ts';

declare const fineBrand: unique symbol;

/** An amount in ten-thousandths of a minor unit: as exact as files of other programs write them. */
export type Fine = number & { readonly [fineBrand]: 'Fine' };

const digits = 4;
/** Parts of a minor unit that amounts are read to. */
export const perUnit = 10 ** digits;

/** @throws RangeError beyond the safe integers: a billion of what most currencies count in. */
export function fine(value: number): Fine {
  return money(value) as number as Fine;
}

/** The whole minor unit: half away from zero, as everywhere. */
export function wholeOf(amount: Fine): Money {
  return money(divideRounded(amount, perUnit));
}

export function fineOf(amount: Money): Fine {
  return fine(amount * perUnit);
}

/** `fine` of a price for a quantity. */
export function timesQuantity(price: Fine, count: Quantity): Fine {
  return fine(mulDivRounded(price, count, 1000));
}

export function shareOf(amount: Fine, part: number, whole: number): Fine {
  return fine(mulDivRounded(amount, part, whole));
}

export type AmountForm = {
  readonly decimalMark: DecimalMark;
  /** Decimals of the currency, or 0 where the file has whole cents. */
  readonly exponent: number;
};

const plain = /^(-?)(\d{1,9})(?:\.(\d{1,6}))?$/;

/**
 * Reads an amount by its digits. `rounded` says that it had more decimals than are kept. Null for what is none, and for
 * one that no shop has.
 */
export function readFine(text: string, { decimalMark, exponent }: AmountForm) {
  const kept = exponent + digits;
  const found = decimalMark === '.' ? plain.exec(text) : null;
  if (found !== null && (found[3]?.length ?? 0) <= kept) {
    const size = Number((found[2] ?? '') + (found[3] ?? '').padEnd(kept, '0'));
    return { amount: fine(found[1] === '-' ? -size : size), rounded: false };
  }
  const read = parseMoneyRounded(withoutPower(text), kept, decimalMark);
  return read === null ? null : { amount: read.money as number as Fine, rounded: read.rounded };
}

const power = /^\s*\+?(-?\d{1,9})(?:[.,](\d{0,12}))?(?:e([+-]?\d{1,2}))?\s*$/i;

/** "1.5E+3" as programs write numbers, and "+3.00": the digits alone. */
function withoutPower(text: string): string {
  const found = /[e+]/i.test(text) ? power.exec(text) : null;
  if (found === null) return text;
  const [, whole = '', fraction = '', exponent] = found;
  const by = Number(exponent ?? 0);
  // "1e5" is a code sooner than an amount.
  if (exponent !== undefined && fraction === '' && !/^[+-]/.test(exponent)) return text;
  if (exponent === undefined) return text.trim().replace(/^\+/, '');
  if (by >= 0) {
    const digits = fraction.padEnd(by, '0');
    return by === 0 ? `${whole}.${fraction}0` : `${whole}${digits.slice(0, by)}.${digits.slice(by)}0`;
  }
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').padStart(1 - by, '0');
  return `${sign}${digits.slice(0, by)}.${digits.slice(by)}${fraction}`;
}

/** Reads a quantity in thousandths. */
export function readCount(text: string, decimalMark: DecimalMark) {
  if (/^-?\d{1,9}$/.test(text)) return { count: quantity(Number(text) * 1000), rounded: false };
  // "2 x" and "3 pcs" count as well.
  const bare = text.replace(/\s*(?:x|×|pcs?|pieces?|stk|ea)\.?$/i, '');
  const decimal = parseDecimal(bare, (mark) => (mark === decimalMark ? 'decimal' : 'group'));
  const read = decimal === null ? null : decimalToInteger(decimal, 3);
  if (read === null || Math.abs(read.value) > mostQuantity) return null;
  return { count: quantity(read.value), rounded: read.rounded };
}

const mostRate = 10_000_000;

/** The rate that a tax on an amount without it comes nearest to, in tenths of a per cent. */
export function nearestRate(tax: number, net: number): Rate {
  if (net <= 0) return rate(0);
  return rate(Math.min(mostRate, divideRounded(mulDivRounded(tax, 1_000_000, net), 1000) * 1000));
}

/** Reads "5%", "5" or "0.05" as a rate; a number alone is per cent unless it is below one. Null for none. */
export function readRate(text: string, decimalMark: DecimalMark): Rate | null {
  const bare = text.replace(/\s*[%٪﹪％]\s*/u, '');
  const decimal = parseDecimal(bare, (mark) => (mark === decimalMark ? 'decimal' : 'group'));
  if (decimal === null || decimal.negative) return null;
  const isShare = bare === text.trim() && decimal.whole === '0' && /[1-9]/.test(decimal.fraction);
  const read = decimalToInteger(decimal, isShare ? 6 : 4);
  return read === null || read.value > mostRate ? null : rate(read.value);
}
