import type { Quantity } from './quantity.ts';
import { mulDivRounded } from './round.ts';
import {
  type DecimalMark,
  decimalToInteger,
  type LoneMarkRule,
  parseDecimal,
  plainDigits,
} from './typed-decimal.ts';

declare const moneyBrand: unique symbol;

/** An amount in minor units of the shop's one currency: 1250 is 12.50 in euros, 1,250 in yen. */
export type Money = number & { readonly [moneyBrand]: 'Money' };

/** Checks a number of minor units. Throws RangeError unless it is a safe integer. */
export function money(minorUnits: number): Money {
  if (!Number.isSafeInteger(minorUnits)) throw new RangeError(`${minorUnits} is not an amount of money`);
  return (minorUnits === 0 ? 0 : minorUnits) as Money;
}

export const zeroMoney = money(0);

/** The largest amount that an order, a price or a payment may have: thousands of them add up to a safe integer. */
export const mostMoney = money(1_000_000_000_000);

export function addMoney(a: Money, b: Money): Money {
  return money(a + b);
}

export function subtractMoney(a: Money, b: Money): Money {
  return money(a - b);
}

export function negateMoney(amount: Money): Money {
  return money(-amount);
}

export function sumMoney(amounts: readonly Money[]): Money {
  let sum = 0;
  // Checked at each step: an unsafe sum may come back into range with its last digits lost.
  for (const amount of amounts) sum = money(sum + amount);
  return money(sum);
}

/** Unit price × quantity, rounded once. */
export function multiplyMoney(unitPrice: Money, quantity: Quantity): Money {
  return money(mulDivRounded(unitPrice, quantity, 1000));
}

/**
 * Reads an amount that somebody typed, null when it is none or has more decimals than the currency.
 *
 * `exponent` is the currency's number of decimals, `decimalMark` how the shop writes decimals, where that
 * is known. Three digits after a lone mark are thousands in a currency without decimals and decimals in
 * one with three; with two decimals "1,234" is read as thousands, and "1.234" is refused without
 * `decimalMark`, because half of the world means a thousand times the other half's amount by it.
 */
export function parseMoney(text: string, exponent: number, decimalMark?: DecimalMark): Money | null {
  const read = readMoney(text, exponent, (mark) => {
    if (decimalMark !== undefined) return mark === decimalMark && exponent > 0 ? 'decimal' : 'group';
    if (exponent === 0) return 'group';
    if (exponent >= 3) return mark === '.' ? 'decimal' : null;
    return mark === ',' ? 'group' : null;
  });
  return read === null || read.rounded ? null : read.money;
}

/**
 * Reads an amount from a file, rounding decimals that the currency does not have.
 *
 * Files are mostly written by programs: without `decimalMark` (found from the whole column) a lone point
 * is the decimal one, and a lone comma before three digits parts thousands.
 */
export function parseMoneyRounded(
  text: string,
  exponent: number,
  decimalMark: DecimalMark = '.',
): { readonly money: Money; readonly rounded: boolean } | null {
  return readMoney(text, exponent, (mark) => (mark === decimalMark ? 'decimal' : 'group'));
}

function readMoney(text: string, exponent: number, loneMark: LoneMarkRule) {
  if (text.length > 60) return null;
  const decimal = parseDecimal(withoutCurrency(plainDigits(text)), loneMark);
  const read = decimal === null ? null : decimalToInteger(decimal, exponent);
  return read === null ? null : { money: money(read.value), rounded: read.rounded };
}

/** Measures and short thousands that stand after a number; no currency is written so. */
const measures =
  /^(?:k?g|mg|lbs?|oz|[mcd]?l|[mck]?m|pcs?|pieces?|stk?|stück|ct|ea|each|off|[xhk]|x+[ls]|mn|mio|bn)\.?$/iu;

/**
 * The number without a currency sign or short name on one side ("$", "Rs.", "kr", "CHF", "د.إ"), and
 * without the dash that stands for no cents ("5.–"). Anything else is left for the parser to refuse.
 */
function withoutCurrency(text: string): string {
  const before = /^([-(]?) ?(?:\p{Sc}|\p{L}\p{M}*\.?|\/\.?){1,6} ?(?=[-(.,\d])/u.exec(text);
  const rest = before === null ? text : (before[1] ?? '') + text.slice(before[0].length);
  const after = before === null ? /[ \d.,-]((?:\p{Sc}|\p{L}\p{M}*\.?|\/\.?){1,6})([)-]?)$/u.exec(rest) : null;
  const sign = after?.[1] ?? '';
  const bare =
    sign === '' || measures.test(sign) ? rest : rest.slice(0, -(sign + after?.[2]).length) + after?.[2];
  return bare.trim().replace(/(\d)[.,]-+$/, '$1');
}
