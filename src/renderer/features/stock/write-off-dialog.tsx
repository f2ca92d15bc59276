import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { fits } from './adjust-draft.ts';
import { OnHandNow } from './on-hand-now.tsx';
import styles from './stock-dialog.module.css';
import { type ProductStock, StockDialogFrame } from './stock-dialog-frame.tsx';

type WriteOffReason = Input<'stock.writeOff'>['reason'];

const reasons = [
  'damaged',
  'expired',
  'lost',
  'stolen',
  'other',
] as const satisfies readonly WriteOffReason[];
const longestNote = 500;

type WriteOffDialogProps = { readonly productId: number; readonly onClose: () => void };

/** Takes out of stock what can no longer be sold, with a reason. */
export function WriteOffDialog({ productId, onClose }: WriteOffDialogProps) {
  return (
    <StockDialogFrame productId={productId} titleKey="stock.write-off-of" onClose={onClose}>
      {(stock) => <WriteOffForm stock={stock} onClose={onClose} />}
    </StockDialogFrame>
  );
}

type WriteOffFormProps = { readonly stock: ProductStock; readonly onClose: () => void };

function WriteOffForm({ stock, onClose }: WriteOffFormProps) {
  const { text, format } = useApp();
  const form = useWritingOff(stock, onClose);
  const { unit, onHand } = stock;
  const measured = isMeasured(unit);
  const { amount } = form;
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('stock.write-off-of', { name: stock.name })}
      busy={form.isSaving}
      onSubmit={form.save}
      footer={
        <>
          <Button onPress={onClose} disabled={form.isSaving}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={form.isSaving}>
            {amount === null
              ? text('stock.write-off')
              : text('stock.write-off-do', { quantity: format.quantity(amount, unit) })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <OnHandNow stock={stock} />
        <QuantityField
          label={text('stock.write-off-how-many')}
          decimal={measured}
          unit={measured ? text(`catalog.sign-${unit}`) : undefined}
          value={amount}
          onChange={form.setAmount}
          onCommit={form.save}
          error={form.problems.amount}
          autoFocus
        />
        {amount !== null && amount > Math.max(0, onHand) && (
          <p role="status" className={styles.warning}>
            {text('stock.write-off-more', { quantity: format.quantity(onHand, unit) })}
          </p>
        )}
        <Select
          label={text('stock.reason')}
          choices={reasons.map((key) => ({ key, label: text(`stock.reason-${key}`) }))}
          value={form.reason}
          onChange={form.setReason}
          error={form.problems.reason}
        />
        <TextField
          label={text('stock.note')}
          value={form.note}
          onChange={form.setNote}
          error={form.problems.note}
          maxLength={longestNote}
          optional
        />
        {form.refusal !== null && (
          <p role="alert" className={styles.refusal}>
            {form.refusal}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function useWritingOff(stock: ProductStock, onDone: () => void) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const writeOff = useCommand('stock.writeOff');
  const [amount, setAmount] = useState<Quantity | null>(null);
  const [reason, setReason] = useState<WriteOffReason | null>(null);
  const [note, setNote] = useState('');
  const [isJudged, setJudged] = useState(false);
  const hasCardNumber = looksLikeCardNumber(note);

  const save = () => {
    setJudged(true);
    if (amount === null || amount <= 0 || reason === null || hasCardNumber) return;
    if (!fits(amount, isMeasured(stock.unit))) return;
    const written = format.quantity(amount, stock.unit);
    writeOff.mutate(
      { lines: [{ productId: stock.productId, quantity: amount }], reason, note },
      {
        onSuccess: () => {
          toast(text('stock.written-off', { quantity: written, name: stock.name }), { tone: 'positive' });
          onDone();
        },
      },
    );
  };
  const amountProblem =
    amount === null ? 'stock.quantity-missing' : amount <= 0 ? 'stock.quantity-none' : null;
  return {
    amount,
    setAmount,
    reason,
    setReason,
    note,
    setNote,
    problems: {
      amount: isJudged && amountProblem ? text(amountProblem) : undefined,
      reason: isJudged && reason === null ? text('stock.reason-missing') : undefined,
      note: isJudged && hasCardNumber ? text('stock.card-number') : undefined,
    },
    isSaving: writeOff.isPending,
    refusal: writeOff.error ? errorText(writeOff.error) : null,
    save,
  };
}
