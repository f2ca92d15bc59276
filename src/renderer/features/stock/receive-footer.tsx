import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { isBareReceipt, receiptTotal } from './receive-draft.ts';
import styles from './receive-footer.module.css';
import type { Receiving } from './use-receiving.ts';

type ReceiveFooterProps = { readonly receiving: Receiving; readonly onClear: () => void };

/** What the list comes to and the one button; above them why main did not take it. */
export function ReceiveFooter({ receiving, onClear }: ReceiveFooterProps) {
  const text = useText();
  const { draft, isSending, refusal } = receiving;
  const count = draft.lines.length;
  const { total, isWhole } = receiptTotal(draft.lines);
  return (
    <footer className={styles.footer}>
      {refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      <div className={styles.row}>
        {!isBareReceipt(draft) && (
          <Button variant="quiet" onPress={onClear} disabled={isSending}>
            {text('stock.receive-clear')}
          </Button>
        )}
        <span className={styles.note}>{!isBareReceipt(draft) && text('stock.receive-kept')}</span>
        <p className={styles.total}>
          <span className={styles.label}>
            {text(isWhole ? 'stock.receive-total' : 'stock.receive-total-partly')}
          </span>
          <MoneyText amount={total} size="large" />
        </p>
        <Button
          variant="primary"
          keys="Mod+Enter"
          onPress={receiving.send}
          pending={isSending}
          disabled={count === 0}
        >
          {text('stock.receive-do', { count })}
        </Button>
      </div>
    </footer>
  );
}
