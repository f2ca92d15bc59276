import { useText } from '../../ui/app-context.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { NumPad } from '../../ui/num-pad.tsx';
import { PayAmount } from './pay-amount.tsx';
import { PayFooter } from './pay-footer.tsx';
import { PayHead } from './pay-head.tsx';
import styles from './pay-panel.module.css';
import { PayReference } from './pay-reference.tsx';
import { PayRefusal } from './pay-refusal.tsx';
import { PayTaken } from './pay-taken.tsx';
import { PayTenders } from './pay-tenders.tsx';
import { useSell } from './sell-context.ts';
import { usePay } from './use-pay.ts';
import type { Placing } from './use-place-order.ts';

type PayPanelProps = { readonly placing: Placing; readonly onClose: () => void };

/** Takes the money: how much at the start, by what at the end, and Enter for whatever comes next. */
export function PayPanel({ placing, onClose }: PayPanelProps) {
  const text = useText();
  const { shop } = useSell();
  const pay = usePay(placing);
  useHotkeys([{ keys: 'Enter', label: text('sell.help-pay'), run: pay.enter }]);
  return (
    <div className={styles.panel}>
      {placing.refusal && (
        <PayRefusal refusal={placing.refusal} placing={placing} pay={pay} onClose={onClose} />
      )}
      <PayHead pay={pay} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <PayAmount pay={pay} />
          <NumPad field={pay.amountField} label={text('sell.numbers')} decimals={shop.currencyExponent > 0} />
        </div>
        <div className={styles.column}>
          <PayTenders pay={pay} />
          <PayReference pay={pay} />
          <PayTaken pay={pay} />
        </div>
      </div>
      <PayFooter pay={pay} isPending={placing.isPending} onClose={onClose} />
    </div>
  );
}
