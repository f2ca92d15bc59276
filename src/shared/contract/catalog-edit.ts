import { z } from 'zod';
import { productRow } from './catalog.ts';
import {
  categoryFields,
  newVariant,
  optionNames,
  optionValues,
  productFields,
  someCategoryFields,
  someProductFields,
  tableFilter,
  tableSort,
} from './catalog-fields.ts';
import { command, query, task } from './define.ts';
import {
  colour,
  done,
  flag,
  id,
  instant,
  money,
  nothing,
  oversell,
  page,
  positiveQuantity,
  quantity,
} from './fields.ts';

const saved = z.strictObject({ productId: id });
const takenErrors = [
  /** `details`: sku, name of the product that has it */
  'sku-taken',
  /** `details`: barcode, name of the product that has it */
  'barcode-taken',
  /** `details`: label */
  'variant-taken',
] as const;
const fieldErrors = [
  ...takenErrors,
  'category-gone',
  'tax-class-gone',
  'card-number-in-text',
  /** `details`: name; a unit of whole pieces and a stock that is none */
  'whole-pieces-only',
] as const;

const editableVariant = z.strictObject({
  id,
  variantLabel: z.string(),
  optionValues,
  sku: z.string().nullable(),
  barcodes: z.array(z.string()),
  price: money,
  compareAtPrice: money.nullable(),
  cost: money.nullable(),
  onHand: quantity,
  available: quantity,
  tracked: flag,
  pictureId: id.nullable(),
  archived: flag,
});

