import type { Input, Output } from '../../../shared/contract/index.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './needs-a-person.module.css';
import type { Today } from './use-dashboard.ts';

type Order = Output<'orders.list'>['items'][number];

const shown = 5;
/** As many as one answer holds: who waits longest is to be found among them. */
const mostSorted = 100;

/** Orders that should have left the shop, and those that should today: what needs a person first. */
export function HandOverCard({ data }: { readonly data: Today | null }) {
  const text = useText();
  const late = useOrders('overdue', data !== null && data.openOrders.overdue > 0);
  const due = useOrders('due', data !== null && data.openOrders.due > 0);
  const orders = [...late, ...due].toSorted(byDeliveryDate).slice(0, shown);
  const isWaiting =
    data === null || (orders.length === 0 && data.openOrders.overdue + data.openOrders.due > 0);
  return (
    <Card title={text('dashboard.to-hand-over')} flush>
      {data && data.openOrders.open > 0 && <Counts openOrders={data.openOrders} />}
      {data === null || isWaiting ? (
        <div className={styles.waiting}>
          <Skeleton height="6rem" />
        </div>
      ) : (
        <List
          label={text('dashboard.to-hand-over')}
          items={orders}
          itemKey={(order) => String(order.id)}
          onOpen={(order) => navigate(`/orders/${order.id}`)}
          empty={text('dashboard.nothing-due')}
        >
          {(order) => <OrderRow order={order} today={data.today} />}
        </List>
      )}
    </Card>
  );
}

/** Who waits longest comes first. */
function byDeliveryDate(a: Order, b: Order): number {
  return (a.deliveryDate ?? 0) - (b.deliveryDate ?? 0) || a.id - b.id;
}

function useOrders(status: Input<'orders.list'>['status'], enabled: boolean): readonly Order[] {
  const { data } = useApiQuery(
    'orders.list',
    {
      text: '',
      status,
      kind: 'all',
      fromDate: null,
      toDate: null,
      customerId: null,
      cursor: null,
      limit: mostSorted,
    },
    { enabled },
  );
  return enabled ? (data?.items ?? []) : [];
}

/** How many there are in all, each leading to its list. */
function Counts({ openOrders }: Pick<Today, 'openOrders'>) {
  const text = useText();
  const { open, due, overdue } = openOrders;
  return (
    <p className={styles.counts}>
      {overdue > 0 && (
        <Link to="/orders" query={{ status: 'overdue' }}>
          {text('dashboard.overdue', { count: overdue })}
        </Link>
      )}
      {due > 0 && (
        <Link to="/orders" query={{ status: 'due' }}>
          {text('dashboard.due-today', { count: due })}
        </Link>
      )}
      <Link to="/orders" query={{ status: 'open' }}>
        {text('dashboard.open-orders', { count: open })}
      </Link>
    </p>
  );
}

function OrderRow({ order, today }: { readonly order: Order; readonly today: Today['today'] }) {
  const { text } = useApp();
  const late = order.deliveryDate === null ? 0 : daysBetween(order.deliveryDate, today);
  return (
    <>
      <span className={styles.words}>
        <span className={styles.name}>{text('dashboard.order', { number: String(order.id) })}</span>
        <span className={styles.detail}>
          <bdi>{order.customerName ?? text('dashboard.unnamed')}</bdi>
        </span>
      </span>
      {late > 0 ? (
        <Badge tone="danger">{text('dashboard.late', { count: late })}</Badge>
      ) : (
        <Badge tone="warning">{text('dashboard.due')}</Badge>
      )}
      <span className={styles.figure}>
        <MoneyText amount={order.total} currencySign={false} />
      </span>
    </>
  );
}
