import { allocate, roundShares } from '../../../shared/domain/allocate.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { divideRounded, mulDivRounded } from '../../../shared/domain/round.ts';
import type { BuildTerms, OrderAmounts, SalesRow } from './document-parts.ts';
import { type Fine, fine, fineOf, nearestRate, perUnit, wholeOf } from './fine-amounts.ts';
import { worthOf } from './row-worth.ts';

/** Rows that bear the amounts of their order, and whether these are what the rows come to. */
export type SharedRows = { readonly rows: readonly SalesRow[]; readonly fits: boolean };

const one = quantity(1000);

/**
 * Shares amounts that stand once for an order to its rows: discount and tax in proportion to what each row is worth,
 * shipping and a tip as rows of their own. The order's total decides over all of it; what it differs by from the rest is
 * shared in the same way, and told where rounding cannot be the reason.
 */
export function shareOrder(rows: readonly SalesRow[], whole: OrderAmounts, terms: BuildTerms): SharedRows {
  const { discount, shipping, tip, tax, total } = whole;
  if ([discount, shipping, tip, tax, total].every((amount) => amount === null)) return { rows, fits: true };
  const worths = rows.map((row) => worthOf(row, terms));
  let sum = 0;
  for (const { signed } of worths) sum += signed;
  const sign = (sum === 0 ? (total ?? 0) : sum) < 0 ? -1 : 1;
  // Where rows say nothing of what they are worth, the total is theirs.
  const saysWorth = rows.some(
    ({ price, gross, total: own }) => price !== null || gross !== null || own !== null,
  );
  const extras = saysWorth || total === null ? extrasOf({ shipping, tip }, sign, rows) : [];
  const all = [...rows, ...extras];
  const bases = [...worths.map(({ signed }) => signed), ...extras.map(({ price }) => price ?? fine(0))];
  const ownTax = [...worths.map((worth) => worth.tax), ...extras.map(() => fine(0))];
  const wholeTax = !terms.isTaxed ? 0 : tax === null ? sumOf(ownTax) : Math.abs(tax) * sign;
  const onTop = terms.isTaxed && !terms.pricesIncludeTax ? wholeTax : 0;
  const listed = sumOf(bases) + onTop;
  const less = Math.abs(discount ?? 0) * sign;
  // Some programs have the order's discount in their rows already: then the total says so.
  const isTaken =
    total !== null && less !== 0 && isNear(listed, total, all) && !isNear(listed - less, total, all);
  const expected = isTaken ? listed : listed - less;
  const due = fine(total ?? expected);
  const worth = goodsBear(bases, rows.length, isTaken ? 0 : less);
  const shares = toTheUnit(worth, fine(due - onTop), sign);
  const taxes = tax === null ? ownTax : taxShares(all, shares, fine(wholeTax), sign);
  const docRate = tax === null ? null : nearestRate(Math.abs(wholeTax), Math.abs(due) - Math.abs(wholeTax));
  const shared = all.map((row, index): SalesRow => {
    const [base, own] = [shares[index] ?? 0, taxes[index] ?? 0];
    const paid = fine(terms.isTaxed && !terms.pricesIncludeTax ? base + own : base);
    return { ...row, total: paid, tax: terms.isTaxed ? fine(own) : null, taxRate: row.taxRate ?? docRate };
  });
  return { rows: shared, fits: total === null || !saysWorth || isNear(expected, total, all) };
}

/** Shipping and a tip, each a row under the others. */
function extrasOf(
  amounts: { readonly shipping: Fine | null; readonly tip: Fine | null },
  sign: number,
  rows: readonly SalesRow[],
): readonly SalesRow[] {
  let line = rows.at(-1)?.line ?? 0;
  return (['shipping', 'tip'] as const).flatMap((extra): SalesRow[] => {
    const amount = amounts[extra];
    if (amount === null || amount === 0) return [];
    line += 1;
    return [{ ...nothing, line, extra, quantity: one, price: fine(Math.abs(amount) * sign) }];
  });
}

const nothing = {
  ...{ good: null, name: '', sku: null, discount: null, discountRate: null, tax: null, taxRate: null },
  ...{ total: null, gross: null, cost: null },
} as const;

/** A discount is of the goods, as far as they go. */
function goodsBear(bases: readonly Fine[], goods: number, less: number): readonly number[] {
  if (less === 0) return bases;
  const worth = sumOf(bases.slice(0, goods));
  if (worth === 0 || Math.abs(less) >= Math.abs(worth)) return bases;
  return bases.map((base, index) => (index < goods ? base - mulDivRounded(base, less, worth) : base));
}

/**
 * Divides an amount by weights in whole units; what is finer than one stays on the largest share. Weights that come to
 * the amount are rounded; otherwise those on the other side of it keep what they are.
 */
function toTheUnit(weights: readonly number[], due: Fine, sign: number): readonly Fine[] {
  const isWhole = Math.abs(sumOf(weights) - due) < perUnit / 2;
  const shares = isWhole ? roundShares(weights, 1, perUnit, wholeOf(due)) : divided(weights, due, sign);
  const fines = shares.map((share) => fineOf(share));
  const rest = due - sumOf(fines);
  if (rest === 0) return fines;
  const sizes = fines.map((share) => Math.abs(share));
  const largest = sizes.indexOf(Math.max(...sizes));
  return fines.map((share, index) => (index === largest ? fine(share + rest) : share));
}

function divided(weights: readonly number[], due: Fine, sign: number): readonly Money[] {
  const against = weights.map((weight) => (weight * sign < 0 ? wholeOf(fine(weight)) : zeroMoney));
  const left = money(wholeOf(due) - sumOf(against));
  const shares = allocate(left, scaled(weights.map((weight) => Math.max(0, weight * sign))));
  return shares.map((share, index) => money(share + (against[index] ?? 0)));
}

/** Weights whose sum stays within the safe integers. */
function scaled(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (Number.isSafeInteger(sum)) return weights;
  return weights.map((weight) => divideRounded(weight, 1_000_000));
}

/** The order's tax by what each row is worth and, where rows have rates, by these. */
function taxShares(
  rows: readonly SalesRow[],
  shares: readonly Fine[],
  whole: Fine,
  sign: number,
): readonly Fine[] {
  if (whole === 0) return rows.map(() => fine(0));
  const byRate = rows.map(({ taxRate }, index) => mulDivRounded(shares[index] ?? 0, taxRate ?? 0, 1_000_000));
  const weights = byRate.some((weight) => weight * sign > 0) ? byRate : shares;
  return toTheUnit(weights, whole, sign);
}

/** Each row and the tax may have been rounded once. */
function isNear(amount: number, total: number, rows: readonly SalesRow[]): boolean {
  return Math.abs(amount - total) <= ((rows.length + 1) * perUnit) / 2 + perUnit / 2;
}

function sumOf(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of amounts) sum = money(sum + amount);
  return sum;
}
