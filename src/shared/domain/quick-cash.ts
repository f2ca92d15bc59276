import { type Money, money } from './money.ts';

const mostButtons = 5;
const mostPieces = 4;

/**
 * The amounts that a customer is likely to hand over: the exact one, then what few notes make, rising.
 *
 * `denominations` are the currency's notes and coins in minor units, any order. Coins below one major unit
 * (by `exponent`) make no button: nobody counts them out to be near. Nothing is due: no button.
 */
export function quickCash(due: Money, exponent: number, denominations: readonly number[]): readonly Money[] {
  if (due <= 0) return [];
  const major = 10 ** exponent;
  const sorted = [...denominations].filter((size) => size > 0).sort((a, b) => b - a);
  const candidates = new Set<number>();
  for (const size of sorted) {
    const amount = Math.ceil(due / size) * size;
    if (size >= major && amount > due && Number.isSafeInteger(amount)) candidates.add(amount);
  }
  const rising = [...candidates].sort((a, b) => a - b);
  const fewest = Math.min(...rising.map((amount) => countPieces(amount, sorted)));
  const likely = rising.filter((amount) => countPieces(amount, sorted) <= Math.max(mostPieces, fewest));
  return [due, ...likely.slice(0, mostButtons - 1).map(money)];
}

/** Pieces of money that an amount takes, largest first. */
function countPieces(amount: number, sorted: readonly number[]): number {
  let rest = amount;
  let pieces = 0;
  for (const size of sorted) {
    const count = Math.floor(rest / size);
    pieces += count;
    rest -= count * size;
  }
  return rest > 0 ? Number.POSITIVE_INFINITY : pieces;
}
