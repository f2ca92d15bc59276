import type { Input } from '../../../shared/contract/index.ts';
import { daysBetween } from '../../../shared/domain/calendar.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { AppText } from '../../../shared/text/english.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './needs-a-person.module.css';
import type { Today } from './use-dashboard.ts';
import { type Order, stepOf, useStep } from './use-step.ts';

const shown = 8;

/** Orders that should have left the shop, and those that should today: what needs a person first. */
export function HandOverCard({ data }: { readonly data: Today | null }) {
  const text = useText();
  const step = useStep();
  const counts = data?.openOrders;
  const late = useOrders('overdue', counts !== undefined && counts.overdue > 0);
  const due = useOrders('due', counts !== undefined && counts.due > 0);
  const isWaiting = data === null || late === null || due === null;
  const orders = isWaiting ? [] : [...late, ...due].slice(0, shown);
  return (
    <Card title={text('dashboard.to-hand-over')} flush>
      {data && data.openOrders.open > 0 && <Counts openOrders={data.openOrders} />}
      {isWaiting ? (
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
          action={step.mayAdvance ? (order) => <StepButton order={order} step={step} /> : undefined}
        >
          {(order) => <OrderRow order={order} today={data.today} />}
        </List>
      )}
    </Card>
  );
}

/** Who waits longest comes first; null while it is on its way. */
function useOrders(status: Input<'orders.list'>['status'], enabled: boolean): readonly Order[] | null {
  const { data } = useApiQuery(
    'orders.list',
    {
      ...{ text: '', status, kind: 'all', fromDate: null, toDate: null, customerId: null },
      ...{ sort: 'for', descending: false, cursor: null, limit: shown },
    },
    { enabled, atMostEvery: 1000 },
  );
  if (!enabled) return [];
  return data?.items ?? null;
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

type StepButtonProps = { readonly order: Order; readonly step: ReturnType<typeof useStep> };

/** What the row asks for; where money is open the order itself is opened, and the button says so. */
function StepButton({ order, step: { advance, busyId } }: StepButtonProps) {
  const text = useText();
  const to = stepOf(order);
  if (to === null) return null;
  const number = String(order.id);
  const opens = to === 'delivered' && order.open > 0;
  const words = opens ? text('dashboard.take-payment') : stepWords(to, order, text);
  return (
    <span className={styles.step}>
      <Button
        size="small"
        wide
        pending={busyId === order.id}
        label={text('dashboard.step-of', { step: words, number })}
        onPress={() => advance(order, to)}
      >
        {words}
      </Button>
    </span>
  );
}

function stepWords(to: OrderStatus, { kind }: Order, text: AppText): string {
  if (to === 'shipped') return text('dashboard.ship');
  if (to === 'in-transit') return text('dashboard.send-off');
  return text(kind === 'pickup' ? 'orders.hand-over-short' : 'dashboard.deliver');
}
