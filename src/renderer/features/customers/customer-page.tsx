import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { addressId } from '../../ui/address-id.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CustomerActions } from './customer-actions.tsx';
import { CustomerContact } from './customer-contact.tsx';
import { CustomerFigures } from './customer-figures.tsx';
import { CustomerNotes } from './customer-notes.tsx';
import styles from './customer-page.module.css';
import { leaveToDirectory } from './customer-places.ts';
import { CustomerState } from './customer-state.tsx';
import { Favourites } from './favourites.tsx';
import { LogInCard } from './log-in-card.tsx';
import { MergesCard } from './merges-card.tsx';
import { OrderHistory } from './order-history.tsx';
import { SpentChart } from './spent-chart.tsx';

/** Everything of one customer on a page of its own. */
export function CustomerPage({ number }: { readonly number: string }) {
  const text = useText();
  const customerId = addressId(number);
  const { data, error, refetch } = useApiQuery(
    'customers.detail',
    { customerId: customerId ?? 1 },
    { enabled: customerId !== null },
  );
  const errorText = useErrorText();
  useHotkeys([{ keys: 'Escape', label: text('ui.back'), run: leaveToDirectory }]);
  const isErased = data !== undefined && data.erasedAt !== null;
  const isGone = customerId === null || (error !== null && isRefusal(error, 'not-found'));
  return (
    <div className={styles.page}>
      <PageHeader
        title={data && !isErased ? data.name : text('customers.customer')}
        subtitle={data && !isErased && <Subtitle customer={data} />}
        onBack={leaveToDirectory}
        actions={data && !isErased && <CustomerActions customer={data} />}
      />
      {isGone ? (
        <EmptyState drawing="search" title={text('customers.not-there')}>
          {text('customers.not-there-help')}
        </EmptyState>
      ) : data ? (
        isErased ? (
          <Erased customer={data} />
        ) : (
          <Body customer={data} asked={customerId} />
        )
      ) : error ? (
        <ErrorState
          happened={text('customers.one-unreadable')}
          safe={text('customers.unreadable-safe')}
          advice={errorText(error)}
          id={error.reference ?? undefined}
          onRetry={() => void refetch()}
        />
      ) : (
        <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
          <Skeleton height="6rem" />
          <Skeleton height="18rem" />
        </div>
      )}
    </div>
  );
}

function Subtitle({ customer }: { readonly customer: CustomerDetail }) {
  const text = useText();
  return (
    <span className={styles.subtitle}>
      <span>{text('customers.numbered', { number: String(customer.id) })}</span>
      {customer.phone !== '' && <bdi dir="ltr">{customer.phone}</bdi>}
    </span>
  );
}

function Erased({ customer: { id, erasedAt } }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const { timeZone, dayStartMinutes } = useShop();
  const date = format.dateShort(businessDateOf(erasedAt ?? 0, timeZone, dayStartMinutes));
  return (
    <EmptyState drawing="done" title={text('customers.erased-title', { number: String(id) })}>
      {text('customers.erased-words', { date })}
    </EmptyState>
  );
}

function Body({ customer, asked }: { readonly customer: CustomerDetail; readonly asked: number }) {
  const text = useText();
  const maySeeOrders = useMay('see-orders');
  return (
    <>
      <CustomerState customer={customer} asked={asked} />
      <Card>
        <CustomerFigures customer={customer} />
      </Card>
      <div className={styles.columns}>
        <div className={styles.main}>
          <SpentChart customer={customer} />
          {maySeeOrders && <OrderHistory customer={customer} />}
        </div>
        <div className={styles.aside}>
          <Card title={text('customers.contact')}>
            <CustomerContact customer={customer} />
          </Card>
          <Favourites favourites={customer.favourites} />
          <CustomerNotes customer={customer} />
          <LogInCard customer={customer} />
          <MergesCard customer={customer} />
        </div>
      </div>
    </>
  );
}
