import type { ReactNode } from 'react';
import { useText } from '../app-context.tsx';
import { useHotkeys } from '../hotkeys.ts';
import { NumPad } from '../num-pad.tsx';
import { PayAmount } from './pay-amount.tsx';
import { PayHead } from './pay-head.tsx';
import { PayLeaveQuestion } from './pay-leave.tsx';
import styles from './pay-panel.module.css';
import { PayReference } from './pay-reference.tsx';
import { PayTaken } from './pay-taken.tsx';
import { PayTenders } from './pay-tenders.tsx';
import type { Pay } from './use-pay.ts';
import type { PayLeave } from './use-pay-leave.ts';

type PayPanelProps = {
  readonly pay: Pay;
  /** What every way out of the dialog goes through. */
  readonly leaving: PayLeave;
  /** Why it was refused, above everything else. */
  readonly trouble?: ReactNode;
  /** Why there are no ways to pay to choose from. */
  readonly tendersError?: unknown;
  /** The way back first, then what finishes the payment; the one to do next comes last. */
  readonly footer: ReactNode;
};

/** Takes the money: how much at the start, by what at the end, and Enter for whatever comes next. */
export function PayPanel({ pay, leaving, trouble, tendersError, footer }: PayPanelProps) {
  const text = useText();
  useHotkeys([{ keys: 'Enter', label: text('pay.take'), run: pay.enter }]);
  return (
    <div className={styles.panel}>
      {trouble}
      <PayHead pay={pay} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <PayAmount pay={pay} />
          <NumPad
            field={pay.amountField}
            label={text('pay.numbers')}
            decimals={pay.shop.currencyExponent > 0}
          />
        </div>
        <div className={styles.column}>
          <PayTenders pay={pay} error={tendersError} />
          <PayReference pay={pay} />
          <PayTaken pay={pay} />
        </div>
      </div>
      <footer className={styles.footer}>{footer}</footer>
      <PayLeaveQuestion pay={pay} leaving={leaving} />
    </div>
  );
}
