import type { ImportField } from './import-reducer.ts';

/** Fields of a product in the order in which a person looks for them; what few lists have comes last. */
export const fieldGroups = [
  { key: 'main', fields: ['name', 'sku', 'barcode', 'category', 'subcategory', 'description', 'picture'] },
  {
    key: 'price',
    fields: ['price', 'compareAtPrice', 'cost', 'stock', 'reorderLevel', 'unit', 'taxClass'],
  },
  { key: 'variants', fields: ['parent', 'variant', 'variant2', 'variant3'] },
  { key: 'other', fields: ['externalKey', 'state'] },
] as const satisfies readonly { readonly key: string; readonly fields: readonly ImportField[] }[];
