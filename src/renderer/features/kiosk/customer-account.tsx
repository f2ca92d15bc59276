import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-form.module.css';
import { KioskSheet } from './kiosk-sheet.tsx';
import { KioskWaiting } from './kiosk-waiting.tsx';

/** What the shop knows of the customer, for them to change. */
export function CustomerAccount() {
  const text = useText();
  const { dispatch } = useKiosk();
  const profile = useApiQuery('kiosk.profile', {});
  return (
    <KioskSheet
      title={text('kiosk.account-title')}
      onBack={() => dispatch({ kind: 'show', view: { name: 'choose' } })}
    >
      {profile.data ? (
        <>
          <OwnData profile={profile.data} />
          <OwnPassword />
        </>
      ) : (
        <KioskWaiting query={profile} />
      )}
    </KioskSheet>
  );
}

function OwnData({ profile }: { readonly profile: Output<'kiosk.profile'> }) {
  const text = useText();
  const errorText = useErrorText();
  const [name, setName] = useState(profile.name);
  const [phone, setPhone] = useState(profile.phone);
  const [address, setAddress] = useState(profile.address);
  const update = useCommand('kiosk.updateProfile');
  const isWhole = [name, phone, address].every((value) => value.trim() !== '');
  const save = (): void => {
    if (isWhole)
      update.mutate({ name, phone, address }, { onSuccess: () => void toast(text('kiosk.saved')) });
  };
  const missing = (value: string, sentence: string) => (value.trim() === '' ? sentence : undefined);
  return (
    <div className={styles.card}>
      <TextField
        size="touch"
        label={text('kiosk.username')}
        value={profile.username}
        onChange={() => {}}
        readOnly
      />
      <TextField
        size="touch"
        label={text('kiosk.name')}
        value={name}
        onChange={setName}
        maxLength={160}
        error={missing(name, text('kiosk.name-missing'))}
      />
      <TextField
        size="touch"
        label={text('kiosk.phone')}
        value={phone}
        onChange={setPhone}
        maxLength={60}
        error={missing(phone, text('kiosk.phone-missing'))}
      />
      <TextArea
        size="touch"
        label={text('kiosk.address')}
        value={address}
        onChange={setAddress}
        maxLength={400}
        error={missing(address, text('kiosk.address-missing'))}
      />
      {update.error && (
        <p className={styles.problem} role="alert">
          {errorText(update.error)}
        </p>
      )}
      <Button size="touch" variant="primary" pending={update.isPending} disabled={!isWhole} onPress={save}>
        {text('kiosk.save')}
      </Button>
    </div>
  );
}

function OwnPassword() {
  const text = useText();
  const errorText = useErrorText();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useCommand('kiosk.changePassword');
  const isReady = current !== '' && newPasswordProblem(password, text) === null;
  const submit = (): void => {
    change.mutate(
      { current, password },
      {
        onSuccess: () => void toast(text('kiosk.password-changed')),
        onSettled: () => {
          setCurrent('');
          setPassword('');
        },
      },
    );
  };
  return (
    <div className={styles.card}>
      <TextField
        size="touch"
        type="password"
        label={text('kiosk.current-password')}
        value={current}
        onChange={setCurrent}
        maxLength={256}
        error={change.error ? errorText(change.error) : undefined}
      />
      <NewPassword
        size="touch"
        label={text('kiosk.new-password')}
        value={password}
        onChange={setPassword}
        judged={false}
      />
      <Button size="touch" pending={change.isPending} disabled={!isReady} onPress={submit}>
        {text('kiosk.change-password')}
      </Button>
    </div>
  );
}
