import { z } from 'zod';
import { day, flag, id, money, page, positiveMoney } from './fields.ts';
import { orderRow } from './order-views.ts';

/** What the list of orders is narrowed to and put in order by: for its pages, its sums and its file alike. */

export const orderTraits = ['discount', 'note', 'return'] as const;

export const orderFilterFields = {
  /** A number, an amount ("12.50" is a total), a customer or a product. */
  text: z.string().max(200),
  /** Of the open ones `due` are for the business date, `overdue` for one before it. */
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
  /**
   * `owing`: something is still to be paid. `awaiting`: that, and the customer said by what. `refund-due`: money must
   * go back or is on its way. The others are payment statuses.
   */
  payment: z
    .enum([
      'all',
      'owing',
      'awaiting',
      'refund-due',
      'unpaid',
      'part-paid',
      'paid',
      'part-refunded',
      'refunded',
    ])
    .default('all'),
  fromDate: day.nullable(),
  toDate: day.nullable(),
  customerId: id.nullable(),
  /** Something was paid by it, or the customer means to. */
  tenderId: id.nullable().default(null),
  channel: z.enum(['all', 'till', 'kiosk', 'import']).default('all'),
  /** Who placed it. */
  staffId: id.nullable().default(null),
  totalFrom: positiveMoney.nullable().default(null),
  totalTo: positiveMoney.nullable().default(null),
  /** All of these. A note may stand on the order, on a line or in what happened. */
  has: z.array(z.enum(orderTraits)).max(3).default([]),
  /** For when it is: pickup or delivery date. */
  forFrom: day.nullable().default(null),
  forTo: day.nullable().default(null),
  /** It stands on one of the lines. */
  productId: id.nullable().default(null),
};

export const orderFilterInput = z.strictObject(orderFilterFields);
export type OrderFilterInput = z.output<typeof orderFilterInput>;

export const orderSort = {
  /** Orders without a date of their own stand last by `for`, whichever way. */
  sort: z.enum(['placed', 'total', 'for']).default('placed'),
  descending: flag.default(true),
};

export const orderListInput = z.strictObject({
  ...orderFilterFields,
  ...orderSort,
  /** Also says what stands on the lines, and by what was paid; for a table that has such columns. */
  withLines: flag.default(false),
  cursor: z.string().max(400).nullable(),
  limit: z.int().min(1).max(100),
});

/** An order in the list. */
export const orderListRow = orderRow.extend({
  channel: z.enum(['till', 'kiosk', 'import']),
  deliveryAddress: z.string().nullable(),
  /** What the customer means to pay by, while something is open. */
  awaitedBy: z.string().nullable(),
  /** The first lines by name, in thousandths of their unit; empty unless asked for. */
  lines: z.array(z.strictObject({ name: z.string(), quantity: z.int(), unit: z.string() })),
  /** Names of what was paid by; empty unless asked for. */
  paidBy: z.array(z.string()),
});

export const orderListPage = page(orderListRow);

/** How many orders fit a filter, and what their totals come to. */
export const orderSums = z.strictObject({ count: z.int(), total: money });

/** The parts of a filter as a person takes them away. */
export const orderFilterParts = [
  'text',
  'status',
  'kind',
  'payment',
  'placed',
  'customer',
  'tender',
  'channel',
  'staff',
  'total',
  'has',
  'for',
  'product',
] as const;
