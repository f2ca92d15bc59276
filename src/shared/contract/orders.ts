import { z } from 'zod';
import { taxComponent } from './catalog.ts';
import { command, query } from './define.ts';
import {
  day,
  flag,
  id,
  instant,
  key,
  money,
  name,
  page,
  positiveMoney,
  quantity,
  share,
  text,
  typedQuantity,
  unit,
} from './fields.ts';

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

export const discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('amount'), amount: positiveMoney }),
  z.strictObject({ kind: z.literal('percent'), rate: share }),
]);

/** A line as the till sends it. The price is only what the cashier saw: main looks it up and compares. */
export const placeLine = z.strictObject({
  /** Null for a custom item, which then has a name and a price of its own. */
  productId: id.nullable(),
  name: name(300),
  quantity: typedQuantity,
  unitPrice: positiveMoney,
  /** The cashier set this price; needs the right to override prices. */
  priceOverridden: flag,
  discount: discount.nullable(),
  note: text(500),
  /** The tax class of a custom item; null takes the shop's default. */
  taxClassId: id.nullable(),
});

export const placeTender = z.strictObject({
  tenderId: id,
  /** What was handed over or charged; cash may be more than is due, the rest is change. */
  amount: positiveMoney,
  reference: text(120),
});

export const placeOrderInput = z.strictObject({
  cartId: key,
  kind: orderKind,
  lines: z.array(placeLine).min(1).max(500),
  orderDiscount: discount.nullable(),
  customerId: id.nullable(),
  delivery: z.strictObject({ name: text(160), phone: text(60), address: text(400), date: day }).nullable(),
  tenders: z.array(placeTender).max(12),
  /** The total that the cashier saw; main prices again and refuses when it differs. */
  expectedTotal: positiveMoney,
  note: text(1000),
  /** Products that the cashier was warned about and sells all the same. */
  oversellAccepted: z.array(id).max(500),
});
export type PlaceOrderInput = z.output<typeof placeOrderInput>;

const orderRow = z.strictObject({
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
  note: z.string().nullable(),
  pictureId: id.nullable(),
});

export const orderDetail = orderRow.extend({
  deliveryName: z.string().nullable(),
  deliveryPhone: z.string().nullable(),
  deliveryAddress: z.string().nullable(),
  deliveredAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  pricesIncludeTax: flag,
  subtotal: money,
  lineDiscount: money,
  orderDiscount: money,
  orderDiscountRate: share.nullable(),
  net: money,
  tax: money,
  rounding: money,
  refunded: money,
  note: z.string().nullable(),
  lines: z.array(orderLine),
  taxes: z.array(taxComponent.extend({ taxable: money, amount: money })),
  payments: z.array(
    z.strictObject({
      paymentNo: z.int(),
      tenderName: z.string(),
      tenderKind: z.enum(['cash', 'card', 'upi', 'other']),
      amount: money,
      change: money,
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

export const ordersCalls = {
  /**
   * Places an order: a counter sale is paid and handed over at once, a pickup or delivery order is received and
   * paid now, in part, or later. Everything happens in one transaction, once per request id.
   */
  'orders.place': command({
    needs: 'sell',
    input: placeOrderInput,
    output: z.strictObject({ orderId: id, total: money, paid: money, change: money }),
    errors: [
      /** `details`: expectedTotal, total, lines [{index, name, seenPrice, price}] */
      'price-changed',
      /** `details`: lines [{index, name, available, wanted}] */
      'out-of-stock',
      /** The same, where the shop only warns: send again with `oversellAccepted`. */
      'stock-warning',
      /** `details`: index, name */
      'product-gone',
      /** `details`: ceiling */
      'discount-above-limit',
      'price-override-not-allowed',
      'whole-pieces-only',
      'quantity-not-positive',
      /** `details`: open */
      'not-fully-paid',
      'too-much-paid',
      'reference-missing',
      'customer-needed',
      'delivery-details-missing',
      'delivery-date-in-past',
      'tender-gone',
      'card-number-in-text',
    ],
    changes: ['orders', 'stock', 'carts'],
  }),
  /**
   * Orders, newest first, by keyset; any filter. Text is a number, a customer or a product. Of the open ones
   * `due` are for the business date, `overdue` for one before it.
   */
  'orders.list': query({
    needs: 'see-orders',
    input: z.strictObject({
      text: z.string().max(200),
      status: z.enum([
        'all',
        'open',
        'due',
        'overdue',
        'received',
        'shipped',
        'in-transit',
        'delivered',
        'cancelled',
      ]),
      kind: z.enum(['all', 'counter', 'pickup', 'delivery']),
      fromDate: day.nullable(),
      toDate: day.nullable(),
      customerId: id.nullable(),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: page(orderRow),
    errors: [],
    reads: ['orders', 'customers', 'staff'],
  }),
  'orders.get': query({
    needs: 'see-orders',
    input: z.strictObject({ orderId: id }),
    output: orderDetail,
    errors: [],
    reads: ['orders', 'staff', 'products'],
  }),
  /** The order of a scanned receipt code, or null when the code is no order's. */
  'orders.findByCode': query({
    needs: 'see-orders',
    input: z.strictObject({ code: z.string().min(1).max(120) }),
    output: z.strictObject({ orderId: id }).nullable(),
    errors: [],
    reads: ['orders'],
  }),
};

export const cartsCalls = {
  /** The till's open cart as last journalled, or null. */
  'carts.open': query({
    needs: 'sell',
    input: z.strictObject({}),
    output: z.strictObject({ cartId: z.string(), content: z.unknown() }).nullable(),
    errors: [],
    reads: ['carts'],
  }),
  /** Journals the open cart as it changes, so that a crash loses nothing. An empty one is dropped. */
  'carts.save': command({
    needs: 'sell',
    input: z.strictObject({
      cartId: key,
      content: z.record(z.string(), z.unknown()),
      isEmpty: flag,
    }),
    output: z.strictObject({}),
    errors: ['too-large'],
    changes: [],
    unaudited: 'a draft that moves nothing, written on every key',
  }),
  /** Puts the open cart on hold under a label. */
  'carts.hold': command({
    needs: 'sell',
    input: z.strictObject({
      cartId: key,
      label: text(80),
      content: z.record(z.string(), z.unknown()),
    }),
    output: z.strictObject({}),
    errors: ['too-large'],
    changes: ['carts'],
  }),
  'carts.listHeld': query({
    needs: 'sell',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        cartId: z.string(),
        label: z.string(),
        staffName: z.string().nullable(),
        updatedAt: instant,
        content: z.unknown(),
      }),
    ),
    errors: [],
    reads: ['carts'],
  }),
  /** Takes a held cart back as the open one; the open one must be empty or held first. */
  'carts.resume': command({
    needs: 'sell',
    input: z.strictObject({ cartId: key }),
    output: z.strictObject({ content: z.unknown() }),
    errors: ['another-cart-open'],
    changes: ['carts'],
  }),
  'carts.discard': command({
    needs: 'sell',
    input: z.strictObject({ cartId: key }),
    output: z.strictObject({}),
    errors: [],
    changes: ['carts'],
  }),
};
