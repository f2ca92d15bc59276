import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-form.module.css';
import { KioskSheet } from './kiosk-sheet.tsx';

type SignInProps = { readonly next: 'choose' | 'check' | 'orders' };

/** Signs a customer in and goes on to where they were going; the basket stays. */
export function SignIn({ next }: SignInProps) {
  const text = useText();
  const errorText = useErrorText();
  const { dispatch } = useKiosk();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCommand('kiosk.signIn');
  const isReady = username.trim() !== '' && password !== '';
  const submit = (): void => {
    if (!isReady || signIn.isPending) return;
    signIn.mutate(
      { username: username.trim(), password },
      { onSuccess: () => dispatch({ kind: 'show', view: { name: next } }), onError: () => setPassword('') },
    );
  };
  return (
    <KioskSheet
      title={text('kiosk.sign-in-title')}
      onBack={() => dispatch({ kind: 'show', view: { name: 'choose' } })}
    >
      <form
        className={styles.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          size="touch"
          label={text('kiosk.username')}
          value={username}
          onChange={setUsername}
          maxLength={60}
          autoFocus
        />
        <TextField
          size="touch"
          type="password"
          label={text('kiosk.password')}
          value={password}
          onChange={setPassword}
          maxLength={256}
          error={signIn.error ? errorText(signIn.error) : undefined}
        />
        <div className={joinClasses(styles.actions, styles.shared)}>
          <Button size="touch" variant="primary" type="submit" pending={signIn.isPending} disabled={!isReady}>
            {text('kiosk.sign-in')}
          </Button>
          <Button size="touch" onPress={() => dispatch({ kind: 'show', view: { name: 'register', next } })}>
            {text('kiosk.register')}
          </Button>
        </div>
      </form>
    </KioskSheet>
  );
}
