import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { RecordDialogProps } from './customer-record-dialogs.tsx';

/** Takes a customer out of the directory; it can be taken back where it is said to be done. */
export function ArchiveDialog({ customer: { id, name }, onClose }: RecordDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const setArchived = useCommand('customers.setArchived');
  const archive = () =>
    setArchived.mutate(
      { customerId: id, archived: true },
      {
        onSuccess: () => {
          toast(text('customers.archived-now', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('customers.archive-title', { name })}
      action={text('customers.archive')}
      keep={text('customers.erase-keep')}
      pending={setArchived.isPending}
      onConfirm={archive}
      onClose={onClose}
    >
      <p>{text('customers.archive-words', { name })}</p>
      {setArchived.error && <ProblemNote>{errorText(setArchived.error)}</ProblemNote>}
    </ConfirmDialog>
  );
}
