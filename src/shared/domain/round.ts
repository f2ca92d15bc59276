/**
 * The one rounding of the shop: half away from zero, so that a refund is minus its sale to the last unit.
 *
 * Both are safe integers, `denominator` is not 0. Throws RangeError otherwise.
 */
export function divideRounded(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`cannot divide ${numerator} by ${denominator}`);
  }
  const size = Math.abs(numerator);
  const divisor = Math.abs(denominator);
  // The remainder of two doubles is exact, and so is the division of what is left: no float error here.
  const remainder = size % divisor;
  const floor = (size - remainder) / divisor;
  const rounded = remainder >= divisor - remainder ? floor + 1 : floor;
  if (rounded === 0) return 0;
  return numerator < 0 === denominator < 0 ? rounded : -rounded;
}

/**
 * a × b ÷ c, rounded once (half away from zero).
 *
 * The product may leave the safe integers, then it is taken in BigInt. Throws RangeError when an input
 * or the result is not a safe integer, or when c is 0.
 */
export function mulDivRounded(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product) && Number.isSafeInteger(a) && Number.isSafeInteger(b)) {
    return divideRounded(product, c);
  }
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || !Number.isSafeInteger(c) || c === 0) {
    throw new RangeError(`cannot take ${a} × ${b} ÷ ${c}`);
  }
  return divideBig(BigInt(a) * BigInt(b), BigInt(c));
}

function divideBig(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  const result = Number(numerator < 0n === denominator < 0n ? rounded : -rounded);
  if (!Number.isSafeInteger(result)) throw new RangeError('the result is not a safe integer');
  return result === 0 ? 0 : result;
}
