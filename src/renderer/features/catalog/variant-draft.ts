import type { Output } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { optionCombinations, variantKey, variantLabel } from '../../../shared/domain/variant-options.ts';

/** One of the up to three ways in which variants differ: "Size" with "S", "M", "L". */
export type OptionDraft = { readonly name: string; readonly values: readonly string[] };

/** A row of the table of variants. */
export type VariantDraft = {
  readonly key: string;
  /** Null for one that is yet to be. */
  readonly id: number | null;
  readonly label: string;
  readonly values: readonly string[];
  readonly sku: string;
  /** As typed, with commas or spaces between several. */
  readonly barcodes: string;
  readonly price: Money | null;
  readonly compareAtPrice: Money | null;
  readonly cost: Money | null;
  /** What is there already of a new one, or on hand of one that is sold. */
  readonly stock: Quantity | null;
  readonly archived: boolean;
};

type SavedVariant = Output<'catalog.editable'>['variants'][number];

/** As many variants as main adds at once. */
export const mostVariants = 200;
export const mostOptions = 3;

export function savedVariantDraft(variant: SavedVariant): VariantDraft {
  const { id, price, compareAtPrice, cost, archived } = variant;
  return {
    key: `saved ${id}`,
    id,
    label: variant.variantLabel,
    values: variant.optionValues,
    sku: variant.sku ?? '',
    barcodes: variant.barcodes.join(', '),
    price,
    compareAtPrice,
    cost,
    stock: variant.onHand,
    archived,
  };
}

export function newVariantDraft(values: readonly string[], price: Money | null): VariantDraft {
  const label = variantLabel(values);
  return {
    key: `new ${variantKey(label)}`,
    id: null,
    label,
    values,
    sku: '',
    barcodes: '',
    price,
    compareAtPrice: null,
    cost: null,
    stock: quantity(0),
    archived: false,
  };
}

/** The codes of a row, each once. */
export function barcodesOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/u).filter(Boolean))];
}

/**
 * The rows that the options make: those that are sold stay, each other combination of values has a row, and what was
 * typed into one is kept. An option without values counts for nothing yet.
 */
export function variantsOf(
  options: readonly OptionDraft[],
  before: readonly VariantDraft[],
  price: Money | null,
): readonly VariantDraft[] {
  const saved = before.filter(({ id }) => id !== null);
  const taken = new Set(saved.map(({ label }) => variantKey(label)));
  const typed = new Map(before.map((variant) => [variantKey(variant.label), variant]));
  const filled = options.map(({ values }) => values).filter((values) => values.length > 0);
  const rows = optionCombinations(filled).flatMap((values) => {
    const key = variantKey(variantLabel(values));
    return taken.has(key) ? [] : [typed.get(key) ?? newVariantDraft(values, price)];
  });
  return [...saved, ...rows];
}

/** An option with one value more; a value that is there already, in whatever spelling, is not added again. */
export function withValue(option: OptionDraft, typed: string): OptionDraft {
  const added = typed
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
  const values = [...option.values];
  for (const value of added)
    if (!values.some((one) => variantKey(one) === variantKey(value))) values.push(value);
  return { ...option, values };
}

/** Whether a variant that is sold has this value: then the value stays. */
export function isValueUsed(variants: readonly VariantDraft[], at: number, value: string): boolean {
  return variants.some(({ id, values }) => id !== null && values[at] === value);
}
