import type { Money } from '../../shared/domain/money.ts';
import { handOut } from '../../shared/domain/round-cash.ts';
import { useApiQuery } from './api-query.ts';
import { useShop } from './use-session.ts';

/**
 * What is counted out of the drawer for an amount: in coins that exist. All that an order hands out is rounded as one
 * sum, so what was rounded before counts; null is a return without an order. Only for what is shown: main rounds again.
 */
export function useHandOut(orderId: number | null): (amount: Money) => Money {
  const { cashRounding } = useShop();
  const order = useApiQuery(
    'orders.get',
    { orderId: orderId ?? 1 },
    { enabled: orderId !== null && cashRounding > 1 },
  );
  let earlier = 0;
  for (const { state, rounding } of (orderId !== null && order.data?.refunds) || []) {
    if (state === 'settled') earlier += rounding;
  }
  return (amount) => handOut([amount], earlier, cashRounding);
}
