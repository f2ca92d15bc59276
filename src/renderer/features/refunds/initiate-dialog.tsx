import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useHandOut } from '../../bridge/use-hand-out.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { HandOutFigure } from './hand-out-figure.tsx';
import { ReferenceField } from './reference-field.tsx';
import { RefundDialogFrame, type StepDialogProps } from './refund-dialog-frame.tsx';
import { useMovedWords } from './use-moved-words.ts';

/** Sends money back to the bank, with the number it gives where there is one yet; or hands out cash. */
export function InitiateDialog({ row, onDone, onClose }: StepDialogProps) {
  const text = useText();
  const format = useFormat();
  const movedWords = useMovedWords();
  const given = useHandOut(row.orderId)(row.amount);
  const command = useCommand('refunds.initiate');
  const [reference, setReference] = useState(row.reference ?? '');
  const isCash = row.tenderKind === 'cash';
  const amount = format.money(row.amount);
  const initiate = () =>
    command.mutate(
      { refundId: row.refundId, tenderId: null, reference },
      { onSuccess: (moved) => onDone(movedWords(row, moved, row.tenderName)) },
    );
  return (
    <RefundDialogFrame
      title={isCash ? text('refunds.hand-out-title') : text('refunds.initiate-title', { amount })}
      action={
        isCash
          ? text('refunds.hand-out-amount', { amount: format.money(given) })
          : text('refunds.initiate-refund')
      }
      pending={command.isPending}
      refusal={command.error}
      onAction={initiate}
      onClose={onClose}
    >
      {isCash ? (
        <>
          <HandOutFigure amount={row.amount} given={given} />
          <p>{text('refunds.hand-out-help')}</p>
        </>
      ) : (
        <>
          <p>{text('refunds.initiate-help', { amount, tender: row.tenderName })}</p>
          <ReferenceField value={reference} onChange={setReference} />
        </>
      )}
    </RefundDialogFrame>
  );
}
