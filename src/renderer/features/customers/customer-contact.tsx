import type { ReactNode } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import styles from './customer-contact.module.css';

/** How to reach a customer, and what must be known before serving them. */
export function CustomerContact({ customer }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const { timeZone, dayStartMinutes } = useShop();
  const written = businessDateOf(customer.createdAt, timeZone, dayStartMinutes);
  const { firstDate } = customer.figures;
  // Whoever was brought in with older orders has been a customer for longer than they are in this directory.
  const since = firstDate !== null && firstDate < written ? firstDate : written;
  const typed = (value: string, direction: 'ltr' | 'auto'): ReactNode =>
    value === '' ? (
      <span className={styles.unknown}>{text('customers.nothing-known')}</span>
    ) : (
      <span className={styles.typed}>
        <bdi dir={direction}>{value}</bdi>
      </span>
    );
  const { mergedNumbers: merged } = customer;
  const items = [
    { term: text('customers.number'), detail: <bdi>{customer.id}</bdi> },
    { term: text('customers.phone'), detail: typed(customer.phone, 'ltr') },
    { term: text('customers.email'), detail: typed(customer.email, 'ltr') },
    { term: text('customers.address'), detail: typed(customer.address, 'auto') },
    ...(customer.note === '' ? [] : [{ term: text('customers.note'), detail: typed(customer.note, 'auto') }]),
    { term: text('customers.since'), detail: <bdi>{format.dateShort(since)}</bdi> },
    ...(merged.length === 0
      ? []
      : [{ term: text('customers.merged-too'), detail: <bdi>{merged.join(', ')}</bdi> }]),
  ];
  return <DescriptionList items={items} />;
}