export const catalogEditCalls = {
  /** The table of the back office: one row for whatever is sold, sorted by any column, filtered, in pages. */
  'catalog.table': query({
    needs: 'see-products',
    input: z.strictObject({
      filter: tableFilter,
      sort: tableSort,
      descending: flag,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: page(productRow.extend({ taxClassId: id, createdAt: instant })),
    errors: [],
    reads: ['products', 'stock', 'categories', 'shop'],
  }),
  /** How many rows the filter has. `atLeast`: a text was met so often that only the first were looked at. */
  'catalog.tableCount': query({
    needs: 'see-products',
    input: z.strictObject({ filter: tableFilter }),
    output: z.strictObject({ count: z.int(), atLeast: flag }),
    errors: [],
    reads: ['products', 'stock', 'categories'],
  }),
  /** A product's own fields for its form, archived ones too, nothing taken from its parent. */
  'catalog.editable': query({
    needs: 'edit-catalogue',
    input: z.strictObject({ productId: id }),
    output: z.strictObject({
      id,
      kind: z.enum(['single', 'parent', 'variant']),
      parentId: id.nullable(),
      ...productFields,
      variantLabel: z.string().nullable(),
      /** Of a variant, in the order of `optionNames`; empty where the file it came from named none. */
      optionValues,
      /** Of the parent, for its variants too. */
      optionNames,
      pictureId: id.nullable(),
      tracked: flag,
      onHand: quantity,
      reserved: quantity,
      createdAt: instant,
      archived: flag,
      /** All variants of a parent, archived ones last. */
      variants: z.array(editableVariant),
    }),
    errors: [],
    reads: ['products', 'stock', 'categories'],
  }),
  /**
   * A new product. With variants it is their parent, and `sku`, `barcodes`, prices, `cost` and `openingStock` of the
   * product itself are left alone; without any it is sold itself.
   */
  'catalog.create': command({
    needs: 'edit-catalogue',
    input: z.strictObject({
      ...productFields,
      tracked: flag,
      openingStock: positiveQuantity,
      optionNames,
      variants: z.array(newVariant).max(200),
    }),
    output: saved,
    errors: [...fieldErrors],
    changes: ['products', 'stock', 'categories'],
  }),
  /** Changes some fields, guarded by what the person saw of each. A parent's name, unit and tax class are its variants' too. */
  'catalog.update': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ productId: id, before: someProductFields, after: someProductFields }),
    output: saved,
    errors: [
      ...fieldErrors,
      /** `details`: name */
      'product-changed',
      /** `details`: name; a field that only its variants have */
      'product-has-variants',
    ],
    changes: ['products', 'stock', 'categories'],
  }),
  /** Takes a product out of sale, or brings it back. A parent takes its variants along. Old orders keep it. */
  'catalog.archive': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ productId: id, archived: flag }),
    output: z.strictObject({ products: z.int() }),
    errors: [],
    changes: ['products', 'stock', 'categories'],
  }),
  /**
   * Adds variants. A single becomes the first of them itself, with its stock, SKU, barcodes and history, below a new
   * parent: `own` are the values it takes. Answers the parent.
   */
  'catalog.addVariants': command({
    needs: 'edit-catalogue',
    input: z.strictObject({
      productId: id,
      optionNames: optionNames.min(1),
      own: optionValues.min(1).nullable(),
      variants: z.array(newVariant).max(200),
    }),
    output: z.strictObject({ parentId: id, added: z.int() }),
    errors: [...fieldErrors, 'product-gone'],
    changes: ['products', 'stock', 'categories'],
  }),
  /** Takes a picture in pieces of at most 1 MiB (base64): PNG, JPEG or WebP, re-encoded by the window before. */
  'catalog.uploadPicture': task({
    needs: 'edit-catalogue',
    input: z.strictObject({
      uploadId: z.string().min(8).max(60),
      offset: z.int().min(0),
      data: z.string().max(1_500_000),
    }),
    output: z.strictObject({ received: z.int() }),
    errors: ['picture-too-large', 'upload-out-of-order'],
    secrets: ['data'],
  }),
  /** Gives the uploaded picture to a product or a category; without an upload it has none from now on. */
  'catalog.setPicture': command({
    needs: 'edit-catalogue',
    input: z.strictObject({
      of: z.enum(['product', 'category']),
      id,
      uploadId: z.string().min(8).max(60).nullable(),
    }),
    output: z.strictObject({ pictureId: id.nullable() }),
    errors: [
      'upload-gone',
      'picture-too-large',
      'picture-not-supported',
      'picture-damaged',
      'picture-animated',
      'nothing-changed',
    ],
    changes: ['products', 'categories'],
  }),

  /** Every category, archived ones too, in the order of the tree's siblings. */
  'catalog.allCategories': query({
    needs: 'edit-catalogue',
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        parentId: id.nullable(),
        name: z.string(),
        colour,
        oversell: oversell.nullable(),
        pictureId: id.nullable(),
        archived: flag,
        /** What can be sold from it, without those below. */
        productCount: z.int(),
      }),
    ),
    errors: [],
    reads: ['categories', 'products'],
  }),
  /** A new category, last among its siblings. */
  'catalog.createCategory': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ ...categoryFields, parentId: id.nullable() }),
    output: z.strictObject({ categoryId: id }),
    errors: ['category-taken', 'category-gone', 'category-too-deep'],
    changes: ['categories'],
  }),
  'catalog.updateCategory': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ categoryId: id, before: someCategoryFields, after: someCategoryFields }),
    output: done,
    errors: ['category-taken', 'category-changed'],
    changes: ['categories', 'products'],
  }),
  /** Moves a category with all below it: under a parent (null: top), before a sibling (null: last). */
  'catalog.moveCategory': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ categoryId: id, parentId: id.nullable(), beforeId: id.nullable() }),
    output: done,
    errors: ['category-taken', 'category-gone', 'category-loop', 'category-too-deep'],
    changes: ['categories', 'products'],
  }),
  /** Hides a category with all below it, or brings it back with what went along. Its products stay and are sold. */
  'catalog.archiveCategory': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ categoryId: id, archived: flag }),
    output: z.strictObject({ categories: z.int(), products: z.int() }),
    errors: ['category-gone'],
    changes: ['categories', 'products'],
  }),
};
