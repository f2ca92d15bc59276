import { useState } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useSimilarCustomers } from '../../bridge/use-similar-customers.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SellDialogFrame } from './sell-dialog.tsx';
import styles from './sell-form.module.css';

type NewCustomerFormProps = {
  /** What was searched for: a name, or a number where it has digits only. */
  readonly typed: string;
  readonly onBack: () => void;
  /** The new customer, or somebody who was there already. */
  readonly onCreated: (customerId: number) => void;
};

const isNumber = (typed: string): boolean => /^[+\d][\d\s()/.-]{4,}$/u.test(typed);

type Draft = Input<'customers.create'>;

/** A new customer, created and taken into the cart. What is typed stays through a refusal. */
export function NewCustomerForm({ typed, onBack, onCreated }: NewCustomerFormProps) {
  const text = useText();
  const errorText = useErrorText();
  const create = useCommand('customers.create');
  const [draft, setDraft] = useState<Draft>(() => ({
    name: isNumber(typed) ? '' : typed,
    phone: isNumber(typed) ? typed : '',
    email: '',
    address: '',
    note: '',
  }));
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const isNameless = draft.name.trim() === '';
  const save = () => {
    setAsked(true);
    if (!isNameless) create.mutate(draft, { onSuccess: ({ customerId }) => onCreated(customerId) });
  };
  return (
    <SellDialogFrame
      title={text('sell.new-customer')}
      size="medium"
      action={text('sell.save-customer')}
      onAction={save}
      pending={create.isPending}
      more={
        <Button variant="quiet" onPress={onBack} disabled={create.isPending}>
          {text('sell.back-to-search')}
        </Button>
      }
    >
      <div className={styles.form}>
        {create.error && <ProblemNote>{errorText(create.error)}</ProblemNote>}
        <CustomerFields draft={draft} isNameMissing={isAsked && isNameless} onChange={set} />
        <KnownAlready draft={draft} onChoose={onCreated} />
      </div>
    </SellDialogFrame>
  );
}

type CustomerFieldsProps = {
  readonly draft: Draft;
  readonly isNameMissing: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
};

function CustomerFields({ draft, isNameMissing, onChange }: CustomerFieldsProps) {
  const text = useText();
  return (
    <>
      <TextField
        label={text('sell.customer-name')}
        autoFocus
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={160}
        error={isNameMissing ? text('sell.customer-name-missing') : undefined}
      />
      <div className={styles.pair}>
        <TextField
          label={text('sell.customer-phone')}
          optional
          type="tel"
          value={draft.phone}
          onChange={(phone) => onChange({ phone })}
          maxLength={60}
        />
        <TextField
          label={text('sell.customer-email')}
          optional
          type="email"
          value={draft.email}
          onChange={(email) => onChange({ email })}
          maxLength={160}
        />
      </div>
      <TextArea
        label={text('sell.customer-address')}
        optional
        rows={2}
        value={draft.address}
        onChange={(address) => onChange({ address })}
        maxLength={400}
      />
    </>
  );
}

type KnownAlreadyProps = { readonly draft: Draft; readonly onChoose: (customerId: number) => void };

/** Somebody has this number or address already: one press takes them instead of writing them down twice. */
function KnownAlready({ draft, onChoose }: KnownAlreadyProps) {
  const text = useText();
  const similar = useSimilarCustomers(draft.phone, draft.email, null);
  return similar.map(({ id, name, by }) => (
    <ProblemNote
      key={id}
      tone="warning"
      action={
        <Button size="small" onPress={() => onChoose(id)}>
          {text('sell.take-customer')}
        </Button>
      }
    >
      {text(`sell.known-by-${by}`, { name })}
    </ProblemNote>
  ));
}
