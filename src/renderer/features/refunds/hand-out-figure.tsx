import type { Money } from '../../../shared/domain/money.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './hand-out-figure.module.css';

type HandOutFigureProps = {
  readonly amount: Money;
  /** The same in coins that exist. */
  readonly given: Money;
};

/** The cash to hand out, as large as it can be read across a counter. */
export function HandOutFigure({ amount, given }: HandOutFigureProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.figure}>
      <MoneyText amount={given} size="total" />
      {given !== amount && (
        <span className={styles.detail}>{text('refunds.rounded', { amount: format.money(amount) })}</span>
      )}
    </div>
  );
}
