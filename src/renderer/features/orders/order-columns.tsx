import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './order-columns.module.css';
import type { OrderRow } from './use-order-list.ts';

/** The columns of the order list, the least needed ones only where there is room. */
export function orderColumns(
  text: AppText,
  format: Format,
  today: CalendarDate,
): readonly FittingColumn<OrderRow>[] {
  return [
    {
      key: 'number',
      label: text('orders.number'),
      width: '5rem',
      cell: (row) => <span className={styles.number}>{row.id}</span>,
    },
    {
      key: 'time',
      label: text('orders.time'),
      width: '7.5rem',
      fromWidth: 38,
      cell: (row) => (
        <bdi>
          {row.businessDate === today ? format.time(row.placedAt) : format.dateShort(row.businessDate)}
        </bdi>
      ),
    },
    {
      key: 'customer',
      label: text('orders.customer'),
      width: 'minmax(5.5rem, 1fr)',
      cell: (row) => <Customer name={row.customerName} walkIn={text('orders.walk-in')} />,
    },
    {
      key: 'kind',
      label: text('orders.kind'),
      width: '6rem',
      fromWidth: 56,
      cell: (row) => text(`orders.kind-${row.kind}`),
    },
    {
      key: 'status',
      label: text('orders.status'),
      width: '9.5rem',
      fromWidth: 29,
      cell: (row) => <StatusPill status={row.status} />,
    },
    {
      key: 'payment',
      label: text('orders.payment'),
      width: '8.5rem',
      fromWidth: 48,
      cell: (row) => <PaymentPill status={row.paymentStatus} />,
    },
    {
      key: 'lines',
      label: text('orders.lines-short'),
      width: '4.5rem',
      align: 'end',
      fromWidth: 62,
      cell: (row) => format.number(row.lineCount),
    },
    {
      key: 'total',
      label: text('orders.total'),
      width: '6.5rem',
      align: 'end',
      cell: (row) => <MoneyText amount={row.total} currencySign={false} />,
    },
  ];
}

function Customer({ name, walkIn }: { readonly name: string | null; readonly walkIn: string }) {
  if (name === null) return <span className={styles.walkIn}>{walkIn}</span>;
  return (
    <span dir="auto" title={name}>
      {name}
    </span>
  );
}
