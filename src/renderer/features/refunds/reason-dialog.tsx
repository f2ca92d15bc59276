import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RefundDialogFrame, type StepDialogProps } from './refund-dialog-frame.tsx';
import { useMovedWords } from './use-moved-words.ts';

/** Why a refund failed or is not paid out: a few words that stay with it. */
export function ReasonDialog({
  row,
  step,
  onDone,
  onClose,
}: StepDialogProps & { readonly step: 'fail' | 'void' }) {
  const text = useText();
  const format = useFormat();
  const movedWords = useMovedWords();
  const command = useCommand(step === 'fail' ? 'refunds.fail' : 'refunds.void');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const key = step === 'fail' ? 'failed' : 'void';
  const tell = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    command.mutate(
      { refundId: row.refundId, reason },
      { onSuccess: (moved) => onDone(movedWords(row, moved, '')) },
    );
  };
  return (
    <RefundDialogFrame
      title={text(`refunds.${key}-title`, { amount: format.money(row.amount) })}
      action={text(step === 'fail' ? 'refunds.mark-failed' : 'refunds.void')}
      danger
      pending={command.isPending}
      refusal={command.error}
      onAction={tell}
      onClose={onClose}
    >
      <p>{text(`refunds.${key}-help`)}</p>
      <TextField
        label={text(`refunds.${key}-reason`)}
        autoFocus
        value={reason}
        onChange={setReason}
        maxLength={300}
        error={isAsked && reason.trim() === '' ? text('refunds.reason-missing') : undefined}
      />
    </RefundDialogFrame>
  );
}
