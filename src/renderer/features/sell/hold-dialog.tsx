import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import styles from './sell-form.module.css';
import { useHold } from './use-hold.ts';

/** Puts the cart aside under a name, so that the next customer can be served. */
export function HoldDialog() {
  const text = useText();
  const errorText = useErrorText();
  const { customerId, lines } = useSell().state.cart;
  const customer = useApiQuery(
    'customers.get',
    { customerId: customerId ?? 0 },
    { enabled: customerId !== null },
  ).data;
  const [typed, setTyped] = useState<string | null>(null);
  const { hold, isPending, error } = useHold();
  const label = typed ?? customer?.name.slice(0, 80) ?? '';
  const save = () => {
    const named = label.trim() || (lines[0]?.name ?? '').slice(0, 80);
    hold(named).then(
      () => void toast(text('sell.cart-held', { label: named })),
      () => undefined,
    );
  };
  return (
    <SellDialogFrame
      title={text('sell.hold-title')}
      action={text('sell.hold-now')}
      onAction={save}
      pending={isPending}
    >
      <div className={styles.form}>
        {error && <ProblemNote>{errorText(error)}</ProblemNote>}
        <TextField
          label={text('sell.hold-label')}
          optional
          size="touch"
          autoFocus
          value={label}
          onChange={setTyped}
          maxLength={80}
          placeholder={text('sell.hold-example')}
        />
      </div>
    </SellDialogFrame>
  );
}
