import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './order-columns.module.css';
import { RowStep } from './row-step.tsx';
import type { OrderRow } from './use-order-list.ts';

type Columns = readonly (FittingColumn<OrderRow> | false)[];

type ColumnsUse = {
  readonly text: AppText;
  readonly format: Format;
  readonly today: CalendarDate;
  /** The person may move orders on. */
  readonly hasStep: boolean;
  /** The list is about what customers owe. */
  readonly showsOpen: boolean;
  /** The list is about what waits for its day. */
  readonly showsDay: boolean;
};

/** The columns of the order list, the least needed ones only where there is room. */
export function orderColumns(use: ColumnsUse): readonly FittingColumn<OrderRow>[] {
  return [...whoColumns(use), ...standingColumns(use)].filter((column) => column !== false);
}

function whoColumns({ text, format, today, hasStep, showsDay }: ColumnsUse): Columns {
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
      fromWidth: showsDay ? 66 : hasStep ? 60 : 38,
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
      fromWidth: 68,
      cell: (row) => text(`orders.kind-${row.kind}`),
    },
    showsDay && {
      key: 'day',
      label: text('orders.for-day'),
      width: '7.5rem',
      fromWidth: 34,
      cell: (row) => (row.deliveryDate === null ? null : <bdi>{format.dateShort(row.deliveryDate)}</bdi>),
    },
  ];
}

function standingColumns({ text, format, hasStep, showsOpen }: ColumnsUse): Columns {
  return [
    {
      key: 'status',
      label: text('orders.status'),
      width: '9.5rem',
      fromWidth: 32,
      cell: (row) => <StatusPill status={row.status} />,
    },
    {
      key: 'payment',
      label: text('orders.payment'),
      width: '8.5rem',
      fromWidth: showsOpen ? 72 : 48,
      cell: (row) => <PaymentPill status={row.paymentStatus} />,
    },
    {
      key: 'lines',
      label: text('orders.lines-short'),
      width: '4.5rem',
      align: 'end',
      fromWidth: 80,
      cell: (row) => format.number(row.lineCount),
    },
    {
      key: 'total',
      label: text('orders.total'),
      width: '6.5rem',
      align: 'end',
      cell: (row) => <MoneyText amount={row.total} currencySign={false} />,
    },
    showsOpen && {
      key: 'open',
      label: text('orders.still-open'),
      width: '7rem',
      align: 'end',
      cell: (row) => (
        <span className={styles.open}>
          <MoneyText amount={row.open} currencySign={false} />
        </span>
      ),
    },
    hasStep && {
      key: 'step',
      label: text('orders.next-step'),
      width: '10.25rem',
      align: 'end',
      fromWidth: 54,
      cell: (row) => <RowStep row={row} />,
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
