import type { ReactNode } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './customer-figures.module.css';

/** What a customer spent, how often they came, and what they owe, with the way to those orders. */
export function CustomerFigures({ customer }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const { figures } = customer;
  const { orders, cancelled, spent, owed, average, firstDate, lastDate } = figures;
  const day = (date: typeof lastDate) => (date === null ? text('customers.never') : format.dateShort(date));
  return (
    <dl className={styles.figures}>
      <Shown label={text('customers.spent')} value={<MoneyText amount={spent} />} />
      <Shown
        label={text('customers.orders')}
        value={format.number(orders)}
        note={cancelled > 0 ? text('customers.cancelled-too', { count: cancelled }) : null}
      />
      <Shown
        label={text('customers.average')}
        value={average === null ? '–' : <MoneyText amount={average} />}
      />
      <Shown
        label={text('customers.owed')}
        value={
          <span className={owed > 0 ? styles.owed : undefined}>
            <MoneyText amount={owed} />
          </span>
        }
        note={owed > 0 ? <OwingLink customer={customer} /> : text('customers.owes-nothing')}
      />
      <Shown label={text('customers.last')} value={<bdi>{day(lastDate)}</bdi>} />
      <Shown label={text('customers.first')} value={<bdi>{day(firstDate)}</bdi>} />
    </dl>
  );
}

type ShownProps = { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode };

function Shown({ label, value, note = null }: ShownProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {note !== null && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}

function OwingLink({ customer }: { readonly customer: CustomerDetail }) {
  const { text } = useApp();
  const maySee = useMay('see-orders');
  const words = text('customers.owing-orders', { count: customer.figures.owing });
  if (!maySee) return words;
  return (
    <Link to={`/customers/${customer.id}`} query={{ payment: 'owing' }}>
      {words}
    </Link>
  );
}
