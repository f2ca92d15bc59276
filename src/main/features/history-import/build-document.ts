import { roundShares } from '../../../shared/domain/allocate.ts';
import { type Money, money, mostMoney, multiplyMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import { mulDivRounded } from '../../../shared/domain/round.ts';
import type { BuildTerms, BuiltDocument, BuiltLine, BuiltSide, SalesRow } from './document-parts.ts';
import { type Fine, fine, fineOf, nearestRate, perUnit, wholeOf } from './fine-amounts.ts';
import { worthOf } from './row-worth.ts';

/** Why a document cannot come in. */
export type DocumentFault = 'order-too-large' | 'tax-above-amount';

/**
 * What the rows of one document come to in the shop's whole units. What is sold is an order, what comes back a return:
 * rows below zero, and all rows of a document whose number is marked as a return.
 *
 * Each line is rounded once (half away from zero), tax once for each tax of the document, and given back to its lines:
 * what was added up exactly and rounded differs from a file by less than a unit a document. Answers the fault's name
 * where the amounts are beyond what any shop has.
 */
export function buildDocument(
  rows: readonly SalesRow[],
  isReturn: boolean,
  terms: BuildTerms,
): BuiltDocument | DocumentFault {
  try {
    const isTurned = isReturn && rows.every((row) => row.quantity > 0 && !isBelowZero(row));
    const parts = rows.map((row) => partOf(row, isReturn, isTurned, terms));
    const sold = sideOf(
      parts.filter((part) => !part.isBack),
      terms,
    );
    const back = sideOf(
      parts.filter((part) => part.isBack),
      terms,
    );
    if (sold === 'tax-above-amount' || back === 'tax-above-amount') return 'tax-above-amount';
    const isTooLarge = (side: BuiltSide | null): boolean =>
      side !== null && (side.total > mostMoney || side.gross > mostMoney);
    return isTooLarge(sold) || isTooLarge(back) ? 'order-too-large' : { sold, back };
  } catch (error) {
    if (error instanceof RangeError) return 'order-too-large';
    throw error;
  }
}

function isBelowZero({ price, total }: SalesRow): boolean {
  return (price ?? 0) < 0 || (total ?? 0) < 0;
}

/** A row's amounts without sign, and on which side they stand. `base` is as the file prices: with tax or without. */
type Part = {
  readonly row: SalesRow;
  readonly isBack: boolean;
  readonly quantity: Quantity;
  /** What one costs; null where the file does not say. */
  readonly price: Fine | null;
  readonly base: Fine;
  readonly tax: Fine;
};

function partOf(row: SalesRow, isReturn: boolean, isTurned: boolean, terms: BuildTerms): Part {
  const { signed, tax } = worthOf(row, terms);
  const isBelow = signed < 0 || (signed === 0 && row.quantity < 0 && isReturn);
  const isBack = isTurned || isBelow;
  // Worth nothing, a negative quantity is a correction of stock: it stays on its order.
  const keepsSign = signed === 0 && !isBack;
  return {
    row,
    isBack,
    quantity: keepsSign ? row.quantity : quantity(Math.abs(row.quantity)),
    price: priceOf(row),
    base: fine(Math.abs(signed)),
    tax: fine(Math.abs(tax)),
  };
}

/** What one costs, where the file says it of one or of all of them. */
function priceOf({ price, gross, quantity: count }: SalesRow): Fine | null {
  if (price !== null) return fine(Math.abs(price));
  if (gross === null || count === 0) return null;
  const each = fine(Math.abs(mulDivRounded(gross, 1000, count)));
  return fineOf(wholeOf(each)) === each ? each : null;
}

function sideOf(parts: readonly Part[], terms: BuildTerms): BuiltSide | 'tax-above-amount' | null {
  if (parts.length === 0) return null;
  if (terms.pricesIncludeTax && parts.some(({ tax, base }) => tax > base)) return 'tax-above-amount';
  const taxes = taxesOf(parts, terms);
  const lines = parts.map((part, index): BuiltLine => lineOf(part, taxes[index] ?? null, terms));
  const sum = (pick: (line: BuiltLine) => number): Money => {
    let result = 0;
    for (const line of lines) result = money(result + pick(line));
    return money(result);
  };
  let exact = 0;
  let exactTax = 0;
  for (const { base, tax } of parts) {
    exact += terms.pricesIncludeTax || !terms.isTaxed ? base : base + tax;
    exactTax += tax;
  }
  return {
    lines,
    net: sum((line) => line.net),
    tax: sum((line) => line.tax),
    total: sum((line) => line.total),
    gross: sum((line) => line.gross),
    discount: sum((line) => line.discount),
    exact: fine(exact),
    exactTax: fine(exactTax),
  };
}

type LineTax = { readonly rate: Rate; readonly amount: Money };

/** The whole tax of each part: rounded once for all parts of a rate, and shared out again. */
function taxesOf(parts: readonly Part[], terms: BuildTerms): readonly (LineTax | null)[] {
  const result: (LineTax | null)[] = parts.map(() => null);
  if (!terms.isTaxed) return result;
  const groups = new Map<Rate, number[]>();
  parts.forEach((part, index) => {
    if (part.tax === 0 && part.row.taxRate === null) return;
    const of = rateOf(part, terms);
    const group = groups.get(of);
    if (group) group.push(index);
    else groups.set(of, [index]);
  });
  for (const [of, group] of groups) {
    const exact = group.map((index) => parts[index]?.tax ?? 0);
    let sum = 0;
    for (const one of exact) sum += one;
    const total = wholeOf(fine(sum));
    const shares = exact.some((one) => one !== 0)
      ? roundShares(exact, 1, perUnit, total)
      : exact.map(() => zeroMoney);
    group.forEach((index, place) => {
      result[index] = { rate: of, amount: shares[place] ?? zeroMoney };
    });
  }
  return result;
}

/** A rate that the file has, or the one that its amount comes nearest to, in tenths of a per cent. */
function rateOf({ row, base, tax }: Part, terms: BuildTerms): Rate {
  if (row.taxRate !== null) return row.taxRate;
  if (terms.taxRate !== null) return terms.taxRate;
  return nearestRate(tax, terms.pricesIncludeTax ? base - tax : base);
}

function lineOf(part: Part, lineTax: LineTax | null, terms: BuildTerms): BuiltLine {
  const base = wholeOf(part.base);
  const { unitPrice, gross, discount } = fitPrice(part, base);
  // Less than a unit of tax within less than a unit may have been rounded apart.
  const most = terms.pricesIncludeTax ? base : mostMoney;
  const tax = money(Math.min(lineTax?.amount ?? zeroMoney, most));
  const net = terms.pricesIncludeTax || !terms.isTaxed ? money(base - tax) : base;
  return {
    ...{ row: part.row, quantity: part.quantity, unitPrice, gross, discount, net, tax },
    total: money(net + tax),
    taxes: lineTax === null ? [] : [{ name: terms.taxName, rate: lineTax.rate, amount: tax }],
  };
}

/**
 * A price of whole units that makes the line come to its amount: the file's where it does, with the file's discount;
 * otherwise the next one above, less what that is too much.
 */
function fitPrice({ price, quantity: count }: Part, base: Money) {
  const listed = price === null ? null : wholeOf(price);
  for (const unitPrice of [listed, nearest(base, count)]) {
    if (unitPrice === null) continue;
    const gross = multiplyMoney(unitPrice, count);
    // A price of more decimals than the currency has is no discount.
    const isExact = price === null || fineOf(unitPrice) === price;
    if (gross === base || (gross > base && isExact && unitPrice === listed)) {
      return { unitPrice, gross, discount: money(gross - base) };
    }
  }
  const [whole, by] = [money(base * 1000), Math.max(1, count)];
  const over = whole % by;
  const unitPrice = money((whole - over) / by + (over > 0 ? 1 : 0));
  const gross = multiplyMoney(unitPrice, count);
  return { unitPrice, gross, discount: money(gross - base) };
}

function nearest(base: Money, count: Quantity): Money | null {
  return count > 0 ? money(mulDivRounded(base, 1000, count)) : null;
}
