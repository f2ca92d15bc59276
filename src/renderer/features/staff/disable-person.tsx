import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import styles from './staff-form.module.css';

/** Takes a person off the lock screen. */
export function DisablePerson({ person: { id, name }, onClose }: PersonDialogProps) {
  const text = useText();
  const errorText = useErrorText();
  const setDisabled = useCommand('staff.setDisabled');
  const disable = () =>
    setDisabled.mutate(
      { staffId: id, disabled: true },
      {
        onSuccess: () => {
          toast(text('staff.disabled', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      title={text('staff.disable-title', { name })}
      action={text('staff.disable')}
      keep={text('staff.disable-keep', { name })}
      danger
      pending={setDisabled.isPending}
      onConfirm={disable}
      onClose={onClose}
    >
      <p>{text('staff.disable-what', { name })}</p>
      {setDisabled.error && (
        <p className={styles.refused} role="alert">
          {errorText(setDisabled.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
