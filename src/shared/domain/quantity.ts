import { type DecimalMark, decimalToInteger, parseDecimal } from './typed-decimal.ts';

declare const quantityBrand: unique symbol;

/** How much of a product, in thousandths: 1000 is one piece, or one kilogram where it is sold by weight. */
export type Quantity = number & { readonly [quantityBrand]: 'Quantity' };

/** Checks a number of thousandths. Throws RangeError unless it is a safe integer. */
export function quantity(thousandths: number): Quantity {
  if (!Number.isSafeInteger(thousandths)) throw new RangeError(`${thousandths} is not a quantity`);
  return (thousandths === 0 ? 0 : thousandths) as Quantity;
}

/** The most of one thing at a time, a billion pieces: thousands of them add up to a safe integer. */
export const mostQuantity = quantity(1_000_000_000_000);

/** So many whole pieces. */
export function pieces(count: number): Quantity {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a number of pieces`);
  return quantity(count * 1000);
}

/**
 * Reads a typed quantity, at most three decimals, null when it is none.
 *
 * "1.234" is a little over one. "1,234" may be that or a thousand pieces, so it is refused unless
 * `decimalMark` says how the shop writes.
 */
export function parseQuantity(text: string, decimalMark?: DecimalMark): Quantity | null {
  const decimal = parseDecimal(text, (mark) => {
    if (decimalMark !== undefined) return mark === decimalMark ? 'decimal' : 'group';
    return mark === '.' ? 'decimal' : null;
  });
  if (decimal === null) return null;
  const read = decimalToInteger(decimal, 3);
  return read === null || read.rounded ? null : quantity(read.value);
}
