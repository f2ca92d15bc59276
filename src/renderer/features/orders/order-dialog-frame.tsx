import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, type DialogSize } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './order-dialog-frame.module.css';

type OrderDialogFrameProps = {
  readonly title: string;
  readonly size?: DialogSize;
  readonly children: ReactNode;
  /** The verb with its object. */
  readonly action: string;
  readonly danger?: boolean;
  readonly onAction: () => void;
  /** What not doing it is called, where "Cancel" would say two things. */
  readonly keep?: string;
  readonly pending: boolean;
  /** Why it was refused, above what was typed. */
  readonly refusal: string | null;
  readonly onClose: () => void;
};

/** A dialog over one order: a few fields and one verb. What was typed stays when it is refused. */
export function OrderDialogFrame(props: OrderDialogFrameProps) {
  const text = useText();
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'small'}
      busy={props.pending}
      onSubmit={props.onAction}
      footer={
        <div className={styles.footer}>
          <Button onPress={props.onClose} disabled={props.pending}>
            {props.keep ?? text('ui.cancel')}
          </Button>
          <Button type="submit" variant={props.danger ? 'danger' : 'primary'} pending={props.pending}>
            {props.action}
          </Button>
        </div>
      }
    >
      <div className={styles.form}>
        {props.refusal !== null && <ProblemNote>{props.refusal}</ProblemNote>}
        {props.children}
      </div>
    </Dialog>
  );
}
