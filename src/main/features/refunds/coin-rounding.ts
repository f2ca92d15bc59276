import { type Money, money } from '../../../shared/domain/money.ts';
import { handOut } from '../../../shared/domain/round-cash.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const roundedSoFar = preparedRead<{ orderId: number }, { rounding: number | null }>((slot) =>
  query
    .selectFrom('refunds')
    .select((of) => of.fn.sum<number>('rounding').as('rounding'))
    .where('orderId', '=', slot('orderId'))
    .where('state', '=', 'settled'),
);

/**
 * What rounding to coins adds to an amount that is handed out in cash. All that an order hands out is rounded as one
 * sum: bringing things back one by one gives no more than bringing them back together.
 */
export function coinRounding(db: ReadDb, increment: Money, orderId: number | null, amount: Money): Money {
  const earlier = orderId === null ? 0 : (roundedSoFar.get(db, { orderId })?.rounding ?? 0);
  return money(handOut([amount], earlier, increment) - amount);
}
