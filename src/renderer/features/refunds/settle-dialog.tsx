import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ReferenceField } from './reference-field.tsx';
import { RefundDialogFrame, type StepDialogProps } from './refund-dialog-frame.tsx';
import { useMovedWords } from './use-moved-words.ts';

/** The bank has paid it out. */
export function SettleDialog({ row, onDone, onClose }: StepDialogProps) {
  const text = useText();
  const format = useFormat();
  const movedWords = useMovedWords();
  const command = useCommand('refunds.settle');
  const [reference, setReference] = useState(row.reference ?? '');
  const amount = format.money(row.amount);
  return (
    <RefundDialogFrame
      title={text('refunds.settle-title', { amount })}
      action={text('refunds.settle-refund')}
      pending={command.isPending}
      refusal={command.error}
      onAction={() =>
        command.mutate(
          { refundId: row.refundId, reference },
          { onSuccess: (moved) => onDone(movedWords(row, moved, '')) },
        )
      }
      onClose={onClose}
    >
      <p>{text('refunds.settle-help', { amount, tender: row.tenderName })}</p>
      <ReferenceField value={reference} onChange={setReference} />
    </RefundDialogFrame>
  );
}
