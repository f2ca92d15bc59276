import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './kiosk-form.module.css';

/** The way back for people who work here: nobody is shown to choose from. Main shows the till when it fits. */
export function StaffCorner({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const leave = useCommand('kiosk.leave');
  const isReady = name.trim() !== '' && secret !== '';
  const submit = (): void => {
    if (isReady) leave.mutate({ name: name.trim(), secret }, { onError: () => setSecret('') });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('kiosk.staff-title')}
      onSubmit={submit}
      busy={leave.isPending}
      footer={
        <>
          <Button size="touch" onPress={onClose} disabled={leave.isPending}>
            {text('kiosk.back')}
          </Button>
          <Button size="touch" variant="primary" type="submit" pending={leave.isPending} disabled={!isReady}>
            {text('kiosk.staff-action')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <p>{text('kiosk.staff-text')}</p>
        <TextField
          size="touch"
          label={text('kiosk.staff-name')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
        />
        <TextField
          size="touch"
          type="password"
          label={text('kiosk.staff-secret')}
          value={secret}
          onChange={setSecret}
          maxLength={256}
          error={leave.error ? errorText(leave.error) : undefined}
        />
      </div>
    </Dialog>
  );
}
