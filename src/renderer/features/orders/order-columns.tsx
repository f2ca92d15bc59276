import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { columnChoice } from '../../ui/column-choice.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './order-columns.module.css';
import { RowStep } from './row-step.tsx';
import type { OrderRow } from './use-order-list.ts';

type Columns = readonly (FittingColumn<OrderRow> | false)[];

/** Columns that may be left out or taken in; the number always stands first. */
const columnKeys = [
  'time',
  'customer',
  'kind',
  'day',
  'status',
  'payment',
  'lines',
  'items',
  'address',
  'tenders',
  'staff',
  'channel',
  'paid',
  'open',
  'total',
  'step',
] as const;
export type OrderColumnKey = (typeof columnKeys)[number];

/** The columns that were chosen, as an address carries them. */
export const orderColumnChoice = columnChoice<OrderColumnKey>(columnKeys, [
  'time',
  'customer',
  'kind',
  'status',
  'payment',
  'lines',
  'total',
  'step',
]);

export const columnNames = {
  time: 'orders.time',
  customer: 'orders.customer',
  kind: 'orders.kind',
  day: 'orders.for-day',
  status: 'orders.status',
  payment: 'orders.payment',
  lines: 'orders.lines-short',
  items: 'orders.items',
  address: 'orders.address',
  tenders: 'orders.paid-by',
  staff: 'orders.served-by',
  channel: 'orders.channel',
  paid: 'orders.paid',
  open: 'orders.still-open',
  total: 'orders.total',
  step: 'orders.next-step',
} as const satisfies Record<OrderColumnKey, string>;

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
  /** Those that somebody chose; null for what the filters make useful. */
  readonly chosen: ReadonlySet<OrderColumnKey> | null;
};

/** The columns of the order list, the least needed ones only where there is room; chosen ones in any case. */
export function orderColumns(use: ColumnsUse): readonly FittingColumn<OrderRow>[] {
  const { chosen } = use;
  const wanted = chosen === null ? use : { ...use, showsDay: true, showsOpen: true };
  const all = [...whoColumns(wanted), ...whatColumns(use), ...standingColumns(wanted)].filter(
    (column) => column !== false,
  );
  if (chosen === null) return all.filter(({ key }) => !isOnlyChosen(key));
  return all
    .filter(({ key }) => key === 'number' || columnKeys.some((one) => one === key && chosen.has(one)))
    .map(({ fromWidth: _fromWidth, ...column }) => column);
}

const onlyChosen: readonly string[] = ['items', 'address', 'tenders', 'staff', 'channel', 'paid'];

function isOnlyChosen(key: string): boolean {
  return onlyChosen.includes(key);
}

/** What nobody needs every day: they show where somebody chose them. */
function whatColumns({ text, format }: ColumnsUse): Columns {
  const plain = (key: OrderColumnKey, width: string, cell: (row: OrderRow) => string | null) => ({
    key,
    label: text(columnNames[key]),
    width,
    cell: (row: OrderRow) => {
      const words = cell(row);
      return (
        <bdi title={words ?? undefined} className={styles.plain}>
          {words}
        </bdi>
      );
    },
  });
  return [
    plain('items', 'minmax(12rem, 2fr)', (row) => itemWords(row, text, format)),
    plain(
      'address',
      'minmax(10rem, 1fr)',
      (row) => row.deliveryAddress?.replaceAll(/\s*\n\s*/g, ', ') ?? null,
    ),
    plain('tenders', '8rem', (row) => (row.paidBy.length > 0 ? row.paidBy.join(', ') : row.awaitedBy)),
    plain('staff', '8rem', (row) => row.staffName),
    plain('channel', '7rem', (row) => text(`orders.channel-${row.channel}`)),
  ];
}

/** "2 × Flat white, Carrot cake and 3 more". */
function itemWords(row: OrderRow, text: AppText, format: Format): string {
  const named = row.lines.map(({ name, quantity: amount, unit }) =>
    amount === 1000 && unit === 'piece'
      ? name
      : text('orders.quantity-of', { quantity: format.quantity(quantity(amount), unit), name }),
  );
  const more = row.lineCount - row.lines.length;
  return more > 0 ? text('orders.items-more', { items: named.join(', '), count: more }) : format.list(named);
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
      sortable: true,
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
      sortable: true,
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
      key: 'paid',
      label: text('orders.paid'),
      width: '6.5rem',
      align: 'end',
      cell: (row) => <MoneyText amount={row.paid} currencySign={false} />,
    },
    {
      key: 'total',
      label: text('orders.total'),
      width: '6.5rem',
      sortable: true,
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
