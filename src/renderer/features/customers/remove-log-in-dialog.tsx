import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { RecordDialogProps } from './customer-record-dialogs.tsx';

/** Takes a customer's log-in away. */
export function RemoveLogInDialog({ customer: { id, name }, onClose }: RecordDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const remove = useCommand('customers.removeLogIn');
  const confirm = () =>
    remove.mutate(
      { customerId: id },
      {
        onSuccess: () => {
          toast(text('customers.log-in-removed', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('customers.log-in-remove-title', { name })}
      action={text('customers.log-in-remove')}
      danger
      pending={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{text('customers.log-in-remove-words', { name })}</p>
      {remove.error && <ProblemNote>{errorText(remove.error)}</ProblemNote>}
    </ConfirmDialog>
  );
}
