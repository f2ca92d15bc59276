import type { CallName, Input } from '../../src/shared/contract/index.ts';
import type { OrderFilterInput } from '../../src/shared/contract/order-filter.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';

const filter: OrderFilterInput = {
  ...{ text: 'flat', status: 'open', kind: 'delivery', payment: 'owing', channel: 'till' },
  ...{
    fromDate: calendarDate(20261101),
    toDate: calendarDate(20261130),
    customerId: 1,
    tenderId: 1,
    staffId: 1,
  },
  ...{ totalFrom: money(100), totalTo: money(100_000), has: ['note', 'return'], productId: 2 },
  ...{ forFrom: calendarDate(20261101), forTo: calendarDate(20261231) },
};

/** What the calls of lists, their files and their views are asked in earnest. */
export const listInputs = {
  'orders.sums': filter,
  'orders.withoutEach': filter,
  'orders.choices': {},
  'lists.export': {
    ...{ list: 'orders', filter, sort: 'total', descending: true },
    ...{ columns: ['number', 'customer', 'total'], lineColumns: ['product', 'unit-cost'] },
  },
  'lists.cancelExport': {},
  'views.list': { list: 'orders' },
  'views.create': {
    list: 'orders',
    name: 'Of the week',
    query: { status: 'open', text: 'flat' },
    shared: true,
  },
  // The one that is there already.
  'views.update': { viewId: 1, name: 'Late', query: { status: 'overdue' }, shared: true },
  'views.move': { viewId: 1, by: 1 },
  'views.delete': { viewId: 1 },
  'views.openWith': { list: 'orders', view: '1' },
} satisfies { readonly [N in CallName]?: Input<N> };
