import { z } from 'zod';
import { query } from './define.ts';
import { colour, flag, id, instant, money, oversell, page, quantity, share, unit } from './fields.ts';

/** A tax component with the rate that holds today. */
export const taxComponent = z.strictObject({ name: z.string(), rate: share });

/** A product as the till needs it: enough to show it, price it and warn about its stock. */
export const productTile = z.strictObject({
  id,
  /** A `parent` opens its variants; the others go into the cart. */
  kind: z.enum(['single', 'parent', 'variant']),
  parentId: id.nullable(),
  name: z.string(),
  variantLabel: z.string().nullable(),
  sku: z.string().nullable(),
  categoryId: id.nullable(),
  colour,
  pictureId: id.nullable(),
  price: money,
  /** For a parent: the highest price of its variants; otherwise the price. */
  highestPrice: money,
  compareAtPrice: money.nullable(),
  unit,
  taxes: z.array(taxComponent),
  tracked: flag,
  /** On hand less reserved, thousandths; for a parent the sum of its variants. */
  available: quantity,
  low: flag,
  oversell,
  variantCount: z.int(),
});
export type ProductTile = z.output<typeof productTile>;

/** A product as the back office lists it. */
export const productRow = productTile.extend({
  categoryName: z.string().nullable(),
  taxClassName: z.string(),
  /** Null without the right to see profit. */
  cost: money.nullable(),
  barcodes: z.array(z.string()),
  onHand: quantity,
  reserved: quantity,
  reorderLevel: quantity,
  archived: flag,
});

export const catalogCalls = {
  /**
   * The till's one search box: name, SKU and barcode, any word by its beginning, accents ignored; a code that
   * is a product's own comes first. Without text: the products of a category (and those below it), or all.
   * Parents stand for their variants unless the text names one.
   */
  'catalog.search': query({
    needs: 'sell',
    input: z.strictObject({
      text: z.string().max(200),
      categoryId: id.nullable(),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(productTile),
    errors: [],
    reads: ['products', 'stock', 'categories', 'shop'],
  }),
  /** The product of a scanned code, or null. UPC-A and its EAN-13 form are the same code. */
  'catalog.findByCode': query({
    needs: 'sell',
    input: z.strictObject({ code: z.string().min(1).max(120) }),
    output: productTile.nullable(),
    errors: [],
    reads: ['products', 'stock', 'shop'],
  }),
  /** The variants of a parent, in their order. */
  'catalog.variants': query({
    needs: 'sell',
    input: z.strictObject({ parentId: id }),
    output: z.array(productTile),
    errors: [],
    reads: ['products', 'stock', 'shop'],
  }),
  /** Products by id, as they are now: what a restored cart is checked against. Unknown or archived ones are left out. */
  'catalog.tiles': query({
    needs: 'sell',
    input: z.strictObject({ productIds: z.array(id).max(500) }),
    output: z.array(productTile),
    errors: [],
    reads: ['products', 'stock', 'shop'],
  }),
  /** The tree of categories, each with how many products can be sold from it and below. */
  'catalog.categories': query({
    needs: 'signed-in',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id,
        parentId: id.nullable(),
        name: z.string(),
        colour,
        /** Null follows the category above, or the shop. */
        oversell: oversell.nullable(),
        productCount: z.int(),
      }),
    ),
    errors: [],
    reads: ['categories', 'products'],
  }),
  /** The back office's list of products, by name; variants follow their parent. */
  'catalog.list': query({
    needs: 'see-products',
    input: z.strictObject({
      text: z.string().max(200),
      categoryId: id.nullable(),
      stock: z.enum(['all', 'low', 'out']),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: page(productRow),
    errors: [],
    reads: ['products', 'stock', 'categories', 'shop'],
  }),
  /** One product with everything that is known of it. */
  'catalog.product': query({
    needs: 'see-products',
    input: z.strictObject({ productId: id }),
    output: productRow.extend({ description: z.string(), createdAt: instant, variants: z.array(productRow) }),
    errors: [],
    reads: ['products', 'stock', 'categories', 'shop'],
  }),
  /** How many products there are, for the first-run screens and empty states. */
  'catalog.count': query({
    needs: 'signed-in',
    input: z.strictObject({}),
    output: z.strictObject({ sellable: z.int() }),
    errors: [],
    reads: ['products'],
  }),
};
