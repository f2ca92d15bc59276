import { useState } from 'react';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OrderDialogFrame } from './order-dialog-frame.tsx';
import { useRefusalWords } from './use-refusal-words.ts';

type NoteDialogProps = { readonly order: OrderDetail; readonly onClose: () => void };

/** Writes a note into what happened to an order. */
export function NoteDialog({ order, onClose }: NoteDialogProps) {
  const text = useText();
  const refusalWords = useRefusalWords();
  const command = useCommand('orders.addNote');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const number = String(order.id);
  const isCard = looksLikeCardNumber(note);
  const isMissing = isAsked && note.trim() === '';
  const write = () => {
    setAsked(true);
    if (command.isPending || isCard || note.trim() === '') return;
    command.mutate(
      { orderId: order.id, note: note.trim() },
      {
        onSuccess: () => {
          toast(text('orders.note-written', { number }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <OrderDialogFrame
      title={text('orders.note-on', { number })}
      action={text('orders.write-note')}
      onAction={write}
      pending={command.isPending}
      refusal={command.error && refusalWords(command.error, order.id)}
      onClose={onClose}
    >
      <TextArea
        label={text('orders.note')}
        autoFocus
        rows={3}
        value={note}
        onChange={setNote}
        maxLength={1000}
        description={text('orders.note-help')}
        error={isCard ? text('pay.card-number') : isMissing ? text('orders.note-missing') : undefined}
      />
    </OrderDialogFrame>
  );
}
