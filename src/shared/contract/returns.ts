import { z } from 'zod';
import { dispositions, returnReasons } from '../domain/return-line.ts';
import { command, query } from './define.ts';
import {
  day,
  flag,
  id,
  instant,
  money,
  page,
  positiveMoney,
  quantity,
  text,
  typedQuantity,
  unit,
} from './fields.ts';
import { orderKind, orderStatus, returnDetail, returnRow } from './order-views.ts';
import { discount, placeLine, placeTender } from './orders.ts';

const reason = z.enum(returnReasons);
const disposition = z.enum(dispositions);

const returnedLine = z.strictObject({
  lineNo: z.int().positive(),
  quantity: typedQuantity,
  reason,
  disposition,
  /** False where goods come back without money going back. */
  giveMoneyBack: flag,
});

/** New goods on the same ticket, as the till would sell them. */
const exchange = z.strictObject({
  lines: z.array(placeLine).min(1).max(200),
  orderDiscount: discount.nullable(),
  /** Towards the difference, where the new goods cost more. */
  tenders: z.array(placeTender).max(12),
  expectedTotal: positiveMoney,
  oversellAccepted: z.array(id).max(500),
});

/** How money goes back: from which payment, by which tender (null: as it came), and whether cash is handed out now. */
const givenBack = z.strictObject({
  paymentNo: z.int().positive(),
  tenderId: id.nullable(),
  amount: positiveMoney,
  reference: text(120),
});

const outcome = z.strictObject({
  returnId: id,
  exchangeOrderId: id.nullable(),
  /** What the goods are worth that came back. */
  credited: money,
  /** Spent on the new goods. */
  exchanged: money,
  refundedInCash: money,
  refundAwaiting: money,
  /** Paid on top for the new goods, and the change of it. */
  paid: money,
  change: money,
});

export const returnsCalls = {
  /** The sale that something may come back from: by receipt code, number, customer or product; newest first. */
  'returns.findSales': query({
    needs: 'refund',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.array(
      z.strictObject({
        orderId: id,
        kind: orderKind,
        status: orderStatus,
        placedAt: instant,
        businessDate: day,
        customerName: z.string().nullable(),
        total: money,
        lineCount: z.int(),
        /** The first names of what was sold, for the eye. */
        names: z.array(z.string()),
        /** Whether anything is left that may come back. */
        hasReturnable: flag,
      }),
    ),
    errors: [],
    reads: ['orders', 'returns'],
  }),
  /** A sale's lines with what may still come back and what that is worth, and the payments it may go back to. */
  'returns.prepare': query({
    needs: 'refund',
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({
      orderId: id,
      status: orderStatus,
      placedAt: instant,
      customerId: id.nullable(),
      customerName: z.string().nullable(),
      total: money,
      credited: money,
      paid: money,
      refunded: money,
      refundPending: money,
      rounding: money,
      lines: z.array(
        z.strictObject({
          lineNo: z.int(),
          productId: id.nullable(),
          name: z.string(),
          sku: z.string().nullable(),
          unit,
          sold: quantity,
          returned: quantity,
          /** What the whole line was paid with, and what of it was credited for goods so far. */
          total: money,
          credited: money,
          pictureId: id.nullable(),
          barcodes: z.array(z.string()),
        }),
      ),
      payments: z.array(
        z.strictObject({
          paymentNo: z.int(),
          tenderId: id,
          tenderName: z.string(),
          tenderKind: z.enum(['cash', 'card', 'upi', 'other']),
          amount: money,
          refundable: money,
        }),
      ),
    }),
    errors: [
      /** `details`: status */
      'not-returnable',
    ],
    reads: ['orders', 'returns', 'refunds'],
  }),
  /**
   * Takes goods back from a sale that was handed over, and sells new ones on the same ticket where there are any.
   * The money is exact for any sequence of partial returns: each line's total × returned ÷ sold, less what was
   * credited before. What is spent on new goods goes back as exchange value, the rest to the payments it came from.
   * New goods take the right `sell` as well.
   */
  'returns.create': command({
    needs: 'refund',
    input: z.strictObject({
      orderId: id,
      lines: z.array(returnedLine).min(1).max(500),
      note: text(500),
      /** Where money goes back beyond the exchange; empty shares it over the payments, newest first. */
      refunds: z.array(givenBack).max(12),
      /** Cash refunds are handed out now; otherwise they wait in the queue. */
      cashNow: flag,
      /** What the person saw the goods come to. */
      expectedCredit: positiveMoney,
      exchange: exchange.nullable(),
    }),
    output: outcome,
    errors: [
      'not-returnable',
      /** `details`: name, left */
      'return-above-sold',
      'quantity-not-positive',
      'whole-pieces-only',
      /** `details`: credit */
      'amount-changed',
      'refund-above-payment',
      'refund-above-due',
      'refund-not-complete',
      'price-changed',
      'out-of-stock',
      'stock-warning',
      'product-gone',
      'discount-above-limit',
      'price-override-not-allowed',
      'not-fully-paid',
      'too-much-paid',
      'reference-missing',
      'tender-gone',
      'card-number-in-text',
    ],
    changes: ['orders', 'stock', 'refunds', 'returns'],
    secrets: ['note'],
  }),
  /**
   * Takes goods back without a receipt: at today's price or less, up to the shop's cap, flagged. The money goes back
   * by one tender at once.
   */
  'returns.createWithoutReceipt': command({
    needs: 'return-without-receipt',
    input: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            productId: id,
            quantity: typedQuantity,
            unitPrice: positiveMoney,
            reason,
            disposition,
          }),
        )
        .min(1)
        .max(100),
      customerId: id.nullable(),
      tenderId: id,
      reference: text(120),
      note: text(500),
    }),
    output: outcome,
    errors: [
      /** `details`: cap, total */
      'return-above-cap',
      /** `details`: name, price */
      'return-above-price',
      'product-gone',
      'quantity-not-positive',
      'whole-pieces-only',
      'tender-gone',
      'reference-missing',
      'card-number-in-text',
    ],
    changes: ['stock', 'refunds', 'returns'],
    secrets: ['note'],
  }),
  'returns.list': query({
    needs: 'see-orders',
    input: z.strictObject({
      withoutReceipt: flag,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(returnRow),
    errors: [],
    reads: ['returns'],
  }),
  'returns.get': query({
    needs: 'see-orders',
    input: z.strictObject({ returnId: id }),
    output: returnDetail,
    errors: [],
    reads: ['returns', 'refunds'],
  }),
};
