import { useFormat } from '../../../ui/app-context.tsx';
import styles from './fine-amount.module.css';
import { fineParts } from './fine-words.ts';

type FineAmountProps = {
  /** Ten-thousandths of the least unit. */
  readonly amount: number;
  readonly currencySign?: boolean;
};

/** An amount as exact as the file writes it, what is finer than the currency smaller. Always left to right. */
export function FineAmount({ amount, currencySign = false }: FineAmountProps) {
  const { before, major, minor, finer, after } = fineParts(amount, useFormat(), currencySign);
  return (
    <bdi dir="ltr" className={styles.amount}>
      {before}
      {major}
      <span className={styles.minor}>{minor}</span>
      {finer !== '' && <span className={styles.finer}>{finer}</span>}
      {after}
    </bdi>
  );
}
