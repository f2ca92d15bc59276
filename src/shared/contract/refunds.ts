import { z } from 'zod';
import { command, query } from './define.ts';
import { flag, id, instant, money, name, page, positiveMoney, text } from './fields.ts';
import { refundRow } from './order-views.ts';

const refundId = id;
const moved = z.strictObject({ state: refundRow.shape.state, amount: money, rounding: money });

export const refundsCalls = {
  /** Refunds of one state, or all that somebody must still do something about (`open`); oldest first, settled newest first. */
  'refunds.list': query({
    needs: 'see-orders',
    input: z.strictObject({
      state: z.enum(['open', 'awaiting', 'initiated', 'failed', 'settled', 'voided']),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(
      refundRow.extend({
        customerId: id.nullable(),
        customerName: z.string().nullable(),
        customerPhone: z.string().nullable(),
        /** When the order was placed; null for a return without a receipt. */
        placedAt: instant.nullable(),
        /** What rounding to coins added to all that the order handed out so far; may be negative. */
        roundedBefore: money,
      }),
    ),
    errors: [],
    reads: ['refunds', 'orders'],
  }),
  /**
   * Sends a refund on its way: to the bank, with its reference where there is one yet; in cash it is settled at
   * once. `tenderId` gives it back another way than it came.
   */
  'refunds.initiate': command({
    needs: 'refund',
    input: z.strictObject({ refundId, tenderId: id.nullable(), reference: text(120) }),
    output: moved,
    errors: [
      /** `details`: state */
      'refund-move-not-allowed',
      'tender-gone',
      'card-number-in-text',
      'refund-above-payment',
    ],
    changes: ['refunds', 'orders'],
  }),
  /** Initiates several at once, each by its own tender. Those that cannot go are named and stay. */
  'refunds.initiateMany': command({
    needs: 'refund',
    input: z.strictObject({ refundIds: z.array(id).min(1).max(200) }),
    output: z.strictObject({
      moved: z.array(z.strictObject({ refundId, state: refundRow.shape.state })),
      refused: z.array(z.strictObject({ refundId, code: z.string() })),
    }),
    errors: [],
    changes: ['refunds', 'orders'],
  }),
  /** The bank has paid it out. */
  'refunds.settle': command({
    needs: 'refund',
    input: z.strictObject({ refundId, reference: text(120) }),
    output: moved,
    errors: ['refund-move-not-allowed', 'card-number-in-text', 'refund-above-payment'],
    changes: ['refunds', 'orders'],
  }),
  /** The bank has sent it back. */
  'refunds.fail': command({
    needs: 'refund',
    input: z.strictObject({ refundId, reason: name(300) }),
    output: moved,
    errors: ['refund-move-not-allowed', 'card-number-in-text'],
    changes: ['refunds', 'orders'],
  }),
  /** It will not be paid out after all; what is due back stays due and can be refunded another way. */
  'refunds.void': command({
    needs: 'refund',
    input: z.strictObject({ refundId, reason: name(300) }),
    output: moved,
    errors: ['refund-move-not-allowed', 'card-number-in-text'],
    changes: ['refunds', 'orders'],
  }),
  /**
   * Opens a refund by hand: of what is due back, or beyond it as goodwill, which takes that much off the order
   * and stays within the person's discount limit. Cash may be handed out at once.
   */
  'refunds.open': command({
    needs: 'refund',
    input: z.strictObject({
      orderId: id,
      paymentNo: z.int().positive(),
      tenderId: id.nullable(),
      amount: positiveMoney,
      goodwill: flag,
      reason: name(300),
      cashNow: flag,
    }),
    output: moved.extend({ refundId }),
    errors: [
      /** `details`: refundable */
      'refund-above-payment',
      /** `details`: dueBack */
      'refund-above-due',
      /** `details`: ceiling */
      'discount-above-limit',
      'nothing-to-refund',
      'tender-gone',
      'card-number-in-text',
    ],
    changes: ['refunds', 'orders'],
  }),
};
