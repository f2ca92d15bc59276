import type { Money } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../app-context.tsx';
import { MoneyText } from '../money-text.tsx';
import styles from './pay-head.module.css';
import type { Pay } from './use-pay.ts';

/** What is due, and beside it what is still open or handed back: the two figures to read across a counter. */
export function PayHead({ pay }: { readonly pay: Pay }) {
  const text = useText();
  const format = useFormat();
  const { open, openInCash, change, isSettled } = pay.figures;
  const inCash = openInCash === open ? null : text('pay.due-in-cash', { amount: format.money(openInCash) });
  return (
    <div className={styles.head}>
      <Figure label={text('pay.due')} amount={pay.total} />
      <Figure
        label={text(isSettled ? 'pay.change' : 'pay.open')}
        amount={isSettled ? change : open}
        detail={inCash}
        isGood={isSettled}
      />
    </div>
  );
}

type FigureProps = {
  readonly label: string;
  readonly amount: Money;
  readonly detail?: string | null;
  readonly isGood?: boolean;
};

function Figure({ label, amount, detail, isGood = false }: FigureProps) {
  return (
    <div className={styles.figure} data-good={isGood || undefined}>
      <span className={styles.label}>
        {label}
        {detail != null && <span className={styles.detail}>{detail}</span>}
      </span>
      <output aria-label={label}>
        <MoneyText amount={amount} size="total" />
      </output>
    </div>
  );
}
