import { sql } from 'kysely';
import type { Money } from '../../../shared/domain/money.ts';
import type { CommandContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const addCredit = preparedWrite<{ orderId: number; amount: Money }>((slot) =>
  query
    .updateTable('orders')
    .set({ credited: sql<Money>`credited + CAST(${slot('amount')} AS INTEGER)` })
    .where('id', '=', slot('orderId')),
);

/** Takes something off what an order costs: goods that came back, or goodwill. */
export function creditOrder({ db }: CommandContext, orderId: number, amount: Money): void {
  if (amount !== 0) addCredit.run(db, { orderId, amount });
}

const goods = preparedRead<{ orderId: number }, { credited: Money }>(
  (slot) => sql<{ credited: Money }>`SELECT ifnull(sum(total), 0) AS credited FROM returns
    WHERE orderId = ${slot('orderId')}`,
);

/** How much of an order's credit is for goods; the rest is goodwill. */
export function creditedForGoods(db: ReadDb, orderId: number): Money {
  return goods.get(db, { orderId })?.credited ?? (0 as Money);
}
