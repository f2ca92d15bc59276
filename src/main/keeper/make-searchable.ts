import type { WriteDb } from '../database/connection.ts';
import { indexAllProducts } from '../features/catalog/index-product.ts';
import { indexAllCustomers } from '../features/customers/index-customer.ts';

/** Writes what searches are answered from: it stands in no table that could be read back, it follows from the rows. */
export function makeSearchable(db: WriteDb): void {
  indexAllProducts(db);
  indexAllCustomers(db);
}
