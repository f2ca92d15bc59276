import type { Output } from '../../../shared/contract/index.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import styles from './sale-option.module.css';

export type FoundSale = Output<'returns.findSales'>[number];

/** A sale to choose: its number, when, whose, what was sold, what it came to, and whether anything can come back. */
export function SaleOption({ sale }: { readonly sale: FoundSale }) {
  const { text, format } = useApp();
  const today = useToday();
  const names = sale.names.join(', ');
  const more = sale.lineCount - sale.names.length;
  const sold = more > 0 ? text('returns.names-and-more', { names, count: more }) : names;
  return (
    <>
      <span className={styles.words}>
        <span className={styles.first}>
          <span className={styles.number}>{text('returns.order', { number: String(sale.orderId) })}</span>
          <bdi className={styles.when}>
            {sale.businessDate === today ? format.time(sale.placedAt) : format.dateShort(sale.businessDate)}
          </bdi>
          <span className={styles.customer}>
            {sale.customerName === null ? text('returns.walk-in') : <bdi>{sale.customerName}</bdi>}
          </span>
        </span>
        <span className={styles.names} title={sold}>
          <bdi>{sold}</bdi>
        </span>
      </span>
      <span className={styles.end}>
        <span className={styles.total}>
          <MoneyText amount={sale.total} currencySign={false} />
        </span>
        {sale.status !== 'delivered' && <StatusPill status={sale.status} />}
        {sale.status === 'delivered' && !sale.hasReturnable && (
          <span className={styles.allBack}>{text('returns.all-back')}</span>
        )}
      </span>
    </>
  );
}
