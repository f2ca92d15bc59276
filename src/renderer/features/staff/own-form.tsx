import type { ReactNode, SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import styles from './own-part.module.css';

type OwnFormProps = {
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A form in the page that changes something of one's own. */
export function OwnForm({ action, pending, error, onSubmit, children }: OwnFormProps) {
  const errorText = useErrorText();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {children}
      {error !== null && error !== undefined && (
        <p className={styles.refused} role="alert">
          {errorText(error)}
        </p>
      )}
      <div className={styles.action}>
        <Button type="submit" pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  );
}
