import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './refund-dialog-frame.module.css';
import type { RefundRow } from './use-refund-list.ts';

/** What every dialog about one refund is given. */
export type StepDialogProps = {
  readonly row: RefundRow;
  /** Says what became of it. */
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
};

type RefundDialogFrameProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** The verb that Enter does. */
  readonly action: string;
  readonly danger?: boolean;
  readonly pending: boolean;
  /** Why main did not do it; what was typed stays. */
  readonly refusal: unknown;
  readonly onAction: () => void;
  readonly onClose: () => void;
};

/** A small dialog about one refund or several: what will happen, a field or two, one verb. */
export function RefundDialogFrame(props: RefundDialogFrameProps) {
  const { danger = false, pending, refusal } = props;
  const text = useText();
  const errorText = useErrorText();
  return (
    <Dialog
      open
      size="small"
      title={props.title}
      onClose={props.onClose}
      busy={pending}
      onSubmit={props.onAction}
      footer={
        <>
          <Button onPress={props.onClose} disabled={pending}>
            {text(danger ? 'refunds.keep' : 'ui.cancel')}
          </Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} pending={pending}>
            {props.action}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        {refusal != null && (
          <ProblemNote title={text('refunds.refused-title')}>
            <p>{errorText(refusal)}</p>
          </ProblemNote>
        )}
        {props.children}
      </div>
    </Dialog>
  );
}
