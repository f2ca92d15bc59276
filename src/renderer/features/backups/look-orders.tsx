import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useLookAnswer, useLookPages } from '../../bridge/look-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PaymentPill, StatusPill } from '../../ui/status-pill.tsx';
import styles from './backup-panel.module.css';
import { factMoney } from './backup-words.ts';
import { LookList, type OpenLook } from './look-list.tsx';

type Row = Output<'orders.list'>['items'][number];
type Order = Output<'orders.get'>;

const everything = {
  status: 'all',
  kind: 'all',
  fromDate: null,
  toDate: null,
  customerId: null,
  limit: 50,
} as const;

/** Orders of the shop as it was, the newest first; the one that is open stands beside. */
export function LookOrders({ look }: { readonly look: OpenLook }) {
  const { text, format } = useApp();
  const [typed, setTyped] = useState('');
  const [openId, setOpenId] = useState<number | null>(null);
  const pages = useLookPages(look.token, 'orders.list', { ...everything, text: typed });
  const columns = useMemo(() => orderColumns(look, text, format), [look, text, format]);
  return (
    <LookList<Row>
      part="orders"
      typed={typed}
      onType={setTyped}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => String(id)}
      rowName={({ id }) => text('backups.look-order', { number: String(id) })}
      onOpen={({ id }) => setOpenId(id)}
      openKey={openId === null ? null : String(openId)}
      panel={
        openId === null ? null : (
          <OrderPanel key={openId} look={look} orderId={openId} onClose={() => setOpenId(null)} />
        )
      }
    />
  );
}

type OrderPanelProps = {
  readonly look: OpenLook;
  readonly orderId: number;
  readonly onClose: () => void;
};

function OrderPanel({ look, orderId, onClose }: OrderPanelProps) {
  const { text } = useApp();
  const errorText = useErrorText();
  const { data, error } = useLookAnswer(look.token, 'orders.get', { orderId });
  return (
    <SidePanel title={text('backups.look-order', { number: String(orderId) })} onClose={onClose}>
      <div className={styles.panel}>
        {error && <ProblemNote>{errorText(error)}</ProblemNote>}
        {!data && !error && <Skeleton height="8rem" />}
        {data && <OrderFacts look={look} order={data} />}
      </div>
    </SidePanel>
  );
}

function OrderFacts({ look, order }: { readonly look: OpenLook; readonly order: Order }) {
  const { text, format } = useApp();
  const amount = (value: Order['total']) => factMoney(look.facts, value, format);
  return (
    <>
      <p className={styles.pills}>
        <StatusPill status={order.status} />
        <PaymentPill status={order.paymentStatus} />
      </p>
      <DescriptionList
        items={[
          { term: text('backups.when'), detail: <bdi>{format.dateTime(order.placedAt)}</bdi> },
          ...(order.customerName === null
            ? []
            : [{ term: text('backups.look-customer'), detail: order.customerName }]),
          ...order.lines.map((line) => ({
            term: text('backups.look-line', {
              quantity: format.quantity(line.quantity, line.unit),
              name: line.name,
            }),
            detail: amount(line.total),
          })),
          { term: text('backups.look-total'), detail: amount(order.total) },
          { term: text('backups.look-paid'), detail: amount(order.paid) },
          ...(order.open > 0 ? [{ term: text('backups.look-open'), detail: amount(order.open) }] : []),
          ...(order.note === null ? [] : [{ term: text('backups.look-note'), detail: order.note }]),
        ]}
      />
    </>
  );
}

function orderColumns({ facts }: OpenLook, text: AppText, format: Format): readonly FittingColumn<Row>[] {
  return [
    {
      key: 'number',
      label: text('backups.look-number'),
      width: '7rem',
      cell: ({ id }) => id,
    },
    {
      key: 'at',
      label: text('backups.when'),
      width: 'minmax(10.5rem, 1fr)',
      cell: ({ placedAt }) => <bdi>{format.dateTime(placedAt)}</bdi>,
    },
    {
      key: 'customer',
      label: text('backups.look-customer'),
      width: 'minmax(8rem, 2fr)',
      fromWidth: 40,
      cell: ({ customerName }) => customerName,
    },
    {
      key: 'status',
      label: text('backups.look-status'),
      width: '9rem',
      fromWidth: 34,
      cell: ({ status }) => <StatusPill status={status} />,
    },
    {
      key: 'total',
      label: text('backups.look-total'),
      width: 'minmax(8rem, 1fr)',
      align: 'end',
      cell: ({ total }) => factMoney(facts, total, format),
    },
  ];
}
