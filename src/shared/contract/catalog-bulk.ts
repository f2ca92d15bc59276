import { z } from 'zod';
import { bulkChange, bulkSelection, bulkValue } from './catalog-fields.ts';
import { command, query, task } from './define.ts';
import { done, id, instant, nothing, page } from './fields.ts';

const bulkRow = z.strictObject({
  productId: id,
  name: z.string(),
  variantLabel: z.string().nullable(),
  sku: z.string().nullable(),
  before: bulkValue,
  /** The same as before where nothing changes or nothing can. */
  after: bulkValue,
  /** Why it stays as it is: `same` already, or a price that would leave what a price may be, or there is none. */
  outcome: z.enum(['change', 'same', 'below-zero', 'too-large', 'has-no-price']),
});

/** Changing one column of many products at once: shown first, done whole, taken back. */
export const catalogBulkCalls = {
  /** What a bulk edit would do, each product with before and after, in pages; figures and `seen` with the first page. */
  'catalog.previewBulk': query({
    needs: 'edit-catalogue',
    input: z.strictObject({
      selection: bulkSelection,
      change: bulkChange,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(bulkRow).extend({
      summary: z
        .strictObject({
          changing: z.int(),
          same: z.int(),
          refused: z.int(),
          /** Stands for all that was shown: `applyBulk` wants it back. */
          seen: z.string(),
        })
        .nullable(),
    }),
    errors: ['category-gone', 'tax-class-gone'],
    reads: ['products', 'categories', 'stock'],
  }),
  /** Does it, all in one transaction; what cannot be is left out. Can be cancelled. */
  'catalog.applyBulk': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ selection: bulkSelection, change: bulkChange, seen: z.string().max(100) }),
    output: z.strictObject({ bulkEditId: id, changed: z.int() }),
    errors: ['category-gone', 'tax-class-gone', 'bulk-changed', 'nothing-changed'],
    changes: ['products', 'categories', 'stock', 'bulkEdits'],
    long: true,
  }),
  /** The last bulk edits, newest first. */
  'catalog.bulkEdits': query({
    needs: 'edit-catalogue',
    input: nothing,
    output: z.array(
      z.strictObject({
        bulkEditId: id,
        change: bulkChange,
        /** Of the category or tax class it set. */
        valueName: z.string().nullable(),
        changed: z.int(),
        at: instant,
        staffName: z.string().nullable(),
        undoneAt: instant.nullable(),
      }),
    ),
    errors: [],
    reads: ['bulkEdits'],
  }),
  /** Gives every product of a bulk edit back what it had, but for those that were changed since: `left` names some. */
  'catalog.undoBulk': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ bulkEditId: id }),
    output: z.strictObject({
      restored: z.int(),
      leftCount: z.int(),
      left: z.array(z.strictObject({ productId: id, name: z.string(), variantLabel: z.string().nullable() })),
    }),
    errors: ['bulk-undone', 'nothing-changed'],
    changes: ['products', 'categories', 'stock', 'bulkEdits'],
    long: true,
  }),
  /** Stops the running bulk edit; nothing of it stays. */
  'catalog.cancelBulk': task({ needs: 'edit-catalogue', input: nothing, output: done, errors: [] }),
};
