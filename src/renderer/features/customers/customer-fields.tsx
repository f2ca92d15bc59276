import { useText } from '../../ui/app-context.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { longest } from './customer-draft.ts';
import styles from './customer-fields.module.css';
import { SimilarHint } from './similar-hint.tsx';
import type { useCustomerForm } from './use-customer-form.ts';

type CustomerFieldsProps = { readonly form: ReturnType<typeof useCustomerForm> };

/** Name, telephone, e-mail, address and note of a customer. */
export function CustomerFields({ form }: CustomerFieldsProps) {
  const text = useText();
  const { draft, errorOf, type } = form;
  return (
    <div className={styles.form}>
      <TextField
        label={text('customers.name')}
        value={draft.name}
        onChange={type('name')}
        error={errorOf('name')}
        maxLength={longest.name}
        autoFocus
      />
      <div className={styles.pair}>
        <TextField
          label={text('customers.phone')}
          type="tel"
          value={draft.phone}
          onChange={type('phone')}
          error={errorOf('phone')}
          maxLength={longest.phone}
          optional
        />
        <TextField
          label={text('customers.email')}
          type="email"
          value={draft.email}
          onChange={type('email')}
          error={errorOf('email')}
          maxLength={longest.email}
          optional
        />
      </div>
      <SimilarHint phone={draft.phone} email={draft.email} exceptId={form.customerId} />
      <TextArea
        label={text('customers.address')}
        value={draft.address}
        onChange={type('address')}
        error={errorOf('address')}
        maxLength={longest.address}
        optional
      />
      <TextArea
        label={text('customers.note')}
        description={text('customers.note-help')}
        value={draft.note}
        onChange={type('note')}
        error={errorOf('note')}
        maxLength={longest.note}
        rows={2}
        optional
      />
      {form.refusal !== null && (
        <p role="alert" className={styles.refusal}>
          {form.refusal}
        </p>
      )}
    </div>
  );
}
