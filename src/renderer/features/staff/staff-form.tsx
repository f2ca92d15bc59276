import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, type DialogSize } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import styles from './staff-form.module.css';

type StaffFormProps = {
  readonly title: string;
  readonly action: string;
  readonly size?: DialogSize;
  readonly pending: boolean;
  /** What main says against it. */
  readonly error: unknown;
  readonly disabledReason?: string | undefined;
  readonly more?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A dialog that changes one thing of one person. */
export function StaffForm(props: StaffFormProps) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'small'}
      busy={props.pending}
      onSubmit={props.onSubmit}
      footer={
        <>
          {props.more}
          <Button onPress={props.onClose} disabled={props.pending}>
            {text('ui.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            pending={props.pending}
            disabledReason={props.disabledReason}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {props.children}
        {props.error !== null && props.error !== undefined && (
          <p className={styles.refused} role="alert">
            {errorText(props.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
