import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import { StaffForm } from './staff-form.tsx';

/** Lets a person who left sign in again. */
export function EnablePerson({ person: { id, name }, onClose }: PersonDialogProps) {
  const text = useText();
  const setDisabled = useCommand('staff.setDisabled');
  const submit = () =>
    setDisabled.mutate(
      { staffId: id, disabled: false },
      {
        onSuccess: () => {
          toast(text('staff.enabled', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  return (
    <StaffForm
      title={text('staff.enable-title', { name })}
      action={text('staff.enable')}
      pending={setDisabled.isPending}
      error={setDisabled.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{text('staff.enable-what', { name })}</p>
    </StaffForm>
  );
}
