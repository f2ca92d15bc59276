import { z } from 'zod';
import { refundCauses, refundStates } from '../domain/refund-state.ts';
import { dispositions, returnReasons } from '../domain/return-line.ts';
import { taxComponent } from './catalog.ts';
import { day, flag, id, instant, money, quantity, share, unit } from './fields.ts';

/** What windows are shown of orders, refunds and returns. */

export const orderKind = z.enum(['counter', 'pickup', 'delivery']);
export const orderStatus = z.enum(['received', 'shipped', 'in-transit', 'delivered', 'cancelled']);
export const paymentStatus = z.enum([
  'unpaid',
  'part-paid',
  'paid',
  'refund-due',
  'part-refunded',
  'refunded',
]);

export const tenderKind = z.enum(['cash', 'card', 'upi', 'other']);

export const orderRow = z.strictObject({
  id,
  kind: orderKind,
  status: orderStatus,
  paymentStatus,
  placedAt: instant,
  businessDate: day,
  deliveryDate: day.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  staffName: z.string().nullable(),
  lineCount: z.int(),
  total: money,
  paid: money,
  /** What the customer still has to pay. */
  open: money,
});

export const orderLine = z.strictObject({
  lineNo: z.int(),
  productId: id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  unit,
  quantity,
  listPrice: money,
  unitPrice: money,
  discountRate: share.nullable(),
  gross: money,
  discount: money,
  orderDiscount: money,
  net: money,
  tax: money,
  total: money,
  /** The taxes that it bears, with the rates it was placed at. */
  taxes: z.array(taxComponent),
  note: z.string().nullable(),
  pictureId: id.nullable(),
  /** How much of it came back. */
  returned: quantity,
});

export const refundRow = z.strictObject({
  refundId: id,
  orderId: id.nullable(),
  paymentNo: z.int().nullable(),
  returnId: id.nullable(),
  cause: z.enum(refundCauses),
  state: z.enum(refundStates),
  tenderId: id,
  tenderName: z.string(),
  tenderKind,
  amount: money,
  /** What rounding to coins adds to the cash that is handed out. */
  rounding: money,
  reference: z.string().nullable(),
  reason: z.string(),
  staffName: z.string().nullable(),
  openedAt: instant,
  initiatedAt: instant.nullable(),
  settledAt: instant.nullable(),
});

export const returnLine = z.strictObject({
  lineNo: z.int(),
  orderLineNo: z.int().nullable(),
  productId: id.nullable(),
  name: z.string(),
  sku: z.string().nullable(),
  unit,
  quantity,
  net: money,
  tax: money,
  total: money,
  reason: z.enum(returnReasons),
  disposition: z.enum(dispositions),
});

export const returnRow = z.strictObject({
  returnId: id,
  /** Null for a return without a receipt. */
  orderId: id.nullable(),
  exchangeOrderId: id.nullable(),
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  staffName: z.string().nullable(),
  at: instant,
  businessDate: day,
  lineCount: z.int(),
  total: money,
});

export const returnDetail = returnRow.extend({
  net: money,
  tax: money,
  rounding: money,
  note: z.string().nullable(),
  lines: z.array(returnLine),
  refunds: z.array(refundRow),
});
export type ReturnDetail = z.output<typeof returnDetail>;

export const orderDetail = orderRow.extend({
  deliveryName: z.string().nullable(),
  deliveryPhone: z.string().nullable(),
  deliveryAddress: z.string().nullable(),
  deliveredAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  pricesIncludeTax: flag,
  taxRounding: z.enum(['line', 'order']),
  subtotal: money,
  lineDiscount: money,
  orderDiscount: money,
  orderDiscountRate: share.nullable(),
  net: money,
  tax: money,
  rounding: money,
  /** Refunds that are settled. */
  refunded: money,
  /** Refunds on their way: awaiting or initiated. */
  refundPending: money,
  /** What was taken off since it was placed: goods that came back, goodwill. */
  credited: money,
  /** What must go back and is not on its way yet. */
  dueBack: money,
  /** Counts edits and undone deliveries; sent back with a change, so that two people do not overwrite each other. */
  revision: z.int(),
  /** Until when its delivery may be undone, null where it may not. */
  undoUntil: instant.nullable(),
  /** As it was printed. */
  invoiceNumber: z.string().nullable(),
  /** Where it was placed. */
  channel: z.enum(['till', 'kiosk', 'import']),
  /** What the customer means to pay with, while it is not paid; staff confirm it. */
  awaited: z.strictObject({ tenderId: id, tenderName: z.string(), tenderKind }).nullable(),
  /** The return whose goods paid for this order, on the same ticket, and what became of their value. */
  exchangeOf: returnDetail
    .omit({ refunds: true })
    .extend({
      /** Spent on this order. */
      spent: money,
      /** The rest of it, given back or on its way. */
      givenBack: money,
    })
    .nullable(),
  note: z.string().nullable(),
  lines: z.array(orderLine),
  taxes: z.array(taxComponent.extend({ taxable: money, amount: money })),
  refunds: z.array(refundRow),
  returns: z.array(returnDetail.omit({ refunds: true })),
  payments: z.array(
    z.strictObject({
      paymentNo: z.int(),
      tenderId: id,
      tenderName: z.string(),
      tenderKind,
      amount: money,
      change: money,
      /** How much of it may still be refunded. */
      refundable: money,
      /** By what it goes back: for exchange value what was first paid with, else by what it came. */
      backBy: z.strictObject({ tenderId: id, tenderName: z.string(), tenderKind }),
      reference: z.string().nullable(),
      staffName: z.string().nullable(),
      at: instant,
    }),
  ),
  events: z.array(
    z.strictObject({
      eventNo: z.int(),
      kind: z.enum(['placed', 'paid', 'status', 'note', 'printed', 'refund', 'return', 'edited', 'oversold']),
      staffName: z.string().nullable(),
      at: instant,
      details: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type OrderDetail = z.output<typeof orderDetail>;
