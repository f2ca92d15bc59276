import type { BuildTerms, SalesRow } from './document-parts.ts';
import { type Fine, fine, shareOf, timesQuantity } from './fine-amounts.ts';

/**
 * What a row comes to, below zero for what comes back. A total that the file has decides over price times quantity, or
 * over the amount before the discount.
 */
export function worthOf(row: SalesRow, terms: BuildTerms): { readonly signed: Fine; readonly tax: Fine } {
  const listed = row.gross ?? (row.price === null ? null : timesQuantity(row.price, row.quantity));
  const priced = listed === null ? null : fine(listed - discountOn(listed, row));
  const sign = row.quantity < 0 && (row.total ?? 0) > 0 && (row.price === null || (listed ?? 0) < 0) ? -1 : 1;
  const total = row.total === null ? null : fine(row.total * sign);
  if (!terms.isTaxed) return { signed: total ?? priced ?? fine(0), tax: fine(0) };
  const of = total ?? priced ?? fine(0);
  const includes = total !== null || terms.pricesIncludeTax;
  const tax = taxOf(row, of, includes, terms);
  if (total === null) return { signed: priced ?? fine(0), tax };
  return { signed: terms.pricesIncludeTax ? total : fine(total - tax), tax };
}

function discountOn(listed: Fine, { discount, discountRate }: SalesRow): Fine {
  if (discountRate !== null) return shareOf(listed, discountRate, 1_000_000);
  if (discount === null) return fine(0);
  return fine(Math.abs(discount) * (listed < 0 ? -1 : 1));
}

/** The tax of a row with the sign of its amount: as the file has it, or by its rate. */
function taxOf(row: SalesRow, amount: Fine, includes: boolean, terms: BuildTerms): Fine {
  const sign = amount < 0 ? -1 : 1;
  if (row.tax !== null) return fine(Math.abs(row.tax) * sign);
  const part = row.taxRate ?? terms.taxRate ?? 0;
  return includes ? shareOf(amount, part, 1_000_000 + part) : shareOf(amount, part, 1_000_000);
}
