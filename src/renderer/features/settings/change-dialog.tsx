import type { ReactNode } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, type DialogSize } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './section.module.css';

type ChangeDialogProps = {
  readonly title: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly keep?: string;
  readonly size?: DialogSize;
  readonly pending: boolean;
  /** What main says against it, in words; null where it says nothing, or a field says it. */
  readonly refused: string | null;
  /** What somebody else saved meanwhile, and how to go on all the same. */
  readonly overtaken?: Overtaken | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

export type Overtaken = {
  readonly title: string;
  /** What it says by now. */
  readonly now: string;
  readonly onKeepMine: () => void;
};

/** A dialog that changes one thing of the settings. While somebody else's change is unread nothing is saved. */
export function ChangeDialog(props: ChangeDialogProps) {
  const text = useText();
  const overtaken = props.overtaken ?? null;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'small'}
      busy={props.pending}
      onSubmit={() => {
        if (overtaken === null) props.onSubmit();
      }}
      footer={
        <>
          <Button onPress={props.onClose} disabled={props.pending}>
            {props.keep ?? text('ui.cancel')}
          </Button>
          <Button
            type="submit"
            variant={props.danger ? 'danger' : 'primary'}
            pending={props.pending}
            disabledReason={overtaken === null ? undefined : text('settings.overtaken-first')}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {props.children}
        {overtaken !== null && (
          <ProblemNote
            tone="warning"
            title={overtaken.title}
            action={
              <Button size="small" onPress={overtaken.onKeepMine}>
                {text('settings.keep-mine-dialog')}
              </Button>
            }
          >
            <p>{overtaken.now}</p>
          </ProblemNote>
        )}
        {overtaken === null && props.refused !== null && <ProblemNote>{props.refused}</ProblemNote>}
      </div>
    </Dialog>
  );
}
