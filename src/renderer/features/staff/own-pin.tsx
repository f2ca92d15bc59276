import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { NewPin } from '../../ui/new-pin.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { OwnForm } from './own-form.tsx';

/** A new PIN of one's own: with the password, or where there is none with the PIN so far. */
export function OwnPin({ hasPassword }: { readonly hasPassword: boolean }) {
  const text = useText();
  const changePin = useCommand('staff.changeOwnPin');
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState<string | null>(null);
  const [isJudged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (current === '' || pin === null) return;
    const changed = () => {
      toast(text('staff.own-pin-changed'), { tone: 'positive' });
      setCurrent('');
      setPin(null);
      setJudged(false);
    };
    changePin.mutate({ current, pin }, { onSuccess: changed });
  };
  return (
    <OwnForm
      action={text('staff.change-pin')}
      pending={changePin.isPending}
      error={changePin.error}
      onSubmit={submit}
    >
      <TextField
        type="password"
        autoComplete="current-password"
        label={text(hasPassword ? 'staff.own-pin-by-password' : 'staff.own-pin-by-pin')}
        value={current}
        onChange={setCurrent}
        error={isJudged && current === '' ? text('staff.own-current-missing') : undefined}
      />
      <NewPin
        value={pin}
        onChange={setPin}
        error={isJudged && pin === null ? text('secrets.pin-missing') : undefined}
      />
    </OwnForm>
  );
}
