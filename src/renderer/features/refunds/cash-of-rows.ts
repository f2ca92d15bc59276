import { type Money, sumMoney } from '../../../shared/domain/money.ts';
import { handOut } from '../../../shared/domain/round-cash.ts';
import type { RefundRow } from './use-refund-list.ts';

type CashRow = Pick<RefundRow, 'refundId' | 'orderId' | 'amount' | 'roundedBefore'>;

/** What refunds in cash take from the drawer when they are handed out in this order: of one order as one sum. */
export function cashOfRows(rows: readonly CashRow[], increment: Money): Money {
  const groups = Map.groupBy(rows, ({ orderId, refundId }) => orderId ?? `refund ${refundId}`);
  return sumMoney(
    [...groups.values()].map((group) => {
      const amounts = group.map((row) => row.amount);
      return handOut(amounts, group[0]?.roundedBefore ?? 0, increment);
    }),
  );
}
