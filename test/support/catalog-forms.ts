import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import type { TestApp } from './create-test-app.ts';

type Form = Input<'catalog.create'>;
type Variant = Form['variants'][number];

/** A product as its form is filled in, without stock. */
export function productForm(change: Partial<Form> = {}): Form {
  return {
    name: 'Mug',
    sku: null,
    barcodes: [],
    description: '',
    notes: '',
    categoryId: null,
    taxClassId: 1,
    price: money(1200),
    compareAtPrice: null,
    cost: money(400),
    unit: 'piece',
    reorderLevel: pieces(5),
    oversell: null,
    tracked: true,
    openingStock: pieces(0),
    optionNames: [],
    variants: [],
    ...change,
  };
}

/** A variant as its row is filled in. */
export function variantForm(optionValues: string[], change: Partial<Variant> = {}): Variant {
  return {
    optionValues,
    sku: null,
    barcodes: [],
    price: money(1200),
    compareAtPrice: null,
    cost: null,
    openingStock: pieces(0),
    ...change,
  };
}

/** Creates a product; answers its id. */
export async function createProduct(test: TestApp, change: Partial<Form> = {}): Promise<number> {
  return (await test.ask('catalog.create', productForm(change))).productId;
}

export const allLive: Input<'catalog.table'>['filter'] = {
  text: '',
  category: null,
  stock: 'all',
  taxClassId: null,
  show: 'live',
  missing: null,
};
