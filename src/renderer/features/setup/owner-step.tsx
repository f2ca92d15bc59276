import { useText } from '../../ui/app-context.tsx';
import { NewPassword } from '../../ui/new-password.tsx';
import { NewPin } from '../../ui/new-pin.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './fields.module.css';
import { StepHead } from './step-head.tsx';
import type { Setup } from './use-setup.ts';

/** Who may do everything here: name, password and PIN. */
export function OwnerStep({ setup }: { readonly setup: Setup }) {
  const text = useText();
  const { draft, dispatch, problems } = setup;
  return (
    <>
      <StepHead title={text('setup.owner-title')} intro={text('setup.owner-intro')} />
      <div className={styles.sides}>
        <div className={styles.column}>
          <TextField
            label={text('setup.owner-name')}
            value={draft.ownerName}
            onChange={(ownerName) => dispatch({ kind: 'change', change: { ownerName } })}
            error={problems.ownerName}
            autoFocus
            autoComplete="name"
          />
          <NewPassword
            value={draft.password}
            onChange={(password) => dispatch({ kind: 'change', change: { password } })}
            judged={problems.password !== undefined}
          />
        </div>
        <NewPin
          value={draft.pin}
          onChange={(pin) => dispatch({ kind: 'change', change: { pin } })}
          error={problems.pin}
        />
      </div>
    </>
  );
}
