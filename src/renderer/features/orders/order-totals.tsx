import { useMemo } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useApp } from '../../ui/app-context.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { totalRows } from './order-money.ts';
import styles from './order-totals.module.css';

/** Subtotal, discounts, tax by rate, rounding, total, paid, open. */
export function OrderTotals({ order }: { readonly order: OrderDetail }) {
  const { text, format } = useApp();
  const rows = useMemo(() => totalRows(order, text, format), [order, text, format]);
  return (
    <dl className={styles.totals} aria-label={text('orders.totals')}>
      {rows.map((row) => (
        <div key={row.key} className={joinClasses(styles.row, styles[row.weight])}>
          <dt>{row.label}</dt>
          <dd>
            <MoneyText amount={row.amount} currencySign={row.weight === 'total'} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
