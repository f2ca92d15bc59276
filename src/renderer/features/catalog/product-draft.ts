import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import { pieces, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import { newVariantDraft, type OptionDraft, savedVariantDraft, type VariantDraft } from './variant-draft.ts';

export type EditableProduct = Output<'catalog.editable'>;

/** A product as it is typed. Amounts that cannot be read yet are null. */
export type ProductDraft = {
  readonly name: string;
  readonly description: string;
  readonly notes: string;
  readonly categoryId: number | null;
  /** Null until the shop's tax classes are known. */
  readonly taxClassId: number | null;
  readonly unit: Unit;
  readonly price: Money | null;
  readonly compareAtPrice: Money | null;
  readonly cost: Money | null;
  readonly sku: string;
  readonly barcodes: readonly string[];
  readonly tracked: boolean;
  /** What is there already; of a new product only. */
  readonly openingStock: Quantity | null;
  readonly reorderLevel: Quantity | null;
  /** Null follows the category, or the shop. */
  readonly oversell: OversellPolicy | null;
  /** The values of a variant that is edited by itself. */
  readonly optionValues: readonly string[];
  readonly options: readonly OptionDraft[];
  readonly variants: readonly VariantDraft[];
};

/** A new product of the shop's usual kind. */
export function emptyDraft(taxClassId: number | null, reorderLevel: Quantity): ProductDraft {
  return {
    name: '',
    description: '',
    notes: '',
    categoryId: null,
    taxClassId,
    unit: 'piece',
    price: null,
    compareAtPrice: null,
    cost: null,
    sku: '',
    barcodes: [],
    tracked: true,
    openingStock: pieces(0),
    reorderLevel,
    oversell: null,
    optionValues: [],
    options: [],
    variants: [],
  };
}

/** The form of a product that is there. */
export function draftOf(product: EditableProduct): ProductDraft {
  const { optionNames, variants } = product;
  return {
    name: product.name,
    description: product.description,
    notes: product.notes,
    categoryId: product.categoryId,
    taxClassId: product.taxClassId,
    unit: product.unit,
    price: product.price,
    compareAtPrice: product.compareAtPrice,
    cost: product.cost,
    sku: product.sku ?? '',
    barcodes: product.barcodes,
    tracked: product.tracked,
    openingStock: quantity(0),
    reorderLevel: product.reorderLevel,
    oversell: product.oversell,
    optionValues: product.optionValues,
    options: product.kind === 'parent' ? optionNames.map((name, at) => optionOf(name, at, variants)) : [],
    variants: variants.map(savedVariantDraft),
  };
}

function optionOf(name: string, at: number, variants: EditableProduct['variants']): OptionDraft {
  const values = variants.flatMap(({ optionValues }) => optionValues[at] ?? []);
  return { name, values: [...new Set(values)] };
}

/** A copy of a product as the start of a new one: nothing that may be there only once comes along. */
export function copyOf(product: EditableProduct): ProductDraft {
  const draft = draftOf(product);
  const variants = draft.variants
    .filter((variant) => !variant.archived && variant.values.length > 0)
    .map(({ values, price, compareAtPrice, cost }) => ({
      ...newVariantDraft(values, price),
      compareAtPrice,
      cost,
    }));
  return { ...draft, sku: '', barcodes: [], optionValues: [], variants };
}

type Fields = Omit<Input<'catalog.create'>, 'tracked' | 'openingStock' | 'optionNames' | 'variants'> & {
  readonly optionValues: string[];
};

/** The fields as main takes them. Zero stands for what is not there, and is refused before it is sent. */
export function fieldsOf(draft: ProductDraft): Fields {
  return {
    name: draft.name.trim(),
    sku: codeOf(draft.sku),
    barcodes: [...draft.barcodes],
    description: draft.description.trim(),
    notes: draft.notes.trim(),
    categoryId: draft.categoryId,
    taxClassId: draft.taxClassId ?? 0,
    price: draft.price ?? (0 as Money),
    compareAtPrice: draft.compareAtPrice,
    cost: draft.cost,
    unit: draft.unit,
    reorderLevel: draft.reorderLevel ?? quantity(0),
    oversell: draft.oversell,
    optionValues: draft.optionValues.map((value) => value.trim()),
  };
}

/** A code as typed; none where nothing was. */
export function codeOf(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

/** Whether anything would be lost by leaving the form. */
export function isDraftChanged(draft: ProductDraft, start: ProductDraft): boolean {
  return JSON.stringify(draft) !== JSON.stringify(start);
}
