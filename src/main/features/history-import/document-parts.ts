import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { TaxAmount } from '../../../shared/domain/tax.ts';
import type { Fine } from './fine-amounts.ts';

/** A row of a sales file, read. Null means that the file does not say. */
export type SalesRow = {
  readonly line: number;
  /** The goods by their number in the staging; null where the row names none. */
  readonly good: number | null;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: Quantity;
  readonly price: Fine | null;
  readonly discount: Fine | null;
  readonly discountRate: Rate | null;
  readonly tax: Fine | null;
  readonly taxRate: Rate | null;
  readonly total: Fine | null;
  /** The row before its discount, where the file says so and not what one costs. */
  readonly gross: Fine | null;
  /** What one of it cost the shop. */
  readonly cost: Fine | null;
  /** A row that the file has as a column of its order. */
  readonly extra?: 'shipping' | 'tip' | 'refund';
};

/** What stands once for all rows of an order. Null means that the file does not say. */
export type OrderAmounts = {
  readonly discount: Fine | null;
  readonly shipping: Fine | null;
  readonly tip: Fine | null;
  readonly tax: Fine | null;
  /** What was paid for the order, or was to be. */
  readonly total: Fine | null;
};

/** What a line of an order comes to, as its row keeps it. */
export type BuiltLine = {
  readonly row: SalesRow;
  readonly quantity: Quantity;
  readonly unitPrice: Money;
  readonly gross: Money;
  readonly discount: Money;
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly taxes: readonly TaxAmount[];
};

/** What one side of a document comes to: what was sold, or what came back. */
export type BuiltSide = {
  readonly lines: readonly BuiltLine[];
  readonly net: Money;
  readonly tax: Money;
  readonly total: Money;
  readonly gross: Money;
  readonly discount: Money;
  /** As exact as the file writes it. */
  readonly exact: Fine;
  readonly exactTax: Fine;
};

/** An order of the file, and what came back under its number. At least one of them is there. */
export type BuiltDocument = {
  readonly sold: BuiltSide | null;
  readonly back: BuiltSide | null;
};

/** How amounts are understood. */
export type BuildTerms = {
  /** Prices and discounts have tax in them. */
  readonly pricesIncludeTax: boolean;
  readonly taxName: string;
  /** Where the file has no rate of its own. */
  readonly taxRate: Rate | null;
  /** Whether the file has a tax at all: a column, a rate or both. */
  readonly isTaxed: boolean;
};
