import { z } from 'zod';
import { tableFilter, tableSort } from './catalog-fields.ts';
import { customerShow, customerSort } from './customers.ts';
import { task } from './define.ts';
import { done, flag, nothing } from './fields.ts';
import { orderFilterFields, orderSort } from './order-filter.ts';

/** What is shown of a list, as a file. */

/** Columns of the list of orders; those from `subtotal` on stand in files only. */
export const orderColumns = [
  'number',
  'time',
  'customer',
  'kind',
  'day',
  'status',
  'payment',
  'lines',
  'items',
  'address',
  'tenders',
  'staff',
  'channel',
  'paid',
  'open',
  'total',
  'subtotal',
  'discount',
  'tax',
  'refunded',
  'note',
] as const;
export type OrderColumn = (typeof orderColumns)[number];

/** What a row per line says of the line, beside the columns of its order. */
export const orderLineColumns = [
  'line',
  'product',
  'sku',
  'quantity',
  'unit',
  'unit-price',
  'line-discount',
  'line-tax',
  'line-total',
  'line-note',
  'unit-cost',
] as const;

export const productColumns = [
  'product',
  'variant',
  'sku',
  'barcodes',
  'category',
  'tax-class',
  'price',
  'compare-price',
  'cost',
  'unit',
  'on-hand',
  'reserved',
  'available',
  'reorder-level',
  'created',
  'number',
] as const;

export const customerColumns = [
  'number',
  'name',
  'phone',
  'email',
  'orders',
  'cancelled',
  'spent',
  'owed',
  'first',
  'last',
  'created',
] as const;

const columnsOf = <const C extends readonly [string, ...string[]]>(columns: C) =>
  z.array(z.enum(columns)).min(1).max(columns.length);

export const listExport = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('orders'),
    filter: z.strictObject(orderFilterFields),
    ...orderSort,
    columns: columnsOf(orderColumns),
    /** A row for each line of an order with these columns; none for a row per order. */
    lineColumns: z.array(z.enum(orderLineColumns)).max(orderLineColumns.length),
  }),
  z.strictObject({
    list: z.literal('products'),
    filter: tableFilter,
    sort: tableSort,
    descending: flag,
    columns: columnsOf(productColumns),
  }),
  z.strictObject({
    list: z.literal('customers'),
    text: z.string().max(200),
    show: customerShow,
    sort: customerSort,
    descending: flag,
    columns: columnsOf(customerColumns),
  }),
]);
export type ListExport = z.output<typeof listExport>;

export const listsCalls = {
  /**
   * Saves what a list shows as CSV: the rows of its filter in its order, with these columns, under a name that the
   * person chooses. Takes the right to see the list as well, and for costs the one to see profit.
   */
  'lists.export': task({
    needs: 'export',
    input: listExport,
    output: z.strictObject({ saved: flag, fileName: z.string(), rows: z.int() }),
    errors: [
      /** `details`: reason */
      'save-failed',
    ],
    reads: [],
  }),
  /** Stops this window's export; no file of it stays. */
  'lists.cancelExport': task({ needs: 'export', input: nothing, output: done, errors: [], reads: [] }),
};
