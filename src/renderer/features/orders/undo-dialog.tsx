import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import { UndoLeft } from './undo-left.tsx';
import { useRefusalWords } from './use-refusal-words.ts';
import { useTimeLeft } from './use-time-left.ts';

type UndoDialogProps = { readonly order: OrderDetail; readonly onClose: () => void };

/** Takes a delivery back while there is time, with the reason why. */
export function UndoDialog({ order, onClose }: UndoDialogProps) {
  const text = useText();
  const refusalWords = useRefusalWords();
  const command = useCommand('orders.undoDelivered');
  const left = useTimeLeft(order.undoUntil ?? 0);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const number = String(order.id);
  const undo = () => {
    setAsked(true);
    if (command.isPending || reason.trim() === '') return;
    command.mutate(
      { orderId: order.id, reason: reason.trim() },
      {
        onSuccess: ({ status }) => {
          const words = { number, status: text(`ui.status-${status}`) };
          toast(text('orders.delivery-undone', words), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <OrderDialogFrame
      title={text('orders.undo-title', { number })}
      action={text('orders.undo')}
      onAction={undo}
      pending={command.isPending}
      refusal={command.error && refusalWords(command.error, order.id)}
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
      {left !== null && <UndoLeft left={left} />}
    </OrderDialogFrame>
  );
}
