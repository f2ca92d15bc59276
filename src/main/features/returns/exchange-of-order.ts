import { sql } from 'kysely';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { findReturn } from './return-rows.ts';

const returnOfExchange = preparedRead<{ orderId: number }, { returnId: number }>((slot) =>
  query.selectFrom('returns').select('id as returnId').where('exchangeOrderId', '=', slot('orderId')),
);

type Value = { readonly spent: Money; readonly givenBack: Money };

const valueSpent = preparedRead<{ returnId: number }, Value>(
  (slot) => sql<Value>`SELECT
      ifnull(sum(iif(tender.purpose = 'exchange', refund.amount, 0)), 0) AS spent,
      ifnull(sum(iif(tender.purpose = 'exchange', 0, refund.amount + refund.rounding)), 0) AS givenBack
    FROM refunds AS refund JOIN tenders AS tender ON tender.id = refund.tenderId
    WHERE refund.returnId = ${slot('returnId')} AND refund.state NOT IN ('failed', 'voided')`,
);

/** The return whose goods paid for an order, and what became of their value; null for an order that is no exchange. */
export function exchangeOfOrder(db: ReadDb, orderId: number): OrderDetail['exchangeOf'] {
  const found = returnOfExchange.get(db, { orderId });
  const goods = found ? findReturn(db, found.returnId) : null;
  if (!goods) return null;
  const value = valueSpent.get(db, { returnId: goods.returnId }) ?? {
    spent: zeroMoney,
    givenBack: zeroMoney,
  };
  return { ...goods, ...value };
}
