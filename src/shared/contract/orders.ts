import { z } from 'zod';
import { command, query, task } from './define.ts';
import {
  day,
  flag,
  id,
  key,
  money,
  name,
  nothing,
  positiveMoney,
  share,
  text,
  typedQuantity,
} from './fields.ts';
import {
  orderFilterInput,
  orderFilterParts,
  orderListInput,
  orderListPage,
  orderSums,
} from './order-filter.ts';
import { orderDetail, orderKind } from './order-views.ts';

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
    secrets: ['delivery', 'note'],
  }),
  /**
   * Orders by keyset, newest first unless told otherwise; any filter, all of them together. Where few of very many fit,
   * a page may have fewer orders than were asked for, or none, and still say where the next one starts.
   */
  'orders.list': query({
    needs: 'see-orders',
    input: orderListInput,
    output: orderListPage,
    errors: [],
    reads: ['orders', 'customers', 'staff', 'refunds', 'returns'],
  }),
  /** How many orders a filter leaves and what they come to, counted in pieces between which the till goes on. */
  'orders.sums': task({
    needs: 'see-orders',
    input: orderFilterInput,
    output: orderSums,
    errors: [],
    reads: ['orders', 'customers', 'refunds', 'returns'],
  }),
  /** For a filter that nothing fits: how many there would be without each of its parts, up to a hundred. */
  'orders.withoutEach': task({
    needs: 'see-orders',
    input: orderFilterInput,
    output: z.array(z.strictObject({ part: z.enum(orderFilterParts), count: z.int() })),
    errors: [],
    reads: ['orders', 'customers', 'refunds', 'returns'],
  }),
  /** People and tenders that orders may be narrowed to: those who left and those not offered any more stand last. */
  'orders.choices': query({
    needs: 'see-orders',
    input: nothing,
    output: z.strictObject({
      people: z.array(z.strictObject({ staffId: id, name: z.string() })),
      tenders: z.array(z.strictObject({ tenderId: id, name: z.string() })),
    }),
    errors: [],
    reads: ['staff', 'shop'],
  }),
  'orders.get': query({
    needs: 'see-orders',
    input: z.strictObject({ orderId: id }),
    output: orderDetail,
    errors: [],
    reads: ['orders', 'staff', 'products', 'refunds', 'returns'],
  }),
  /**
   * What waits for a person, counted: orders due on the business date and overdue, what customers owe, refunds
   * to be initiated and those on their way.
   */
  'orders.queues': query({
    needs: 'see-orders',
    input: nothing,
    output: z.strictObject({
      open: z.int(),
      due: z.int(),
      overdue: z.int(),
      owing: z.strictObject({ count: z.int(), amount: money }),
      /** Of those owing, what a customer said they would pay by something, at the kiosk. */
      awaiting: z.strictObject({ count: z.int(), amount: money }),
      refundsAwaiting: z.strictObject({ count: z.int(), amount: money }),
      refundsInitiated: z.strictObject({ count: z.int(), amount: money }),
      refundsFailed: z.strictObject({ count: z.int(), amount: money }),
    }),
    errors: [],
    reads: ['orders', 'refunds'],
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
