import type { ReactNode } from 'react';
import { useText } from './app-context.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export type ConfirmDialogProps = {
  readonly open: boolean;
  /** The verb with its object, as a question of fact: "Cancel order 1042". */
  readonly title: string;
  /** What will happen, in full: what goes back, what cannot be undone. */
  readonly children: ReactNode;
  /** The same verb: "Cancel order". */
  readonly action: string;
  /** What not doing it is called: "Keep order". */
  readonly keep?: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Says what will happen and offers the verb. The safe button has the focus when it is dangerous. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { danger = false, pending = false } = props;
  const text = useText();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      size="small"
      role="alertdialog"
      busy={pending}
      footer={
        <>
          <Button onPress={props.onClose} disabled={pending} autoFocus={danger}>
            {props.keep ?? text('ui.cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            onPress={props.onConfirm}
            pending={pending}
            autoFocus={!danger}
          >
            {props.action}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
