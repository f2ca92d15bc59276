import { describe, expect, it } from 'vitest';
import type { Money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { planChanging, planCreating } from './plan-saving.ts';
import { draftOf, type EditableProduct, emptyDraft, type ProductDraft } from './product-draft.ts';
import { productFormReducer, startOfProductForm } from './product-form-reducer.ts';
import { checkProduct } from './product-problems.ts';
import { barcodesOf, variantsOf, withValue } from './variant-draft.ts';

const price = (minor: number) => minor as Money;

const mug: EditableProduct = {
  id: 7,
  kind: 'single',
  parentId: null,
  name: 'Mug',
  sku: 'MUG',
  barcodes: ['4006381333931'],
  description: '',
  notes: '',
  categoryId: 3,
  taxClassId: 1,
  price: price(1450),
  compareAtPrice: null,
  cost: price(610),
  unit: 'piece',
  reorderLevel: pieces(5),
  oversell: null,
  variantLabel: null,
  optionValues: [],
  optionNames: [],
  pictureId: null,
  tracked: true,
  onHand: pieces(4),
  reserved: pieces(0),
  createdAt: 0,
  archived: false,
  variants: [],
};
const small: EditableProduct['variants'][number] = {
  id: 12,
  variantLabel: 'S',
  optionValues: ['S'],
  sku: 'SHI-S',
  barcodes: [],
  price: price(2000),
  compareAtPrice: null,
  cost: null,
  onHand: pieces(9),
  available: pieces(9),
  tracked: true,
  pictureId: null,
  archived: false,
};
const shirt: EditableProduct = {
  ...mug,
  id: 11,
  kind: 'parent',
  name: 'Shirt',
  sku: null,
  barcodes: [],
  price: price(0),
  cost: null,
  optionNames: ['Size'],
  variants: [small],
};

function changed(product: EditableProduct, change: (draft: ProductDraft) => ProductDraft) {
  return planChanging(product, change(draftOf(product)));
}

describe('planChanging', () => {
  it('asks for nothing where nothing is different', () => {
    expect(changed(mug, (draft) => draft)).toEqual([]);
    expect(changed(shirt, (draft) => ({ ...draft, name: ' Shirt ' }))).toEqual([]);
  });

  it('sends only what is different, with what the person saw', () => {
    const steps = changed(mug, (draft) => ({ ...draft, price: price(1600), sku: '' }));
    expect(steps).toEqual([
      {
        call: 'catalog.update',
        input: {
          productId: 7,
          before: { sku: 'MUG', price: 1450 },
          after: { sku: null, price: 1600 },
        },
      },
    ]);
  });

  it('changes, archives and adds variants of a parent, and never its own price', () => {
    const steps = changed(shirt, (draft) => ({
      ...draft,
      price: price(99),
      variants: variantsOf([{ name: 'Size', values: ['S', 'M'] }], draft.variants, price(2100)).map((one) =>
        one.id === 12 ? { ...one, price: price(1900), archived: true } : one,
      ),
    }));
    expect(steps).toMatchObject([
      { call: 'catalog.update', input: { productId: 12, before: { price: 2000 }, after: { price: 1900 } } },
      { call: 'catalog.archive', input: { productId: 12, archived: true } },
      {
        call: 'catalog.addVariants',
        input: {
          productId: 11,
          own: null,
          optionNames: ['Size'],
          variants: [{ optionValues: ['M'], price: 2100 }],
        },
      },
    ]);
  });

  it('makes a product that was sold by itself the first of its variants', () => {
    const options = [{ name: 'Colour', values: ['Red', 'Blue'] }];
    const steps = changed(mug, (draft) => ({
      ...draft,
      options,
      variants: variantsOf(options, [], draft.price),
    }));
    expect(steps).toMatchObject([
      {
        call: 'catalog.addVariants',
        input: { productId: 7, own: ['Red'], variants: [{ optionValues: ['Blue'], price: 1450 }] },
      },
    ]);
  });
});

describe('planCreating', () => {
  it('asks for the product with its opening stock, none where it is not counted', () => {
    const draft = { ...emptyDraft(1, pieces(5)), name: ' Tea ', price: price(250), openingStock: pieces(8) };
    expect(planCreating(draft)).toMatchObject([
      { call: 'catalog.create', input: { name: 'Tea', openingStock: pieces(8), sku: null, variants: [] } },
    ]);
    const [step] = planCreating({ ...draft, tracked: false });
    expect(step?.input).toMatchObject({ tracked: false, openingStock: 0 });
    expect(step?.input).not.toHaveProperty('optionValues');
  });
});

describe('the rows of variants', () => {
  it('keeps what was typed into a row while values come and go, and rows that are sold', () => {
    let form = startOfProductForm(draftOf(shirt));
    const key = () => form.draft.variants.at(-1)?.key ?? '';
    form = productFormReducer(form, { type: 'add-value', at: 0, typed: 'M, l' });
    expect(form.draft.variants.map(({ label }) => label)).toEqual(['S', 'M', 'l']);
    form = productFormReducer(form, { type: 'variant', key: key(), change: { sku: 'SHI-L' } });
    form = productFormReducer(form, { type: 'remove-value', at: 0, value: 'M' });
    expect(form.draft.variants.map(({ label, sku }) => [label, sku])).toEqual([
      ['S', 'SHI-S'],
      ['l', 'SHI-L'],
    ]);
    form = productFormReducer(form, { type: 'remove-variant', key: key() });
    form = productFormReducer(form, { type: 'name-option', at: 0, name: 'Sizes' });
    expect(form.draft.variants.map(({ label }) => label)).toEqual(['S']);
  });

  it('takes a value once, however it is spelled', () => {
    expect(withValue({ name: 'Size', values: ['M'] }, ' m , L,, l ').values).toEqual(['M', 'L']);
  });

  it('reads several barcodes, each once', () => {
    expect(barcodesOf(' 123, 456 123;789 ')).toEqual(['123', '456', '789']);
  });
});

describe('checkProduct', () => {
  it('names every field that main would refuse', () => {
    const draft = { ...emptyDraft(null, pieces(5)), notes: '4111 1111 1111 1111' };
    expect(checkProduct(draft, 'single', true)).toEqual({
      name: 'name-missing',
      taxClassId: 'tax-class-missing',
      notes: 'card-number',
      price: 'price-missing',
    });
    const half = { ...emptyDraft(1, pieces(5)), name: 'Tea', price: price(1), openingStock: 500 as never };
    expect(checkProduct(half, 'single', true)).toEqual({ openingStock: 'whole-pieces' });
    expect(checkProduct({ ...half, unit: 'kg' }, 'single', true)).toEqual({});
  });

  it('looks at the rows: two of one code, a price that is missing, options without a name', () => {
    const options = [{ name: '', values: ['S', 'M'] }];
    const variants = variantsOf(options, [], null).map((one) => ({ ...one, sku: 'A' }));
    const draft = { ...emptyDraft(1, pieces(5)), name: 'Shirt', options, variants };
    expect(checkProduct(draft, 'single', true)).toEqual({
      'option 0': 'option-unnamed',
      'new s price': 'price-missing',
      'new m price': 'price-missing',
      'new m sku': 'same-code',
    });
  });
});
