import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { DecimalMark } from '../../../shared/domain/typed-decimal.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { RowProblem } from '../csv/row-problem.ts';

export const catalogFormats = ['shopify', 'woocommerce', 'generic'] as const;
export type CatalogFormat = (typeof catalogFormats)[number];

export type DraftOption = { readonly name: string; readonly value: string };

/**
 * One product as a file tells it, before the shop file is looked at.
 *
 * Null means that the file does not say: an existing product keeps what it has, a new one gets the shop's
 * default. A `parent` is never sold; its `variant`s are, and name it in `parentKey`.
 */
export type DraftProduct = {
  /** Unique within the draft. */
  readonly key: string;
  readonly kind: 'single' | 'parent' | 'variant';
  readonly parentKey: string | null;
  /** Who it is in the other system (`shopify:blue-shirt`, `woocommerce:44`), stored as `externalKey`. */
  readonly externalKey: string | null;
  /** Of a variant: its parent's. */
  readonly name: string | null;
  /** "Blue / Large"; null unless a variant. */
  readonly variantLabel: string | null;
  readonly options: readonly DraftOption[];
  readonly sku: string | null;
  readonly barcodes: readonly string[];
  /** Plain text, no markup. */
  readonly description: string | null;
  /** Outermost first; empty when the file names none. */
  readonly categoryPath: readonly string[];
  /** Null for a parent, and where the file has no price column. */
  readonly price: Money | null;
  readonly compareAtPrice: Money | null;
  readonly cost: Money | null;
  readonly taxable: boolean | null;
  readonly taxClassName: string | null;
  readonly unit: Unit | null;
  /** Whether stock is counted at all. */
  readonly tracked: boolean | null;
  readonly stock: Quantity | null;
  readonly reorderLevel: Quantity | null;
  readonly oversell: 'block' | 'allow' | null;
  /** Address or file name, kept as text: nothing is fetched. */
  readonly pictureSource: string | null;
  readonly state: 'active' | 'draft' | 'archived' | null;
  /** Lines of the file that made it, rising. */
  readonly lines: readonly number[];
};

export type CatalogDraft = {
  readonly format: CatalogFormat;
  /** How the file writes decimals, as far as it tells. */
  readonly decimalMark: DecimalMark;
  /** Parents before their variants, else in the order of the file. */
  readonly products: readonly DraftProduct[];
  /** In the order of lines. Includes those of reading the file. */
  readonly problems: readonly RowProblem[];
  /** Rows under the header that are not blank. */
  readonly rowCount: number;
  /** Rows that became nothing, each with a problem that says why. */
  readonly leftOutCount: number;
};

/** What the readers of each format hand on, before the last checks. */
export type BuiltProducts = { readonly products: readonly DraftProduct[]; readonly decimalMark: DecimalMark };

/** What every reader of a format needs to know beside the file. */
export type BuildContext = {
  /** Decimals of the shop's currency. */
  readonly exponent: number;
  /** Decides whether a sale price applies. */
  readonly today: CalendarDate;
  readonly decimalMark: DecimalMark | undefined;
};

/** A product about which the file says nothing yet. */
export function blankProduct(key: string, lines: readonly number[]): DraftProduct {
  return {
    key,
    kind: 'single',
    parentKey: null,
    externalKey: null,
    name: null,
    variantLabel: null,
    options: [],
    sku: null,
    barcodes: [],
    description: null,
    categoryPath: [],
    price: null,
    compareAtPrice: null,
    cost: null,
    taxable: null,
    taxClassName: null,
    unit: null,
    tracked: null,
    stock: null,
    reorderLevel: null,
    oversell: null,
    pictureSource: null,
    state: null,
    lines,
  };
}
