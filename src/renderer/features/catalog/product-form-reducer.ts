import type { ProductDraft } from './product-draft.ts';
import type { ProductProblems } from './product-problems.ts';
import { mostOptions, type OptionDraft, type VariantDraft, variantsOf, withValue } from './variant-draft.ts';

export type ProductForm = {
  readonly draft: ProductDraft;
  /** Fields that are said to be wrong; typing in one takes that back. */
  readonly problems: ProductProblems;
};

export type ProductFormAction =
  | { readonly type: 'set'; readonly change: Partial<ProductDraft> }
  | { readonly type: 'variant'; readonly key: string; readonly change: Partial<VariantDraft> }
  | { readonly type: 'remove-variant'; readonly key: string }
  | { readonly type: 'add-option'; readonly name: string }
  | { readonly type: 'name-option'; readonly at: number; readonly name: string }
  | { readonly type: 'add-value'; readonly at: number; readonly typed: string }
  | { readonly type: 'remove-value'; readonly at: number; readonly value: string }
  | { readonly type: 'remove-option'; readonly at: number }
  | { readonly type: 'refused'; readonly problems: ProductProblems };

export function startOfProductForm(draft: ProductDraft): ProductForm {
  return { draft, problems: {} };
}

export function productFormReducer(form: ProductForm, action: ProductFormAction): ProductForm {
  const { draft } = form;
  switch (action.type) {
    case 'set':
      return {
        draft: { ...draft, ...action.change },
        problems: without(form.problems, Object.keys(action.change)),
      };
    case 'variant': {
      const variants = draft.variants.map((variant) =>
        variant.key === action.key ? { ...variant, ...action.change } : variant,
      );
      const mended = Object.keys(action.change).map((column) => `${action.key} ${column}`);
      return { draft: { ...draft, variants }, problems: without(form.problems, mended) };
    }
    case 'remove-variant':
      return {
        ...form,
        draft: { ...draft, variants: draft.variants.filter(({ key }) => key !== action.key) },
      };
    case 'add-option':
      return draft.options.length >= mostOptions
        ? form
        : withOptions(form, [...draft.options, { name: action.name, values: [] }]);
    case 'name-option':
      return withOptions(
        form,
        changeAt(draft.options, action.at, (one) => ({ ...one, name: action.name })),
      );
    case 'add-value':
      return withOptions(
        form,
        changeAt(draft.options, action.at, (one) => withValue(one, action.typed)),
      );
    case 'remove-value':
      return withOptions(
        form,
        changeAt(draft.options, action.at, (one) => ({
          ...one,
          values: one.values.filter((value) => value !== action.value),
        })),
      );
    case 'remove-option':
      return withOptions(
        form,
        draft.options.filter((_, at) => at !== action.at),
      );
    case 'refused':
      return { ...form, problems: action.problems };
  }
}

function withOptions({ draft, problems }: ProductForm, options: readonly OptionDraft[]): ProductForm {
  const renamed = options.map((_, at) => `option ${at}`);
  const isRowsChanged = JSON.stringify(valuesOf(options)) !== JSON.stringify(valuesOf(draft.options));
  // A name makes no rows: a row that was taken away does not come back by it.
  const variants = isRowsChanged ? variantsOf(options, draft.variants, draft.price) : draft.variants;
  return { draft: { ...draft, options, variants }, problems: without(problems, [...renamed, 'variants']) };
}

function valuesOf(options: readonly OptionDraft[]): readonly (readonly string[])[] {
  return options.map(({ values }) => values);
}

function changeAt(
  options: readonly OptionDraft[],
  at: number,
  change: (option: OptionDraft) => OptionDraft,
): readonly OptionDraft[] {
  return options.map((option, index) => (index === at ? change(option) : option));
}

function without(problems: ProductProblems, mended: readonly string[]): ProductProblems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !mended.includes(field)));
}
