import { sql } from 'kysely';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { Flag } from '../../database/kinds.ts';
import type {
  OrderEventsTable,
  OrderLinesTable,
  OrdersTable,
  OrderTaxesTable,
  PaymentsTable,
} from '../../database/order-tables.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { ProductsTable } from '../../database/schema.ts';
import { fullProductName } from '../catalog/named-product.ts';

/** The statements of placing an order: built once, kept, run for each sale. */

/** What the file fills in, and what is written when the transaction ends, is no part of it. */
type NewOrder = Omit<
  OrdersTable,
  | 'id'
  | 'revision'
  | 'cancelledDate'
  | 'credited'
  | 'channel'
  | 'awaitedTenderId'
  | 'seal'
  | 'entryId'
  | 'isFiled'
>;

export const insertOrder = preparedWrite<NewOrder>((slot) =>
  query.insertInto('orders').values({
    kind: slot('kind'),
    status: slot('status'),
    placedAt: slot('placedAt'),
    businessDate: slot('businessDate'),
    staffId: slot('staffId'),
    customerId: slot('customerId'),
    customerName: slot('customerName'),
    deliveryName: slot('deliveryName'),
    deliveryPhone: slot('deliveryPhone'),
    deliveryAddress: slot('deliveryAddress'),
    deliveryDate: slot('deliveryDate'),
    deliveredAt: slot('deliveredAt'),
    cancelledAt: slot('cancelledAt'),
    pricesIncludeTax: slot('pricesIncludeTax'),
    taxRounding: slot('taxRounding'),
    lineCount: slot('lineCount'),
    subtotal: slot('subtotal'),
    lineDiscount: slot('lineDiscount'),
    orderDiscount: slot('orderDiscount'),
    orderDiscountRate: slot('orderDiscountRate'),
    net: slot('net'),
    tax: slot('tax'),
    rounding: slot('rounding'),
    total: slot('total'),
    paid: slot('paid'),
    refunded: slot('refunded'),
    note: slot('note'),
  }),
);

export const insertLine = preparedWrite<OrderLinesTable>((slot) =>
  query.insertInto('orderLines').values({
    orderId: slot('orderId'),
    lineNo: slot('lineNo'),
    productId: slot('productId'),
    name: slot('name'),
    sku: slot('sku'),
    unit: slot('unit'),
    quantity: slot('quantity'),
    listPrice: slot('listPrice'),
    unitPrice: slot('unitPrice'),
    discountRate: slot('discountRate'),
    gross: slot('gross'),
    discount: slot('discount'),
    orderDiscount: slot('orderDiscount'),
    net: slot('net'),
    tax: slot('tax'),
    total: slot('total'),
    taxes: slot('taxes'),
    unitCost: slot('unitCost'),
    note: slot('note'),
  }),
);

export const insertOrderTax = preparedWrite<OrderTaxesTable>((slot) =>
  query.insertInto('orderTaxes').values({
    orderId: slot('orderId'),
    name: slot('name'),
    rate: slot('rate'),
    taxable: slot('taxable'),
    amount: slot('amount'),
  }),
);

export const insertPayment = preparedWrite<Omit<PaymentsTable, 'isLater'>>((slot) =>
  query.insertInto('payments').values({
    orderId: slot('orderId'),
    paymentNo: slot('paymentNo'),
    tenderId: slot('tenderId'),
    amount: slot('amount'),
    change: slot('change'),
    reference: slot('reference'),
    staffId: slot('staffId'),
    at: slot('at'),
    businessDate: slot('businessDate'),
    isLater: sql<Flag>`(SELECT businessDate <> ${slot('businessDate')} FROM orders WHERE id = ${slot('orderId')})`,
  }),
);

export const insertEvent = preparedWrite<OrderEventsTable>((slot) =>
  query.insertInto('orderEvents').values({
    orderId: slot('orderId'),
    eventNo: slot('eventNo'),
    kind: slot('kind'),
    staffId: slot('staffId'),
    at: slot('at'),
    details: slot('details'),
  }),
);

/** A product as a sale needs it. */
export type ProductForSale = Pick<
  ProductsTable,
  'kind' | 'name' | 'sku' | 'unit' | 'price' | 'cost' | 'categoryId' | 'taxClassId' | 'oversell'
> & {
  readonly id: number;
  readonly archivedAt: number | null;
  /** A variant's with its parent's. */
  readonly fullName: string;
  readonly tracked: 0 | 1 | null;
  readonly onHand: Quantity | null;
  readonly reserved: Quantity | null;
};

export const productForSale = preparedRead<{ productId: number }, ProductForSale>((slot) =>
  query
    .selectFrom('products as p')
    .leftJoin('products as parent', 'parent.id', 'p.parentId')
    .leftJoin('productStock as stock', 'stock.productId', 'p.id')
    .select([
      'p.id',
      'p.kind',
      'p.name',
      'p.sku',
      'p.unit',
      'p.price',
      'p.cost',
      'p.taxClassId',
      'p.archivedAt',
      'stock.tracked',
      'stock.onHand',
      'stock.reserved',
    ])
    .select(fullProductName.as('fullName'))
    // What a variant does not say itself, its parent says for it; the tile shows the same.
    .select(sql<number | null>`coalesce(p.categoryId, parent.categoryId)`.as('categoryId'))
    .select(sql<OversellPolicy | null>`coalesce(p.oversell, parent.oversell)`.as('oversell'))
    .where('p.id', '=', slot('productId')),
);

export type TenderForPayment = {
  readonly id: number;
  readonly name: string;
  readonly kind: TenderKind;
  readonly asksReference: 0 | 1;
};

export const tenderForPayment = preparedRead<{ tenderId: number }, TenderForPayment>((slot) =>
  query
    .selectFrom('tenders')
    .select(['id', 'name', 'kind', 'asksReference'])
    .where('id', '=', slot('tenderId'))
    .where('archivedAt', 'is', null)
    // What the application keeps for itself is no way to pay.
    .where('purpose', 'is', null),
);

export type CustomerForOrder = {
  readonly id: number;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
};

/** Somebody who was merged while their cart was filled orders as whom they were merged into. */
export const customerForOrder = preparedRead<{ customerId: number }, CustomerForOrder>(
  (slot) => sql<CustomerForOrder>`
    SELECT id, name, phone, address FROM customers WHERE archivedAt IS NULL
      AND id = (SELECT ifnull(mergedInto, id) FROM customers WHERE id = ${slot('customerId')})`,
);

export const defaultTaxClass = preparedRead<object, { id: number }>(() =>
  query.selectFrom('taxClasses').select('id').orderBy('isDefault', 'desc').orderBy('position').limit(1),
);

type TaxClassState = { readonly id: number; readonly archivedAt: number | null };
export const taxClassState = preparedRead<{ taxClassId: number }, TaxClassState>((slot) =>
  query.selectFrom('taxClasses').select(['id', 'archivedAt']).where('id', '=', slot('taxClassId')),
);
