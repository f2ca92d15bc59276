import type { Input } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { codeOf, draftOf, type EditableProduct, fieldsOf, type ProductDraft } from './product-draft.ts';
import { barcodesOf, savedVariantDraft, type VariantDraft } from './variant-draft.ts';

/** One question to main; a form of a product with variants may need several. */
export type SaveStep =
  | { readonly call: 'catalog.create'; readonly input: Input<'catalog.create'> }
  | { readonly call: 'catalog.update'; readonly input: Input<'catalog.update'> }
  | { readonly call: 'catalog.addVariants'; readonly input: Input<'catalog.addVariants'> }
  | { readonly call: 'catalog.archive'; readonly input: Input<'catalog.archive'> };

type Changes = Input<'catalog.update'>['after'];

const parentFields = [
  'name',
  'description',
  'notes',
  'categoryId',
  'taxClassId',
  'unit',
  'oversell',
] as const satisfies readonly (keyof Changes)[];
const soldFields = [
  'sku',
  'barcodes',
  'price',
  'compareAtPrice',
  'cost',
  'reorderLevel',
] as const satisfies readonly (keyof Changes)[];
const fieldsOfKind = {
  single: [...parentFields, ...soldFields],
  parent: parentFields,
  variant: ['description', 'notes', 'oversell', 'optionValues', ...soldFields],
} as const satisfies Record<EditableProduct['kind'], readonly (keyof Changes)[]>;

/** What is to be asked of main so that a new product is there. */
export function planCreating(draft: ProductDraft): readonly SaveStep[] {
  const { optionValues: _none, ...fields } = fieldsOf(draft);
  const input = {
    ...fields,
    tracked: draft.tracked,
    openingStock: draft.tracked ? (draft.openingStock ?? quantity(0)) : quantity(0),
    optionNames: optionNamesOf(draft),
    variants: draft.variants.map((variant) => newVariantOf(variant, draft.tracked)),
  };
  return [{ call: 'catalog.create', input }];
}

/** What is to be asked so that a product is as the form says; nothing where nothing is different. */
export function planChanging(saved: EditableProduct, draft: ProductDraft): readonly SaveStep[] {
  const { id: productId, kind } = saved;
  const steps: SaveStep[] = [];
  const own = changes(fieldsOfKind[kind], fieldsOf(draftOf(saved)), fieldsOf(draft));
  if (own !== null) steps.push({ call: 'catalog.update', input: { productId, ...own } });
  for (const variant of draft.variants) steps.push(...variantSteps(saved, variant));
  const added = draft.variants.filter(({ id }) => id === null);
  const [first, ...others] = added;
  if (first === undefined) return steps;
  // What was sold by itself becomes the first of its variants.
  const isSplit = kind === 'single';
  const variants = (isSplit ? others : added).map((variant) => newVariantOf(variant, saved.tracked));
  const input = {
    productId,
    optionNames: optionNamesOf(draft),
    own: isSplit ? [...first.values] : null,
    variants,
  };
  return [...steps, { call: 'catalog.addVariants', input }];
}

function variantSteps(saved: EditableProduct, variant: VariantDraft): readonly SaveStep[] {
  const before = saved.variants.find(({ id }) => id === variant.id);
  if (before === undefined) return [];
  const steps: SaveStep[] = [];
  const columns = ['sku', 'barcodes', 'price', 'compareAtPrice', 'cost'] as const;
  const changed = changes(columns, soldOf(savedVariantDraft(before)), soldOf(variant));
  if (changed !== null) steps.push({ call: 'catalog.update', input: { productId: before.id, ...changed } });
  if (variant.archived !== before.archived)
    steps.push({ call: 'catalog.archive', input: { productId: before.id, archived: variant.archived } });
  return steps;
}

/** The fields that differ, as they were and as they shall be. */
function changes(
  names: readonly (keyof Changes)[],
  before: Changes,
  after: Changes,
): { readonly before: Changes; readonly after: Changes } | null {
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  if (changed.length === 0) return null;
  const pick = (from: Changes): Changes => Object.fromEntries(changed.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}

function soldOf({ sku, barcodes, price, compareAtPrice, cost }: VariantDraft) {
  return {
    sku: codeOf(sku),
    barcodes: [...barcodesOf(barcodes)],
    price: price ?? (0 as Money),
    compareAtPrice,
    cost,
  };
}

function newVariantOf(variant: VariantDraft, tracked: boolean) {
  return {
    ...soldOf(variant),
    optionValues: [...variant.values],
    openingStock: tracked ? (variant.stock ?? quantity(0)) : quantity(0),
  };
}

function optionNamesOf({ options }: ProductDraft): string[] {
  return options.filter(({ values }) => values.length > 0).map(({ name }) => name.trim());
}
