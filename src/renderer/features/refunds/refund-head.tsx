import { addMoney } from '../../../shared/domain/money.ts';
import { useShop, useToday } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './refund-head.module.css';
import { RefundPill } from './refund-pill.tsx';
import { ageOf, ageWords } from './refund-words.ts';
import type { RefundRow } from './use-refund-list.ts';

/** How much, where it stands, and since when. */
export function RefundHead({ row }: { readonly row: RefundRow }) {
  const text = useText();
  const shop = useShop();
  const today = useToday();
  const isOver = row.state === 'settled' || row.state === 'voided';
  const age = ageOf(row, shop, today);
  return (
    <div className={styles.head}>
      <span className={styles.amount}>
        <MoneyText
          amount={row.state === 'settled' ? addMoney(row.amount, row.rounding) : row.amount}
          size="large"
        />
      </span>
      <RefundPill state={row.state} />
      {!isOver && (
        <span className={styles.age} data-late={age.late || undefined}>
          {ageWords(age, text)}
        </span>
      )}
    </div>
  );
}
