import { z } from 'zod';
import { mostMoney } from '../domain/money.ts';
import {
  colour,
  flag,
  id,
  money,
  name,
  oversell,
  positiveMoney,
  positiveQuantity,
  text,
  unit,
} from './fields.ts';

/** What a product and a category are made of, as their forms send it, and how many products are chosen at once. */

const code = name(120).refine((value) => !value.includes('\n'), 'is more than one line');

/** The values of a variant in the order of its parent's options: "M", "Red". */
export const optionValues = z.array(code).max(3);

/** What a person writes into a product's form. Of a parent: neither SKU, barcodes, prices, cost nor reorder level. */
export const productFields = {
  /** A variant is called what its parent is called. */
  name: name(300),
  sku: code.nullable(),
  /** Kept in their one spelling: a UPC-A as its EAN-13. */
  barcodes: z.array(code).max(30),
  description: text(20_000),
  /** For the people of the shop; never printed. */
  notes: text(5000),
  /** A variant stands in its parent's category. */
  categoryId: id.nullable(),
  taxClassId: id,
  price: positiveMoney,
  compareAtPrice: positiveMoney.nullable(),
  cost: positiveMoney.nullable(),
  unit,
  reorderLevel: positiveQuantity,
  /** Null follows the category, or the shop. */
  oversell: oversell.nullable(),
};

/** Any of them, and of a variant its values. */
export const someProductFields = z.strictObject({ ...productFields, optionValues }).partial();

/** One new variant; whatever it does not say is its parent's. */
export const newVariant = z.strictObject({
  optionValues: optionValues.min(1),
  sku: productFields.sku,
  barcodes: productFields.barcodes,
  price: productFields.price,
  compareAtPrice: productFields.compareAtPrice,
  cost: productFields.cost,
  /** What is there already, as its first stock movement. */
  openingStock: positiveQuantity,
});

/** The names of up to three options: "Size", "Colour". */
export const optionNames = z.array(code).max(3);

export const categoryFields = { name: name(120), colour, oversell: oversell.nullable() };
export const someCategoryFields = z.strictObject(categoryFields).partial();

/** What the table shows, whatever its order. */
export const tableFilter = z.strictObject({
  text: z.string().max(200),
  /** A category with all below it; `none` for products without one. */
  category: z.union([id, z.literal('none')]).nullable(),
  stock: z.enum(['all', 'low', 'out']),
  taxClassId: id.nullable(),
  /** What can be sold (singles and variants), the same archived, or parents of variants. */
  show: z.enum(['live', 'archived', 'parents']),
  /** Only what lacks a barcode or a picture, or has no price. */
  missing: z.enum(['barcode', 'price', 'picture']).nullable(),
});

export const tableSort = z.enum(['name', 'sku', 'price', 'available', 'category', 'created']);

/** The products that a bulk edit is for: named one by one, or all that the table shows, less some. */
export const bulkSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('products'), productIds: z.array(id).min(1).max(20_000) }),
  z.strictObject({ kind: z.literal('filter'), filter: tableFilter, except: z.array(id).max(5000) }),
]);

const isSigned = (most: number) => (value: unknown) =>
  Number.isSafeInteger(value) && !Object.is(value, -0) && Math.abs(Number(value)) <= most;

/** To the nearest price that ends so: step 100 and ending 99 for x.99, step 50 for halves, step 100 for whole ones. */
const priceRounding = z
  .strictObject({ step: positiveMoney, ending: positiveMoney })
  .refine(({ step, ending }) => step > 0 && ending < step && step <= 1_000_000_000, 'no step')
  .nullable();

export const bulkChange = z.discriminatedUnion('kind', [
  /** Parts per million, signed: 100 000 raises by 10 %, to at most eleven times the price. */
  z.strictObject({
    kind: z.literal('price-percent'),
    rate: z.custom<number>(isSigned(10_000_000), 'not a percentage'),
    rounding: priceRounding,
  }),
  /** Minor units, signed. */
  z.strictObject({
    kind: z.literal('price-amount'),
    amount: z.custom<number>(isSigned(mostMoney), 'not an amount'),
    rounding: priceRounding,
  }),
  z.strictObject({ kind: z.literal('category'), categoryId: id.nullable() }),
  z.strictObject({ kind: z.literal('tax-class'), taxClassId: id }),
  z.strictObject({ kind: z.literal('archive'), archived: flag }),
]);

/** A value before or after: a price, a category, a tax class, or whether it is archived, by the change's kind. */
export const bulkValue = z.union([
  z.strictObject({ price: money }),
  z.strictObject({ categoryId: id.nullable(), name: z.string().nullable() }),
  z.strictObject({ taxClassId: id, name: z.string() }),
  z.strictObject({ archived: flag }),
]);
