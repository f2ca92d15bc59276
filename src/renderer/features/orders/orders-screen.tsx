import { matchPath, usePlace } from '../../ui/router.ts';
import { OrderList } from './order-list.tsx';
import { OrderPage } from './order-page.tsx';

/** The order book: the list, or one order by its number (`/orders/1042`). */
export function OrdersScreen() {
  const { path } = usePlace();
  const named = matchPath('/orders/:number', path);
  return named ? <OrderPage key={named.number} number={named.number} /> : <OrderList />;
}
