import { type Money, money } from '../../../../shared/domain/money.ts';
import type { Format } from '../../../../shared/text/format.ts';
import { perUnit } from './measures.ts';

const digits = 4;

/** An amount cut where it changes weight; `finer` is what is finer than the currency counts in, if anything is. */
export type FineParts = ReturnType<Format['moneyParts']> & { readonly finer: string };

/**
 * An amount in ten-thousandths of a minor unit as people read it: with the currency's decimals, and as many more as it
 * really has ("15,379.369").
 */
export function fineParts(amount: number, format: Format, currencySign = true): FineParts {
  const size = Math.abs(amount);
  const rest = size % perUnit;
  const whole = (size - rest) / perUnit;
  // The sign stands where the locale has it: of a part of a unit alone it is that of the least unit.
  const signed = amount < 0 ? money(-Math.max(1, whole)) : money(whole);
  const { before, after } = format.moneyParts(signed, { currencySign });
  const { major, minor } = format.moneyParts(money(whole), { currencySign: false });
  const more = rest === 0 ? '' : String(rest).padStart(digits, '0').replace(/0+$/, '');
  const written = [...more].map((digit) => format.number(Number(digit))).join('');
  const finer = written !== '' && minor === '' ? `${format.decimalSign}${written}` : written;
  return { before, major, minor, finer, after };
}

export function fineWords(amount: number, format: Format): string {
  const { before, major, minor, finer, after } = fineParts(amount, format);
  return `${before}${major}${minor}${finer}${after}`;
}

/** The least unit that the shop counts in: "€0.01". */
export function leastUnit(format: Format): string {
  return format.money(1 as Money);
}
