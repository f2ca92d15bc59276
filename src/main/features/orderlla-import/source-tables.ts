import type { ForeignRow } from '../../database/read-foreign-tables.ts';

/** What is read of Orderlla's tables. Passwords are not among it: they never leave the file. */
export const sourceColumns = {
  customers: ['id', 'username', 'name', 'address', 'contact'],
  products: ['id', 'name', 'description', 'price', 'stock', 'image_url'],
  orders: [
    'id',
    'customer_id',
    'items',
    'items_json',
    'total',
    'payment_method',
    'delivery_date',
    'status',
    'cancellation_timestamp',
    'order_date',
    'actual_delivery_date',
    'cancellation_refund',
  ],
  admin: ['id'],
} as const;

export type SourceTable = keyof typeof sourceColumns;
export const sourceTables = Object.keys(sourceColumns) as readonly SourceTable[];

/** Rows of all tables together; more is no shop's. */
export const mostSourceRows = 500_000;

/** What a file holds, not yet understood. */
export type Source = {
  readonly kind: 'sqlite' | 'script';
  readonly tables: Readonly<Partial<Record<SourceTable, readonly ForeignRow[]>>>;
  /** Statements of a script that were neither run nor read. */
  readonly skippedStatements: number;
  /** Rows of a script that could not be read. */
  readonly brokenRows: number;
};
