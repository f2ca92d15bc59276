import { z } from 'zod';
import { command } from './define.ts';
import { day, flag, id, money, name, positiveMoney, positiveQuantity, text } from './fields.ts';
import { orderStatus } from './order-views.ts';
import { placeLine, placeTender } from './orders.ts';

const orderId = id;
const revision = z.int().min(0);

/** Refusals of whatever takes money. */
const moneyErrors = ['too-much-paid', 'reference-missing', 'tender-gone', 'card-number-in-text'] as const;

export const cancelReason = z.enum([
  'customer-changed-mind',
  'out-of-stock',
  'cannot-deliver',
  'wrong-order',
  'duplicate',
  'other',
]);

/** What a change of an order answers with: where it stands now. */
const standing = z.strictObject({
  status: orderStatus,
  total: money,
  /** What the customer still has to pay. */
  open: money,
  /** Opened by this change and waiting for somebody. */
  refundAwaiting: money,
  /** Given back in cash by this change, rounding included. */
  refundedInCash: money,
  /** Of cash that was handed over with this change. */
  change: money,
});

export const orderActionsCalls = {
  /**
   * One step on: shipped, in transit, delivered. Goods leave the stock when they leave the shop. Delivering what
   * is not paid asks for tenders, or for the word that it stays unpaid.
   */
  'orders.advance': command({
    needs: 'advance-order',
    input: z.strictObject({
      orderId,
      /** What the person saw; refused when somebody was quicker. */
      from: orderStatus,
      to: orderStatus,
      tenders: z.array(placeTender).max(12),
      leaveUnpaid: flag,
    }),
    output: standing,
    errors: [
      /** `details`: from, to, status (what it is now) */
      'status-move-not-allowed',
      /** `details`: open */
      'not-fully-paid',
      ...moneyErrors,
    ],
    changes: ['orders', 'stock'],
  }),
  /** The next step of several orders at once. Those that cannot go are named and stay as they are. */
  'orders.advanceMany': command({
    needs: 'advance-order',
    input: z.strictObject({
      orders: z
        .array(z.strictObject({ orderId, from: orderStatus }))
        .min(1)
        .max(200),
      /** Null takes each order's own next step. */
      to: orderStatus.nullable(),
      leaveUnpaid: flag,
    }),
    output: z.strictObject({
      advanced: z.array(z.strictObject({ orderId, status: orderStatus })),
      refused: z.array(
        z.strictObject({ orderId, code: z.string(), details: z.record(z.string(), z.unknown()) }),
      ),
    }),
    errors: [],
    changes: ['orders', 'stock'],
  }),
  /** Takes a delivery back within minutes: the order stands where it stood before, payments stay. */
  'orders.undoDelivered': command({
    needs: 'undo-delivered',
    input: z.strictObject({ orderId, reason: name(300) }),
    output: standing,
    errors: [
      'status-move-not-allowed',
      /** `details`: until */
      'undo-too-late',
      /** Something came back from it already. */
      'has-returns',
      'card-number-in-text',
    ],
    changes: ['orders', 'stock'],
  }),
  /**
   * Cancels an order: what was reserved is released, what had left comes back on the shelf, and a refund is opened
   * for each payment. Cash goes back at once where `refundCashNow` says that the customer stands there; here as in
   * the calls below that takes the right `refund`. What has left the shop takes the right `cancel-shipped`.
   */
  'orders.cancel': command({
    needs: 'cancel-order',
    input: z.strictObject({ orderId, reason: cancelReason, note: text(500), refundCashNow: flag }),
    output: standing,
    errors: ['status-move-not-allowed', 'card-number-in-text'],
    changes: ['orders', 'stock', 'refunds'],
    secrets: ['note'],
  }),
  /** Cancels single lines of an order that has not left the shop. The last line is cancelled with the order. */
  'orders.cancelLines': command({
    needs: 'cancel-order',
    input: z.strictObject({
      orderId,
      revision,
      lineNos: z.array(z.int().positive()).min(1).max(500),
      reason: cancelReason,
      note: text(500),
      refundCashNow: flag,
    }),
    output: standing,
    errors: [
      'order-changed',
      'order-not-editable',
      'already-invoiced',
      /** Nothing stays, or less than was taken off as goodwill. `details`: credited where that is why */
      'nothing-left',
      /** Goodwill would become too large a part of what stays. `details`: ceiling */
      'discount-above-limit',
      'card-number-in-text',
    ],
    changes: ['orders', 'stock', 'refunds'],
    secrets: ['note'],
  }),
  /**
   * Changes an order before it leaves the shop: quantities, lines added and removed. Lines keep the price they
   * were placed at; added ones get today's. The difference is paid with `tenders`, stays open, or goes back.
   */
  'orders.edit': command({
    needs: 'edit-order',
    input: z.strictObject({
      orderId,
      revision,
      /** Every line that stays, with its quantity; a line that is left out is removed. */
      lines: z.array(z.strictObject({ lineNo: z.int().positive(), quantity: positiveQuantity })).max(500),
      added: z.array(placeLine).max(500),
      tenders: z.array(placeTender).max(12),
      refundCashNow: flag,
      /** The new total that the person saw. */
      expectedTotal: positiveMoney,
      note: text(500),
      oversellAccepted: z.array(id).max(500),
    }),
    output: standing,
    errors: [
      /** `details`: revision */
      'order-changed',
      /** `details`: status */
      'order-not-editable',
      /** `details`: invoiceNumber */
      'already-invoiced',
      /** Something is added while prices of the shop hold tax, or do not, other than when the order was placed. */
      'prices-had-tax',
      'prices-had-no-tax',
      'nothing-left',
      'nothing-changed',
      'price-changed',
      'out-of-stock',
      'stock-warning',
      'product-gone',
      'discount-above-limit',
      'price-override-not-allowed',
      'whole-pieces-only',
      'quantity-not-positive',
      ...moneyErrors,
    ],
    changes: ['orders', 'stock', 'refunds'],
    secrets: ['note'],
  }),
  /** Changes where and when an open order goes. */
  'orders.reschedule': command({
    needs: 'edit-order',
    input: z.strictObject({
      orderId,
      name: name(160),
      phone: text(60),
      address: text(400),
      date: day,
    }),
    output: z.strictObject({}),
    errors: ['order-not-editable', 'delivery-details-missing', 'delivery-date-in-past'],
    changes: ['orders'],
    secrets: ['name', 'phone', 'address'],
  }),
  /** Writes a note into the order's timeline. */
  'orders.addNote': command({
    needs: 'see-orders',
    input: z.strictObject({ orderId, note: name(1000) }),
    output: z.strictObject({}),
    errors: ['card-number-in-text'],
    changes: ['orders'],
    secrets: ['note'],
  }),
  /** Takes money for an order that is not paid in full: a deposit, a part, or all that is open. */
  'payments.take': command({
    needs: 'take-payment',
    input: z.strictObject({
      orderId,
      tenders: z.array(placeTender).min(1).max(12),
      expectedOpen: positiveMoney,
    }),
    output: standing,
    errors: [
      /** `details`: open */
      'nothing-to-pay',
      /** What is open is not what the person saw. `details`: open */
      'amount-changed',
      'order-cancelled',
      ...moneyErrors,
    ],
    changes: ['orders'],
  }),
};
