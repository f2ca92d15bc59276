import { useState } from 'react';
import { type Money, money } from '../../../shared/domain/money.ts';
import {
  type OrderStatus,
  orderStatuses,
  type PaymentStatus,
  paymentStatuses,
} from '../../../shared/domain/order-status.ts';
import { Button } from '../button.tsx';
import { DescriptionList } from '../description-list.tsx';
import { EmptyState } from '../empty-state.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { MoneyText } from '../money-text.tsx';
import { PageHeader } from '../page-header.tsx';
import { SearchField } from '../search-field.tsx';
import { SidePanel } from '../side-panel.tsx';
import { PaymentPill, StatusPill } from '../status-pill.tsx';
import { Table, type TableColumn } from '../table.tsx';
import styles from './gallery.module.css';

type Row = {
  readonly id: string;
  readonly number: number;
  readonly customer: string;
  readonly status: OrderStatus;
  readonly payment: PaymentStatus;
  readonly total: Money;
};

const names = [
  'Ada Lovelace',
  'سارة محمود',
  'Walk-in',
  'Bäckerei am Markt zu Köln und Umgebung GmbH & Co. KG',
  '王小明',
];

const rows: readonly Row[] = Array.from({ length: 20_000 }, (_, index) => ({
  id: `order-${index}`,
  number: 21_041 - index,
  customer: names[index % names.length] ?? '',
  status: orderStatuses[index % orderStatuses.length] ?? 'received',
  payment: paymentStatuses[index % paymentStatuses.length] ?? 'paid',
  total: money(((index * 7919) % 90_000) - 500),
}));

const columns: readonly TableColumn<Row>[] = [
  { key: 'number', label: 'Order', width: '6rem', sortable: true, cell: (row) => row.number },
  {
    key: 'customer',
    label: 'Customer',
    width: 'minmax(10rem, 2fr)',
    cell: (row) => <bdi>{row.customer}</bdi>,
  },
  { key: 'status', label: 'Status', width: '10rem', cell: (row) => <StatusPill status={row.status} /> },
  { key: 'payment', label: 'Payment', width: '9.5rem', cell: (row) => <PaymentPill status={row.payment} /> },
  {
    key: 'total',
    label: 'Total',
    width: '7.5rem',
    align: 'end',
    sortable: true,
    cell: (row) => <MoneyText amount={row.total} currencySign={false} />,
  },
];

export function OrdersPage() {
  const [open, setOpen] = useState<Row | null>(rows[1] ?? null);
  const [search, setSearch] = useState('');
  const [filtered, setFiltered] = useState(true);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set(['order-3', 'order-4']));
  const shown = rows.filter((row) => search === '' || row.customer.includes(search));
  const clear = () => setFiltered(false);
  return (
    <>
      <PageHeader title="Orders" actions={<Button variant="primary">New order</Button>} />
      <FilterBar
        applied={filtered ? [{ key: 'status', label: 'Shipped', onRemove: clear }] : []}
        onClear={clear}
        summary={`${shown.length} orders`}
      >
        <SearchField
          label="Search orders"
          value={search}
          onChange={setSearch}
          placeholder="Number, customer or product"
        />
        <Button>Status</Button>
        <Button>Date</Button>
      </FilterBar>
      <div className={styles.split}>
        <Table
          label="Orders"
          columns={columns}
          rows={shown}
          rowKey={(row) => row.id}
          rowName={(row) => `Order ${row.number}`}
          openKey={open?.id ?? null}
          onOpen={setOpen}
          selection={selection}
          onSelectionChange={setSelection}
          sort={{ column: 'number', direction: 'down' }}
          onSort={() => {}}
          empty={
            <EmptyState
              drawing="search"
              title="No order matches"
              action={<Button onPress={() => setSearch('')}>Clear search</Button>}
            />
          }
        />
        {open && <OrderPanel row={open} onClose={() => setOpen(null)} />}
      </div>
    </>
  );
}

function OrderPanel({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  return (
    <SidePanel
      title={`Order ${row.number}`}
      onClose={onClose}
      onNext={() => {}}
      footer={
        <>
          <Button variant="quiet">Cancel order</Button>
          <Button variant="primary">Mark shipped</Button>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: 'Customer', detail: row.customer },
          { term: 'Status', detail: <StatusPill status={row.status} /> },
          { term: 'Payment', detail: <PaymentPill status={row.payment} /> },
          { term: 'Total', detail: <MoneyText amount={row.total} size="large" /> },
        ]}
      />
    </SidePanel>
  );
}
