import { BringBack } from '../../bring-back/bring-back.tsx';
import { useText } from '../../ui/app-context.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './fields.module.css';
import { StepHead } from './step-head.tsx';
import type { Setup } from './use-setup.ts';

/** What stands at the head of a receipt. */
export function ShopStep({ setup }: { readonly setup: Setup }) {
  const text = useText();
  const { draft, dispatch, problems } = setup;
  return (
    <>
      <StepHead title={text('setup.shop-title')} intro={text('setup.shop-intro')} />
      <div className={styles.column}>
        <TextField
          label={text('setup.shop-name')}
          value={draft.name}
          onChange={(name) => dispatch({ kind: 'change', change: { name } })}
          error={problems.name}
          autoFocus
          autoComplete="organization"
        />
        <TextArea
          label={text('setup.shop-address')}
          description={text('setup.shop-address-note')}
          value={draft.address}
          onChange={(address) => dispatch({ kind: 'change', change: { address } })}
          error={problems.address}
          rows={3}
          optional
        />
        <TextField
          type="tel"
          label={text('setup.shop-phone')}
          value={draft.phone}
          onChange={(phone) => dispatch({ kind: 'change', change: { phone } })}
          error={problems.phone}
          optional
          autoComplete="tel"
        />
        <section className={styles.already}>
          <h2>{text('bring-back.first-title')}</h2>
          <p>{text('bring-back.first-note')}</p>
          <BringBack at="first" />
        </section>
      </div>
    </>
  );
}
