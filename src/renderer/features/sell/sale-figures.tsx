import { subtractMoney } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './sale-figures.module.css';
import type { Sale } from './sell-reducer.ts';

/** What to hand back, as large as it can be read across a counter; or what is still to be paid. */
export function SaleFigures({ sale }: { readonly sale: Sale }) {
  const text = useText();
  const format = useFormat();
  const open = subtractMoney(sale.total, sale.paid);
  const words = [
    ...(sale.paid > 0 ? [text('sell.paid-amount', { amount: format.money(sale.paid) })] : []),
    ...(open > 0 ? [text('sell.left-to-pay', { amount: format.money(open) })] : []),
  ];
  return (
    <div className={styles.figures} role="status">
      <span className={styles.label}>{text(sale.change > 0 ? 'pay.change' : 'sell.no-change')}</span>
      {sale.change > 0 && <MoneyText amount={sale.change} size="total" />}
      <span className={styles.words}>{words.join(' · ')}</span>
    </div>
  );
}
