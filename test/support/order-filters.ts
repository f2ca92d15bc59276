import { keyCursor } from '../../src/main/features/catalog/key-cursor.ts';
import type { Parsed } from '../../src/shared/contract/index.ts';
import type { OrderFilterInput } from '../../src/shared/contract/order-filter.ts';

/** Narrows the list of orders to nothing. */
export const everyOrder: OrderFilterInput = {
  ...{ text: '', status: 'all', kind: 'all', payment: 'all', channel: 'all', has: [] },
  ...{ fromDate: null, toDate: null, forFrom: null, forTo: null, totalFrom: null, totalTo: null },
  ...{ customerId: null, tenderId: null, staffId: null, productId: null },
};

/** What the list of orders is asked, newest first, with some of it changed. */
export function orderListOf(change: Partial<Parsed<'orders.list'>>): Parsed<'orders.list'> {
  const page = { sort: 'placed', descending: true, withLines: false, cursor: null, limit: 100 } as const;
  return { ...everyOrder, ...page, ...change };
}

/** The place in the list, newest first, behind an order of a day. */
export function cursorBehind(figure: number, id: number): string {
  return keyCursor('orders-placed-down', ['part', 'figure', 'id']).encode({ part: 0, figure, id });
}
