import { decimalToInteger, parseDecimal } from './typed-decimal.ts';

declare const rateBrand: unique symbol;

/** A share in parts per million: 1 000 000 is the whole, 100 000 is 10 %. */
export type Rate = number & { readonly [rateBrand]: 'Rate' };

/** Checks a number of parts per million. Throws RangeError unless it is a safe integer. */
export function rate(partsPerMillion: number): Rate {
  if (!Number.isSafeInteger(partsPerMillion)) throw new RangeError(`${partsPerMillion} is not a rate`);
  return (partsPerMillion === 0 ? 0 : partsPerMillion) as Rate;
}

/** The whole: 100 %. */
export const wholeRate = rate(1_000_000);

/** A rate from per cent with up to four decimals, for constants: `percent(7.7)`. Throws RangeError beyond. */
export function percent(perCent: number): Rate {
  const read = parsePercent(String(Math.abs(perCent)));
  if (read === null) throw new RangeError(`${perCent} % is not a rate`);
  return rate(perCent < 0 ? -read : read);
}

/** Reads a typed percentage ("7,7 %", "10", "٪١٠"): not negative, at most four decimals, else null. */
export function parsePercent(text: string): Rate | null {
  // Nobody groups a percentage by thousands, so a lone mark is always the decimal one.
  const decimal = parseDecimal(text.replace(/^([^%٪﹪％]*)[%٪﹪％]/u, '$1 '), () => 'decimal');
  if (decimal === null || decimal.negative) return null;
  const read = decimalToInteger(decimal, 4);
  return read === null || read.rounded ? null : rate(read.value);
}
