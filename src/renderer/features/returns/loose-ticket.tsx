import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CustomerField } from './customer-field.tsx';
import styles from './loose-ticket.module.css';
import type { LooseForm } from './use-loose-form.ts';

/** To whom and by what money goes back without a receipt, and whether it is within the cap. */
export function LooseTicket({ form }: { readonly form: LooseForm }) {
  const { text, format } = useApp();
  const maySeeCustomers = useMay('see-customers');
  const { tender, total, cap } = form;
  useHotkeys([{ keys: 'Enter', label: text('returns.step-settle'), run: form.ask }]);
  return (
    <aside className={styles.ticket} aria-label={text('returns.ticket')}>
      <div className={styles.body}>
        {maySeeCustomers && <CustomerField value={form.customerId} onChange={form.setCustomerId} />}
        <Tenders form={form} />
        {tender && !form.isCash && (
          <TextField
            label={text('returns.reference', { tender: tender.name })}
            optional
            value={form.reference}
            onChange={form.setReference}
            onCommit={form.ask}
            maxLength={120}
            description={text('returns.reference-help')}
          />
        )}
        <TextField
          label={text('returns.note')}
          optional
          value={form.note}
          onChange={form.setNote}
          onCommit={form.ask}
          maxLength={500}
        />
        {form.refusal !== null && <Refused refusal={form.refusal} />}
        {total > cap && (
          <ProblemNote tone="warning">{text('returns.above-cap', { cap: format.money(cap) })}</ProblemNote>
        )}
      </div>
      <Total form={form} />
      <Button
        size="touch"
        variant="primary"
        wide
        keys="Enter"
        disabledReason={form.blocker ?? undefined}
        onPress={form.ask}
      >
        {text('returns.settle-give', { amount: format.money(form.isCash ? form.given : total) })}
      </Button>
      <Confirm form={form} />
    </aside>
  );
}

/** Says once more what happens: nobody can look up what such goods were sold for. */
function Confirm({ form }: { readonly form: LooseForm }) {
  const { text, format } = useApp();
  const { tender, items, isCash } = form;
  const amount = format.money(isCash ? form.given : form.total);
  return (
    <ConfirmDialog
      open={form.isAsking}
      title={text('returns.loose-title')}
      action={text(isCash ? 'returns.hand-out-amount' : 'returns.put-in-queue', { amount })}
      keep={text('ui.back')}
      pending={form.isPending}
      onConfirm={form.giveBack}
      onClose={form.stay}
    >
      {`${text('returns.loose-items', { count: items })} ${text(
        isCash ? 'returns.loose-cash' : 'returns.loose-queue',
        { amount, tender: tender?.name ?? '' },
      )}`}
    </ConfirmDialog>
  );
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
  const text = useText();
  const errorText = useErrorText();
  return (
    <ProblemNote title={text('returns.refused-title')}>
      <p>{errorText(refusal)}</p>
    </ProblemNote>
  );
}

function Total({ form }: { readonly form: LooseForm }) {
  const { text, format } = useApp();
  const { total, cap, given, isCash } = form;
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
      {isCash && given !== total && (
        <span className={styles.detail}>{text('returns.in-coins', { amount: format.money(given) })}</span>
      )}
    </div>
  );
}
