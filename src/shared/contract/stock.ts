import { z } from 'zod';
import { command, query, task } from './define.ts';
import {
  day,
  done,
  flag,
  id,
  instant,
  money,
  nothing,
  oversell,
  page,
  positiveMoney,
  positiveQuantity,
  quantity,
  text,
  typedQuantity,
  unit,
} from './fields.ts';

/** How lists name a product. */
export const productName = {
  productId: id,
  name: z.string(),
  sku: z.string().nullable(),
  unit,
  pictureId: id.nullable(),
};

export const movementType = z.enum([
  'opening',
  'receipt',
  'reserve',
  'release',
  'sale',
  'customer-return',
  'write-off',
  'adjust',
  'count',
]);

export const adjustReason = z.enum(['found', 'miscounted', 'own-use', 'sample', 'transfer', 'other']);
export const writeOffReason = z.enum(['damaged', 'expired', 'lost', 'stolen', 'other']);

const drift = z.strictObject({
  productId: id,
  name: z.string(),
  unit,
  onHand: quantity,
  reserved: quantity,
  ledgerOnHand: quantity,
  ledgerReserved: quantity,
});

const checkResult = z.strictObject({
  checkId: id,
  cause: z.enum(['nightly', 'manual']),
  at: instant,
  staffName: z.string().nullable(),
  checked: z.int(),
  drifted: z.int(),
  drifts: z.array(drift),
  repairedAt: instant.nullable(),
  repairedBy: z.string().nullable(),
});

export const stockCalls = {
  /** What runs low or is gone: oversold first, then the largest share missing. */
  'stock.listLow': query({
    needs: 'see-products',
    input: z.strictObject({ cursor: z.string().max(400).nullable(), limit: z.int().min(1).max(100) }),
    output: page(
      z.strictObject({
        ...productName,
        onHand: quantity,
        reserved: quantity,
        available: quantity,
        reorderLevel: quantity,
        cost: money.nullable(),
      }),
    ),
    errors: [],
    reads: ['stock', 'products'],
  }),
  /** A product's stock as it stands, with its policy and where that comes from. */
  'stock.get': query({
    needs: 'see-products',
    input: z.strictObject({ productId: id }),
    output: z.strictObject({
      ...productName,
      tracked: flag,
      onHand: quantity,
      reserved: quantity,
      available: quantity,
      reorderLevel: quantity,
      /** Null without the right to see costs. */
      cost: money.nullable(),
      oversell: oversell.nullable(),
      effectiveOversell: oversell,
      /** On hand at the end of each of the last 90 business dates, oldest first. */
      days: z.array(z.strictObject({ date: day, onHand: quantity })),
    }),
    errors: [],
    reads: ['stock', 'products', 'shop'],
  }),
  /** A product's ledger, newest first, each movement with what was on hand after it. */
  'stock.listMovements': query({
    needs: 'see-products',
    input: z.strictObject({
      productId: id,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(
      z.strictObject({
        movementNo: z.int(),
        type: movementType,
        onHandChange: quantity,
        reservedChange: quantity,
        onHandAfter: quantity,
        reservedAfter: quantity,
        unitCost: money.nullable(),
        sourceType: z.enum(['order', 'import', 'product', 'receipt', 'count', 'return', 'adjustment']),
        sourceId: z.int(),
        reversalOf: z.int().nullable(),
        reason: z.string().nullable(),
        staffName: z.string().nullable(),
        at: instant,
        businessDate: day,
      }),
    ),
    errors: [],
    reads: ['stock', 'staff'],
  }),
  /** Goods come in. A cost given moves the product's average cost; without one it comes in at what it cost before. */
  'stock.receive': command({
    needs: 'receive-stock',
    input: z.strictObject({
      supplier: text(160),
      reference: text(120),
      note: text(500),
      lines: z
        .array(z.strictObject({ productId: id, quantity: typedQuantity, unitCost: positiveMoney.nullable() }))
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ receiptId: id, lines: z.int(), total: money }),
    errors: [
      'product-gone',
      /** `details`: name */
      'not-counted',
      'quantity-not-positive',
      'whole-pieces-only',
      'card-number-in-text',
    ],
    changes: ['stock', 'products'],
  }),
  /** Puts right what is on hand, with a reason: a signed difference. */
  'stock.adjust': command({
    needs: 'adjust-stock',
    input: z.strictObject({
      productId: id,
      change: typedQuantity,
      /** What the person saw on hand; refused when something was sold meanwhile. */
      expectedOnHand: quantity,
      reason: adjustReason,
      note: text(500),
    }),
    output: z.strictObject({ onHand: quantity }),
    errors: [
      'product-gone',
      'not-counted',
      'nothing-changed',
      'whole-pieces-only',
      'stock-changed',
      'card-number-in-text',
    ],
    changes: ['stock'],
  }),
  /** Takes out what can no longer be sold. */
  'stock.writeOff': command({
    needs: 'adjust-stock',
    input: z.strictObject({
      lines: z
        .array(z.strictObject({ productId: id, quantity: typedQuantity }))
        .min(1)
        .max(200),
      reason: writeOffReason,
      note: text(500),
    }),
    output: z.strictObject({ lines: z.int(), cost: money }),
    errors: [
      'product-gone',
      'not-counted',
      'quantity-not-positive',
      'whole-pieces-only',
      'card-number-in-text',
    ],
    changes: ['stock'],
  }),
  /** How much to keep, whether it is counted at all, and what happens when more is sold than there is. */
  'stock.setRules': command({
    needs: 'edit-catalogue',
    input: z.strictObject({
      productId: id,
      reorderLevel: positiveQuantity,
      tracked: flag,
      oversell: oversell.nullable(),
    }),
    output: done,
    errors: ['product-gone', 'has-reserved'],
    changes: ['stock', 'products'],
  }),
  /** The policy of a whole category; null follows the category above, or the shop. */
  'stock.setCategoryOversell': command({
    needs: 'edit-catalogue',
    input: z.strictObject({ categoryId: id, oversell: oversell.nullable() }),
    output: done,
    errors: [],
    changes: ['categories', 'products'],
  }),

  /** The last comparisons of stock with its ledger, newest first. */
  'stock.listChecks': query({
    needs: 'adjust-stock',
    input: nothing,
    output: z.array(checkResult),
    errors: [],
    reads: ['stockChecks'],
  }),
  /** Compares every product's stock with its ledger, in slices, while selling goes on. */
  'stock.check': task({
    needs: 'adjust-stock',
    input: z.strictObject({ cause: z.enum(['nightly', 'manual']) }),
    output: checkResult,
    errors: [],
    changes: ['stockChecks'],
  }),
  /** Sets the stock of every product that drifted to what its ledger says. */
  'stock.repair': command({
    needs: 'adjust-stock',
    input: z.strictObject({ checkId: id }),
    output: z.strictObject({ repaired: z.int() }),
    errors: ['nothing-changed'],
    changes: ['stockChecks', 'stock'],
  }),
};
