import { matchPath, usePlace } from '../../ui/router.ts';
import { EditPage } from './edit-page.tsx';
import { OrderList } from './order-list.tsx';
import { OrderPage } from './order-page.tsx';

/** The order book: the list, one order by its number (`/orders/1042`), or its changes (`/orders/1042/edit`). */
export function OrdersScreen() {
  const { path } = usePlace();
  const edited = matchPath('/orders/:number/edit', path);
  if (edited) return <EditPage key={edited.number} number={edited.number} />;
  const named = matchPath('/orders/:number', path);
  return named ? <OrderPage key={named.number} number={named.number} /> : <OrderList />;
}
