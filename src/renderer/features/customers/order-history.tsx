import { useEffect, useRef } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { Select } from '../../ui/select.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import {
  daysOfMonth,
  type HistoryFilter,
  type HistoryStatus,
  historyFilterQuery,
  historyStatuses,
  readHistoryFilter,
} from './history-filter.ts';
import styles from './order-history.module.css';

/** Every order of a customer, narrowed by status, by month, or to those that are not paid. */
export function OrderHistory({ customer }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const { query } = usePlace();
  const filter = readHistoryFilter(query);
  const { status, owing, month } = filter;
  const change = (changed: Partial<HistoryFilter>) =>
    changeQuery(historyFilterQuery({ ...filter, ...changed }));
  const card = useRef<HTMLDivElement>(null);
  // Whoever chose a month in the chart, or what is owed, wants to see its orders.
  const sought = `${query.month ?? ''} ${query.payment ?? ''}`;
  useEffect(() => {
    if (sought.trim() !== '') card.current?.scrollIntoView({ block: 'nearest' });
  }, [sought]);
  const { from, to } = daysOfMonth(month);
  return (
    <div ref={card}>
      <Card
        title={
          month === null
            ? text('customers.history')
            : text('customers.history-of', { month: format.month(month) })
        }
        actions={
          month !== null && (
            <Button size="small" variant="quiet" onPress={() => change({ month: null })}>
              {text('customers.chart-whole')}
            </Button>
          )
        }
      >
        <div className={styles.body}>
          <div className={styles.filters}>
            <StatusChoice status={status} onChange={(chosen) => change({ status: chosen })} />
            <Checkbox checked={owing} onChange={(checked) => change({ owing: checked })}>
              {text('customers.status-owing')}
            </Checkbox>
          </div>
          <CustomerOrders
            customerId={customer.id}
            status={status}
            owing={owing}
            from={from}
            to={to}
            headless
          />
        </div>
      </Card>
    </div>
  );
}

type StatusChoiceProps = {
  readonly status: HistoryStatus;
  readonly onChange: (status: HistoryStatus) => void;
};

function StatusChoice({ status, onChange }: StatusChoiceProps) {
  const text = useText();
  return (
    <div className={styles.status}>
      <Select
        label={text('customers.filter-status')}
        hideLabel
        choices={historyStatuses.map((key) => ({
          key,
          label: key === 'all' || key === 'open' ? text(`customers.status-${key}`) : text(`ui.status-${key}`),
        }))}
        value={status}
        onChange={onChange}
      />
    </div>
  );
}
