import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CustomerActions } from './customer-actions.tsx';
import { CustomerContact } from './customer-contact.tsx';
import { CustomerFigures } from './customer-figures.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import styles from './customer-panel.module.css';
import { showCustomer } from './customer-places.ts';
import { CustomerState } from './customer-state.tsx';
import type { CustomerList } from './use-customer-list.ts';

type CustomerPanelProps = { readonly list: CustomerList; readonly customerId: number };

/** One customer beside the directory: how to reach them, what they are worth, and what they ordered last. */
export function CustomerPanel({ list, customerId }: CustomerPanelProps) {
  const text = useText();
  const errorText = useErrorText();
  const maySeeOrders = useMay('see-orders');
  const { data, error, refetch } = useApiQuery('customers.detail', { customerId });
  const row = data ?? list.rows.find((one) => one.id === customerId);
  return (
    <SidePanel
      title={<bdi>{row?.name ?? text('customers.customer')}</bdi>}
      onClose={() => list.open(null)}
      onPrevious={list.openPrevious}
      onNext={list.openNext}
      footer={
        data && (
          <>
            <Button onPress={() => showCustomer(data.id)}>{text('customers.open-page')}</Button>
            <CustomerActions customer={data} />
          </>
        )
      }
    >
      {data ? (
        <div className={styles.body}>
          <CustomerState customer={data} asked={customerId} />
          <CustomerFigures customer={data} />
          <CustomerContact customer={data} />
          {maySeeOrders && <CustomerOrders customerId={data.id} />}
        </div>
      ) : error ? (
        <ErrorState
          happened={text('customers.one-unreadable')}
          safe={text('customers.unreadable-safe')}
          advice={errorText(error)}
          id={error.reference ?? undefined}
          onRetry={() => void refetch()}
        />
      ) : (
        <div role="status" aria-label={text('ui.loading')} className={styles.body}>
          <Skeleton height="6rem" />
          <Skeleton height="9rem" />
          <Skeleton height="10rem" />
        </div>
      )}
    </SidePanel>
  );
}
