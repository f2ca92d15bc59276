import { memo } from 'react';
import type { Money } from '../../shared/domain/money.ts';
import type { MoneySign } from '../../shared/text/format.ts';
import { useFormat } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './money-text.module.css';

type MoneyTextProps = {
  readonly amount: Money;
  readonly sign?: MoneySign;
  /** Off in columns and cart lines, where the currency is plain. */
  readonly currencySign?: boolean;
  readonly size?: 'normal' | 'large' | 'total';
};

/** An amount with lighter minor units and figures that line up. Always written left to right. */
export const MoneyText = memo(function MoneyText(props: MoneyTextProps) {
  const { amount, sign = 'auto', currencySign = true, size = 'normal' } = props;
  const parts = useFormat().moneyParts(amount, { sign, currencySign });
  return (
    <bdi dir="ltr" className={joinClasses(styles.money, styles[size])}>
      {parts.before}
      {parts.major}
      <span className={styles.minor}>{parts.minor}</span>
      {parts.after}
    </bdi>
  );
});
