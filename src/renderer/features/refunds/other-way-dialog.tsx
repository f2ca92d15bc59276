import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useHandOut } from '../../bridge/use-hand-out.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { HandOutFigure } from './hand-out-figure.tsx';
import { ReferenceField } from './reference-field.tsx';
import { RefundDialogFrame, type StepDialogProps } from './refund-dialog-frame.tsx';
import { useMovedWords } from './use-moved-words.ts';

/** Gives money back by another tender than it came by: a card that is gone, a customer who wants cash. */
export function OtherWayDialog({ row, onDone, onClose }: StepDialogProps) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const movedWords = useMovedWords();
  const given = useHandOut(row.orderId)(row.amount);
  const answer = useApiQuery('shop.tenders', {});
  const command = useCommand('refunds.initiate');
  const [chosen, setChosen] = useState<number | null>(null);
  const [reference, setReference] = useState('');
  const tenders = (answer.data ?? []).filter((one) => one.id !== row.tenderId);
  const tender = tenders.find((one) => one.id === chosen) ?? tenders[0];
  const isCash = tender?.kind === 'cash';
  const give = () => {
    if (!tender) return;
    command.mutate(
      { refundId: row.refundId, tenderId: tender.id, reference: isCash ? '' : reference },
      { onSuccess: (moved) => onDone(movedWords(row, moved, tender.name)) },
    );
  };
  return (
    <RefundDialogFrame
      title={text('refunds.other-way-title', { amount: format.money(row.amount) })}
      action={
        isCash
          ? text('refunds.hand-out-amount', { amount: format.money(given) })
          : text('refunds.initiate-refund')
      }
      pending={command.isPending}
      refusal={command.error}
      onAction={give}
      onClose={onClose}
    >
      <p>{text('refunds.other-way-came', { tender: row.tenderName })}</p>
      {answer.error && (
        <ProblemNote title={text('refunds.tenders-unreadable')}>{errorText(answer.error)}</ProblemNote>
      )}
      {answer.isPending && <Skeleton height="8rem" />}
      {tender && (
        <RadioCards
          label={text('refunds.other-way-tender')}
          layout="column"
          cards={tenders.map(({ id, name }) => ({ key: String(id), label: name }))}
          value={String(tender.id)}
          onChange={(key) => setChosen(Number(key))}
        />
      )}
      {isCash && <HandOutFigure amount={row.amount} given={given} />}
      {tender && !isCash && <ReferenceField value={reference} onChange={setReference} />}
    </RefundDialogFrame>
  );
}
