import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useHandOut } from '../../bridge/use-hand-out.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import type { TenderChoice } from '../../ui/pay/pay-reducer.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CustomerField } from './customer-field.tsx';
import { type LooseLine, looseInput, looseProblem, looseTotal } from './loose-goods.ts';
import styles from './loose-ticket.module.css';

type LooseTicketProps = {
  readonly lines: readonly LooseLine[];
  readonly onDone: (outcome: Output<'returns.createWithoutReceipt'>) => void;
};

/** To whom and by what money goes back without a receipt, and whether it is within the cap. */
export function LooseTicket({ lines, onDone }: LooseTicketProps) {
  const { text, format } = useApp();
  const maySeeCustomers = useMay('see-customers');
  const form = useLooseForm(lines, onDone);
  const { tender, reference, refusal, total, cap } = form;
  useHotkeys([
    { keys: 'Enter', label: text('returns.step-settle'), run: form.giveBack, enabled: form.blocker === null },
  ]);
  return (
    <aside className={styles.ticket} aria-label={text('returns.ticket')}>
      <div className={styles.body}>
        {maySeeCustomers && <CustomerField value={form.customerId} onChange={form.setCustomerId} />}
        <Tenders form={form} />
        {tender && tender.kind !== 'cash' && (
          <TextField
            label={text('returns.reference', { tender: tender.name })}
            optional
            value={reference}
            onChange={form.setReference}
            maxLength={120}
            description={text('returns.reference-help')}
          />
        )}
        <TextField
          label={text('returns.note')}
          optional
          value={form.note}
          onChange={form.setNote}
          maxLength={500}
        />
        {refusal !== null && (
          <ProblemNote title={text('returns.refused-title')}>
            <Refused refusal={refusal} />
          </ProblemNote>
        )}
        {total > cap && (
          <ProblemNote tone="warning">{text('returns.above-cap', { cap: format.money(cap) })}</ProblemNote>
        )}
      </div>
      <Total total={total} cap={cap} given={form.given} />
      <Button
        size="touch"
        variant="primary"
        wide
        keys="Enter"
        pending={form.isPending}
        disabledReason={form.blocker ?? undefined}
        onPress={form.giveBack}
      >
        {tender?.kind === 'cash'
          ? text('returns.settle-give', { amount: format.money(form.given) })
          : text('returns.put-in-queue', { amount: format.money(total) })}
      </Button>
    </aside>
  );
}

type LooseForm = ReturnType<typeof useLooseForm>;

function useLooseForm(lines: readonly LooseLine[], onDone: LooseTicketProps['onDone']) {
  const { text, format } = useApp();
  const { returnCap: cap, pricesIncludeTax, taxRounding } = useShop();
  const answer = useApiQuery('shop.tenders', {});
  const command = useCommand('returns.createWithoutReceipt');
  const [tenderId, setTenderId] = useState<number | null>(null);
  const [customerId, setCustomerId] = useState<number | null>(null);
  const [reference, setReference] = useState('');
  const [note, setNote] = useState('');
  const tenders: readonly TenderChoice[] = answer.data ?? [];
  const tender = tenders.find((one) => one.id === tenderId) ?? tenders[0];
  const { total } = looseTotal(lines, { pricesIncludeTax, taxRounding });
  const given = useHandOut(null)(total);
  const blocker =
    lines.length === 0
      ? text('returns.choose-first')
      : lines.some((line) => looseProblem(line) !== null)
        ? text('returns.mend-first')
        : total > cap
          ? text('returns.above-cap', { cap: format.money(cap) })
          : null;
  const giveBack = () => {
    if (blocker !== null || !tender || command.isPending) return;
    command.mutate(
      {
        lines: looseInput(lines),
        customerId,
        tenderId: tender.id,
        reference: tender.kind === 'cash' ? '' : reference,
        note,
      },
      { onSuccess: onDone },
    );
  };
  return {
    ...{ tender, tenders, setTenderId, customerId, setCustomerId, reference, setReference, note, setNote },
    ...{ total, cap, given, blocker, giveBack },
    tendersError: answer.error,
    isPending: command.isPending,
    refusal: command.error,
  };
}

function Tenders({ form }: { readonly form: LooseForm }) {
  const text = useText();
  const errorText = useErrorText();
  const { tender, tenders, tendersError, setTenderId } = form;
  if (tendersError) {
    return <ProblemNote title={text('returns.tenders-unreadable')}>{errorText(tendersError)}</ProblemNote>;
  }
  return (
    <RadioCards
      label={text('returns.give-by')}
      layout="column"
      cards={tenders.map(({ id, name }) => ({ key: String(id), label: name }))}
      value={tender ? String(tender.id) : null}
      onChange={(key) => setTenderId(Number(key))}
    />
  );
}

function Refused({ refusal }: { readonly refusal: unknown }) {
  const errorText = useErrorText();
  return <p>{errorText(refusal)}</p>;
}

type TotalProps = { readonly total: Money; readonly cap: Money; readonly given: Money };

function Total({ total, cap, given }: TotalProps) {
  const { text, format } = useApp();
  const label = text('returns.to-give-back');
  return (
    <div className={styles.total}>
      <span className={styles.label}>
        <span>{label}</span>
        <span className={styles.detail}>
          {text('returns.of-cap', { total: format.amount(total), cap: format.money(cap) })}
        </span>
      </span>
      <output aria-label={label} className={styles.figure}>
        <MoneyText amount={total} size="total" />
      </output>
      {given !== total && (
        <span className={styles.detail}>{text('returns.in-coins', { amount: format.money(given) })}</span>
      )}
    </div>
  );
}
