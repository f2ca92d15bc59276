import { z } from 'zod';
import { command, query } from './define.ts';
import { done, id, instant, money, name, page, positiveQuantity, quantity } from './fields.ts';
import { productName } from './stock.ts';

const countRow = z.strictObject({
  countId: id,
  name: z.string(),
  state: z.enum(['open', 'posted', 'discarded']),
  categoryName: z.string().nullable(),
  staffName: z.string().nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Products on the sheet, how many are counted, and how many of those differ. */
  products: z.int(),
  counted: z.int(),
  different: z.int(),
});

export const stockCountsCalls = {
  'stockCounts.list': query({
    needs: 'count-stock',
    input: z.strictObject({ cursor: z.string().max(400).nullable(), limit: z.int().min(1).max(100) }),
    output: page(countRow),
    errors: [],
    reads: ['stockCounts', 'stock'],
  }),
  /** Begins a stock-take of everything that is counted, or of a category and what is below it. */
  'stockCounts.start': command({
    needs: 'count-stock',
    input: z.strictObject({ name: name(80), categoryId: id.nullable() }),
    output: z.strictObject({ countId: id, products: z.int() }),
    errors: ['nothing-to-count'],
    changes: ['stockCounts'],
  }),
  'stockCounts.get': query({
    needs: 'count-stock',
    input: z.strictObject({ countId: id }),
    output: countRow.extend({
      /** What posting would change, at cost, as far as costs are known. */
      varianceCost: money,
    }),
    errors: [],
    reads: ['stockCounts', 'stock'],
  }),
  /** The sheet, by name. `text` is a name, SKU or barcode. */
  'stockCounts.listLines': query({
    needs: 'count-stock',
    input: z.strictObject({
      countId: id,
      show: z.enum(['all', 'uncounted', 'counted', 'different']),
      text: z.string().max(200),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(
      z.strictObject({
        ...productName,
        /** What was expected when it was counted; what is on hand now while it is not. */
        expected: quantity,
        counted: quantity.nullable(),
        countedAt: instant.nullable(),
        countedBy: z.string().nullable(),
      }),
    ),
    errors: [],
    reads: ['stockCounts', 'stock', 'products'],
  }),
  /** Enters what was counted of a product, or takes it off the sheet's counted ones (null). */
  'stockCounts.enter': command({
    needs: 'count-stock',
    input: z.strictObject({ countId: id, productId: id, counted: positiveQuantity.nullable() }),
    output: z.strictObject({ expected: quantity.nullable() }),
    errors: ['count-closed', 'whole-pieces-only', 'not-on-sheet'],
    changes: ['stockCounts'],
  }),
  /** Ends the stock-take: each difference becomes a movement. What was not counted stays as it is. */
  'stockCounts.post': command({
    needs: 'adjust-stock',
    input: z.strictObject({ countId: id }),
    output: z.strictObject({ changed: z.int() }),
    errors: ['count-closed', 'nothing-counted'],
    changes: ['stockCounts', 'stock'],
  }),
  'stockCounts.discard': command({
    needs: 'count-stock',
    input: z.strictObject({ countId: id }),
    output: done,
    errors: ['count-closed'],
    changes: ['stockCounts'],
  }),
};
