import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { NewPin } from '../../ui/new-pin.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { PersonDialogProps } from './person.ts';
import { StaffForm } from './staff-form.tsx';

/** A new PIN for somebody. */
export function NewPinFor({ person: { id, name }, onClose }: PersonDialogProps) {
  const text = useText();
  const setPin = useCommand('staff.setPin');
  const [pin, change] = useState<string | null>(null);
  const [isJudged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (pin === null) return;
    setPin.mutate(
      { staffId: id, pin },
      {
        onSuccess: () => {
          toast(text('staff.pin-set', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <StaffForm
      title={text('staff.pin-title', { name })}
      action={text('staff.set-pin')}
      pending={setPin.isPending}
      error={setPin.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <NewPin
        value={pin}
        onChange={change}
        error={isJudged && pin === null ? text('secrets.pin-missing') : undefined}
      />
    </StaffForm>
  );
}
