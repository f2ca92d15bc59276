import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type PageItem, useApiPages } from '../../bridge/api-query.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { List } from '../../ui/list.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import styles from './customer-orders.module.css';
import type { HistoryStatus } from './history-filter.ts';

type Order = PageItem<'orders.list'>;

const pageSize = 20;

type CustomerOrdersProps = {
  readonly customerId: number;
  readonly status?: HistoryStatus;
  readonly owing?: boolean;
  readonly from?: CalendarDate | null;
  readonly to?: CalendarDate | null;
  /** The page heads the list itself. */
  readonly headless?: boolean;
};

/** The orders of one customer, newest first, more of them on demand. */
export function CustomerOrders(props: CustomerOrdersProps) {
  const { customerId, status = 'all', owing = false, from = null, to = null, headless = false } = props;
  const { text } = useApp();
  const pages = useApiPages(
    'orders.list',
    {
      ...{ text: '', kind: 'all', payment: owing ? 'owing' : 'all' },
      ...{ status, fromDate: from, toDate: to, customerId, limit: pageSize },
    },
    { keepPrevious: false },
  );
  const { items, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const Frame = headless ? 'div' : 'section';
  const isNarrowed = status !== 'all' || owing || from !== null || to !== null;
  return (
    <Frame className={styles.orders} {...(headless ? {} : { 'aria-label': text('customers.history') })}>
      {!headless && <h3 className={styles.title}>{text('customers.history')}</h3>}
      {isPending ? (
        <Skeleton height="8rem" />
      ) : error && items.length === 0 ? (
        <div className={styles.trouble}>
          <p>{text('customers.history-unreadable')}</p>
          <Button size="small" onPress={() => void refetch()}>
            {text('ui.try-again')}
          </Button>
        </div>
      ) : items.length === 0 ? (
        <p className={styles.none}>
          {text(isNarrowed ? 'customers.history-none-fits' : 'customers.history-none')}
        </p>
      ) : (
        <div className={styles.flush}>
          <List
            label={text('customers.history')}
            items={items}
            itemKey={(order) => String(order.id)}
            onOpen={(order) => navigate(`/orders/${order.id}`)}
          >
            {(order) => <OrderRow order={order} />}
          </List>
        </div>
      )}
      {hasNextPage && (
        <Button
          variant="quiet"
          size="small"
          pending={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        >
          {text('customers.history-more')}
        </Button>
      )}
    </Frame>
  );
}

function OrderRow({ order }: { readonly order: Order }) {
  const { text, format } = useApp();
  const today = useToday();
  return (
    <>
      <span className={styles.order}>
        <span className={styles.number}>{text('customers.order', { number: String(order.id) })}</span>
        <span className={styles.day}>
          <bdi>
            {order.businessDate === today
              ? format.time(order.placedAt)
              : format.dateShort(order.businessDate)}
          </bdi>
          {order.open > 0 && (
            <span className={styles.open}>
              {text('customers.order-open', { amount: format.money(order.open) })}
            </span>
          )}
        </span>
      </span>
      <StatusPill status={order.status} />
      <span className={styles.total}>
        <MoneyText amount={order.total} currencySign={false} />
      </span>
    </>
  );
}
