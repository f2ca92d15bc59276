import { type Expression, type SqlBool, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { QueryHandler } from '../../app/context.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { refundRows } from './refund-rows.ts';

type State = Parsed<'refunds.list'>['state'];
/** A place in the list: what it is sorted by (when it was opened, the day it was settled), and the refund. */
type Place = { readonly sortedBy: number; readonly refundId: number };

/**
 * Refunds of one state, or all that somebody must still do something about; oldest first, settled ones newest
 * first. The place in the list is a key, never an offset.
 */
export const listRefunds: QueryHandler<'refunds.list'> = ({ db }, { state, cursor, limit }) => {
  const cursors = keyCursor(`refunds ${state}`, ['sortedBy', 'refundId']);
  const after = cursors.decode(cursor);
  const found = db.all(refundsOfState(state, after).limit(limit + 1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? cursors.encode(last) : null;
  return { items: items.map(({ sortedBy: _sortedBy, ...row }) => row), next };
};

function refundsOfState(state: State, after: Place | null) {
  const order = orderOf(state);
  const rows = withPeople()
    .select(order.sortedBy.as('sortedBy'))
    .where(order.filter)
    .orderBy(order.sortedBy, order.newestFirst ? 'desc' : 'asc')
    .orderBy('refund.id', order.newestFirst ? 'desc' : 'asc');
  if (!after) return rows;
  const place = sql`(${after.sortedBy}, ${after.refundId})`;
  const comparison = order.newestFirst ? sql`<` : sql`>`;
  return rows.where(sql<SqlBool>`(${order.sortedBy}, refund.id) ${comparison} ${place}`);
}

type Order = {
  readonly sortedBy: ReturnType<typeof sql<number>>;
  readonly filter: Expression<SqlBool>;
  readonly newestFirst: boolean;
};

function orderOf(state: State): Order {
  if (state === 'settled') {
    const filter = sql<SqlBool>`refund.settledDate IS NOT NULL`;
    return { sortedBy: sql<number>`refund.settledDate`, filter, newestFirst: true };
  }
  // Spelled as the partial index of open refunds is, or SQLite would not use it.
  const open = sql<SqlBool>`refund.state IN ('awaiting', 'initiated', 'failed')`;
  const sortedBy = sql<number>`refund.openedAt`;
  if (state === 'open') return { sortedBy, filter: open, newestFirst: false };
  const own = sql<SqlBool>`refund.state = ${state}`;
  // Voided ones are few and have no index: in the order of their numbers nothing need be sorted.
  if (state === 'voided') return { sortedBy: sql<number>`refund.id`, filter: own, newestFirst: false };
  return { sortedBy, filter: sql<SqlBool>`${open} AND ${own}`, newestFirst: false };
}

/** All that an order hands out in cash is rounded as one sum; nothing for a return without a receipt. */
const roundedBefore = sql<Money>`(SELECT ifnull(sum(earlier.rounding), 0) FROM refunds AS earlier
  WHERE earlier.orderId = refund.orderId AND earlier.state = 'settled')`;

/** Refunds with whose they are: the order's customer, or the one that a return without a receipt names. */
function withPeople() {
  const customerId = sql<number | null>`coalesce(sale.customerId, goods.customerId)`;
  return refundRows()
    .leftJoin('orders as sale', 'sale.id', 'refund.orderId')
    .leftJoin('returns as goods', 'goods.id', 'refund.returnId')
    .leftJoin('customers as customer', (join) => join.on('customer.id', '=', customerId))
    .select([
      customerId.as('customerId'),
      sql<string | null>`coalesce(customer.name, sale.customerName)`.as('customerName'),
      sql<string | null>`coalesce(nullif(customer.phone, ''), nullif(sale.deliveryPhone, ''))`.as(
        'customerPhone',
      ),
      'sale.placedAt',
      roundedBefore.as('roundedBefore'),
    ]);
}
