import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useSession } from '../../bridge/use-session.ts';
import { type OrderAbilities, orderAbilities } from './order-abilities.ts';

/** What the person at this window may do with an order as it stands. */
export function useOrderAbilities(order: OrderDetail): OrderAbilities {
  const rights = useSession()?.rights ?? [];
  return orderAbilities(order, (right) => rights.includes(right));
}
