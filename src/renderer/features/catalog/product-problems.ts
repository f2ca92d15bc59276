import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { mostMoney } from '../../../shared/domain/money.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { EditableProduct, ProductDraft } from './product-draft.ts';
import { barcodesOf, mostVariants } from './variant-draft.ts';

/** What is wrong with a field, as `product-form.<problem>` says it. */
export type ProductProblem =
  | 'name-missing'
  | 'price-missing'
  | 'amount-too-large'
  | 'tax-class-missing'
  | 'reorder-missing'
  | 'stock-missing'
  | 'whole-pieces'
  | 'card-number'
  | 'option-unnamed'
  | 'value-missing'
  | 'same-code'
  | 'too-many-variants';

/** By field: a name of the draft's, or a variant's key with the column: `new m price`. */
export type ProductProblems = Readonly<Record<string, ProductProblem>>;

type Kind = EditableProduct['kind'];

/** How a field of a variant's row is called among the problems. */
export function variantField(key: string, column: 'price' | 'stock' | 'sku' | 'barcodes'): string {
  return `${key} ${column}`;
}

/**
 * What main would refuse, found before it is asked. A parent has no prices, codes or stock of its own; a new product
 * with variants is one.
 */
export function checkProduct(draft: ProductDraft, kind: Kind, isNew: boolean): ProductProblems {
  const problems: Record<string, ProductProblem> = {};
  if (kind !== 'variant' && draft.name.trim() === '') problems.name = 'name-missing';
  if (draft.taxClassId === null) problems.taxClassId = 'tax-class-missing';
  for (const field of ['name', 'description', 'notes'] as const)
    if (looksLikeCardNumber(draft[field])) problems[field] = 'card-number';
  const isParent = kind === 'parent' || (isNew && draft.variants.length > 0);
  if (!isParent) checkOwnFields(draft, problems);
  if (draft.optionValues.some((value) => value.trim() === '')) problems.optionValues = 'value-missing';
  for (const [at, option] of draft.options.entries())
    if (option.values.length > 0 && option.name.trim() === '') problems[`option ${at}`] = 'option-unnamed';
  if (draft.variants.filter(({ id }) => id === null).length > mostVariants)
    problems.variants = 'too-many-variants';
  checkVariants(draft, problems);
  return problems;
}

function checkOwnFields(draft: ProductDraft, problems: Record<string, ProductProblem>): void {
  const { price, compareAtPrice, cost, reorderLevel, openingStock, tracked, unit } = draft;
  if (price === null) problems.price = 'price-missing';
  for (const [field, amount] of Object.entries({ price, compareAtPrice, cost }))
    if (amount !== null && amount > mostMoney) problems[field] = 'amount-too-large';
  if (reorderLevel === null) problems.reorderLevel = 'reorder-missing';
  if (!tracked) return;
  if (openingStock === null) problems.openingStock = 'stock-missing';
  else if (!isMeasured(unit) && openingStock % 1000 !== 0) problems.openingStock = 'whole-pieces';
}

function checkVariants({ variants, unit }: ProductDraft, problems: Record<string, ProductProblem>): void {
  const seen = new Set<string>();
  for (const variant of variants) {
    const { key, price, stock } = variant;
    if (price === null) problems[variantField(key, 'price')] = 'price-missing';
    else if (price > mostMoney) problems[variantField(key, 'price')] = 'amount-too-large';
    if (variant.id === null && stock === null) problems[variantField(key, 'stock')] = 'stock-missing';
    if (variant.id === null && stock !== null && !isMeasured(unit) && stock % 1000 !== 0)
      problems[variantField(key, 'stock')] = 'whole-pieces';
    for (const column of ['sku', 'barcodes'] as const) {
      const codes = column === 'sku' ? [variant.sku.trim()].filter(Boolean) : barcodesOf(variant.barcodes);
      for (const code of codes) {
        const named = `${column} ${code.toLowerCase()}`;
        if (seen.has(named)) problems[variantField(key, column)] = 'same-code';
        seen.add(named);
      }
    }
  }
}
