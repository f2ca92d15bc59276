import { useState } from 'react';
import { ApiError } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './bulk-outcome.module.css';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

type UndoManyProps = { readonly orderIds: readonly number[]; readonly onClose: () => void };
type Stayed = { readonly orderId: number; readonly words: string };

/** Takes back deliveries that were made together, with one reason for all; those that stay say why. */
export function UndoManyDialog({ orderIds, onClose }: UndoManyProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [left, setLeft] = useState(orderIds);
  const { undoAll, isBusy, stayed } = useUndoAll();
  const undo = async () => {
    setAsked(true);
    if (isBusy || reason.trim() === '') return;
    const kept = await undoAll(left, reason.trim());
    const count = left.length - kept.length;
    if (count > 0) toast(text('orders.bulk-undone', { count }), { tone: 'positive' });
    if (kept.length === 0) onClose();
    else setLeft(kept);
  };
  const count = left.length;
  return (
    <OrderDialogFrame
      title={text('orders.bulk-undo-title', { count })}
      action={text('orders.bulk-undo', { count })}
      onAction={() => void undo()}
      pending={isBusy}
      refusal={null}
      onClose={onClose}
    >
      <p>{text('orders.undo-help')}</p>
      <TextField
        label={text('orders.undo-reason')}
        autoFocus
        value={reason}
        onChange={setReason}
        maxLength={300}
        error={isAsked && reason.trim() === '' ? text('orders.undo-reason-missing') : undefined}
      />
      {stayed.length > 0 && (
        <ProblemNote tone="warning" title={text('orders.bulk-undo-stayed', { count: stayed.length })}>
          <ul className={styles.list}>
            {stayed.map(({ orderId, words }) => (
              <li key={orderId}>
                {text('orders.order', { number: String(orderId) })}: {words}
              </li>
            ))}
          </ul>
        </ProblemNote>
      )}
    </OrderDialogFrame>
  );
}

/** One command for each order, in turn; answers those that stayed delivered. */
function useUndoAll() {
  const command = useCommand('orders.undoDelivered');
  const refusalWords = useRefusalWords();
  const errorText = useErrorText();
  const [isBusy, setBusy] = useState(false);
  const [stayed, setStayed] = useState<readonly Stayed[]>([]);
  const undoAll = async (orderIds: readonly number[], reason: string): Promise<readonly number[]> => {
    setBusy(true);
    const kept: Stayed[] = [];
    for (const orderId of orderIds) {
      try {
        await command.mutateAsync({ orderId, reason });
      } catch (error) {
        const words = error instanceof ApiError ? refusalWords(error, orderId) : errorText(error);
        kept.push({ orderId, words });
      }
    }
    setStayed(kept);
    setBusy(false);
    return kept.map(({ orderId }) => orderId);
  };
  return { undoAll, isBusy, stayed };
}
