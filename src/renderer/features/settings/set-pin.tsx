import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NewPin } from '../../ui/new-pin.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './staff-settings.module.css';

type SetPinProps = {
  readonly person: { readonly id: number; readonly name: string };
  readonly onClose: () => void;
};

/** Gives a person a new PIN. */
export function SetPin({ person: { id, name }, onClose }: SetPinProps) {
  const text = useText();
  const errorText = useErrorText();
  const setPin = useCommand('staff.setPin');
  const [pin, change] = useState<string | null>(null);
  const [judged, setJudged] = useState(false);
  const submit = () => {
    setJudged(true);
    if (pin === null) return;
    setPin.mutate(
      { staffId: id, pin },
      {
        onSuccess: () => {
          toast(text('settings.set-pin-done', { name }), { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('settings.set-pin-title', { name })}
      size="small"
      busy={setPin.isPending}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose} disabled={setPin.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={setPin.isPending}>
            {text('settings.set-pin')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <NewPin
          value={pin}
          onChange={change}
          error={judged && pin === null ? text('secrets.pin-missing') : undefined}
        />
        {setPin.error && (
          <p className={styles.refused} role="alert">
            {errorText(setPin.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
