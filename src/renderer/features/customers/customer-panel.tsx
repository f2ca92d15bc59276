import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CustomerView } from '../../../shared/contract/customers.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import styles from './customer-panel.module.css';
import type { CustomerList } from './use-customer-list.ts';

type CustomerPanelProps = { readonly list: CustomerList; readonly customerId: number };

/** One customer beside the directory: how to reach them, and what they ordered. */
export function CustomerPanel({ list, customerId }: CustomerPanelProps) {
  const text = useText();
  const errorText = useErrorText();
  const maySeeOrders = useMay('see-orders');
  const { data, error, refetch } = useApiQuery('customers.get', { customerId });
  const row = data ?? list.rows.find((one) => one.id === customerId);
  return (
    <SidePanel
      title={<bdi>{row?.name ?? text('customers.customer')}</bdi>}
      onClose={() => list.open(null)}
      onPrevious={list.openPrevious}
      onNext={list.openNext}
      footer={data && <EditButton customer={data} />}
    >
      {data ? (
        <div className={styles.body}>
          <Details customer={data} />
          {maySeeOrders && <CustomerOrders customerId={customerId} />}
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
          <Skeleton height="9rem" />
          <Skeleton height="10rem" />
        </div>
      )}
    </SidePanel>
  );
}

function Details({ customer }: { readonly customer: CustomerView }) {
  const { text, format } = useApp();
  const { timeZone, dayStartMinutes } = useShop();
  const since = businessDateOf(customer.createdAt, timeZone, dayStartMinutes);
  const typed = (value: string, direction: 'ltr' | 'auto'): ReactNode =>
    value === '' ? (
      <span className={styles.unknown}>{text('customers.nothing-known')}</span>
    ) : (
      <span className={styles.typed}>
        <bdi dir={direction}>{value}</bdi>
      </span>
    );
  const items = [
    { term: text('customers.phone'), detail: typed(customer.phone, 'ltr') },
    { term: text('customers.email'), detail: typed(customer.email, 'ltr') },
    { term: text('customers.address'), detail: typed(customer.address, 'auto') },
    ...(customer.note === '' ? [] : [{ term: text('customers.note'), detail: typed(customer.note, 'auto') }]),
    { term: text('customers.since'), detail: <bdi>{format.dateShort(since)}</bdi> },
  ];
  return <DescriptionList items={items} />;
}

function EditButton({ customer }: { readonly customer: CustomerView }) {
  const text = useText();
  const mayEdit = useMay('edit-customers');
  const [isEditing, setEditing] = useState(false);
  useHotkeys([{ keys: 'F4', label: text('customers.edit'), run: () => setEditing(true), enabled: mayEdit }]);
  if (!mayEdit) return null;
  return (
    <>
      <Button icon={<Pencil />} keys="F4" onPress={() => setEditing(true)}>
        {text('customers.edit')}
      </Button>
      {isEditing && (
        <CustomerDialog
          customer={customer}
          onClose={() => setEditing(false)}
          onSaved={() => setEditing(false)}
        />
      )}
    </>
  );
}
