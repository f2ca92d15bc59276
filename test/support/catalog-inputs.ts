import type { catalogBulkCalls } from '../../src/shared/contract/catalog-bulk.ts';
import type { catalogEditCalls } from '../../src/shared/contract/catalog-edit.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { allLive, productForm, variantForm } from './catalog-forms.ts';

const everything = { kind: 'filter' as const, filter: { ...allLive, category: 1 }, except: [2] };
const rounding = { step: money(100), ending: money(99) };
const raised = { kind: 'price-percent' as const, rate: 50_000, rounding };

/** What the calls of the catalogue's back office are asked in earnest, for the shop of `hostile-shop.ts`. */
export const catalogInputs: {
  readonly [N in keyof (typeof catalogEditCalls & typeof catalogBulkCalls)]: Input<N>;
} = {
  'catalog.table': { filter: allLive, sort: 'price', descending: true, cursor: null, limit: 20 },
  'catalog.tableCount': { filter: { ...allLive, text: 'flat', stock: 'low', missing: 'barcode' } },
  'catalog.editable': { productId: 1 },
  'catalog.create': productForm({
    ...{ categoryId: 1, notes: 'Shelf 3', optionNames: ['Size', 'Colour'] },
    variants: [variantForm(['S', 'Red'], { openingStock: pieces(2), barcodes: ['036000291452'] })],
  }),
  'catalog.update': {
    productId: 2,
    before: { price: money(350), notes: '', barcodes: ['4006381333931'] },
    after: { price: money(360), notes: 'Shelf 3', barcodes: ['own-1'] },
  },
  'catalog.archive': { productId: 2, archived: false },
  'catalog.addVariants': { productId: 1, optionNames: ['Size'], own: null, variants: [variantForm(['M'])] },
  'catalog.uploadPicture': { uploadId: 'picture-1', offset: 0, data: 'iVBORw0KGgo=' },
  'catalog.setPicture': { of: 'product', id: 2, uploadId: 'picture-1' },
  'catalog.allCategories': {},
  'catalog.createCategory': { name: 'Cups', colour: 3, oversell: 'warn', parentId: 1 },
  'catalog.updateCategory': { categoryId: 1, before: { colour: 0 }, after: { colour: 4 } },
  'catalog.moveCategory': { categoryId: 1, parentId: null, beforeId: null },
  'catalog.archiveCategory': { categoryId: 1, archived: false },
  'catalog.previewBulk': { selection: everything, change: raised, cursor: null, limit: 20 },
  'catalog.applyBulk': {
    selection: { kind: 'products', productIds: [2, 3] },
    change: { kind: 'price-amount', amount: 10, rounding: null },
    seen: 'abc',
  },
  'catalog.bulkEdits': {},
  'catalog.undoBulk': { bulkEditId: 1 },
  'catalog.cancelBulk': {},
};
