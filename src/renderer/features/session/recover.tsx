import { ArrowLeft, CircleAlert } from 'lucide-react';
import type { SubmitEvent } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { NewPassword } from '../../ui/new-password.tsx';
import { NewPin } from '../../ui/new-pin.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NextCode } from './next-code.tsx';
import styles from './recover.module.css';
import { useRecover } from './use-recover.ts';

/** The owner's way back with the printed code: a new password and PIN, and then a new code. */
export function Recover({ onDone }: { readonly onDone: () => void }) {
  const text = useText();
  const { state, change, problems, refused, pending, submit } = useRecover();
  if (state.nextCode !== null) {
    return (
      <NextCode
        code={state.nextCode}
        kept={state.kept}
        onKept={(kept) => change({ kept, judged: false })}
        judged={state.judged}
        onDone={() => (state.kept ? onDone() : change({ judged: true }))}
      />
    );
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!pending) submit();
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <header className={styles.head}>
        <h1 className={styles.title}>{text('session.recover-title')}</h1>
        <p className={styles.intro}>{text('session.recover-intro')}</p>
      </header>
      <TextField
        label={text('session.recover-code')}
        description={text('session.recover-code-note')}
        value={state.code}
        onChange={(code) => change({ code })}
        error={problems.code}
        autoFocus
      />
      <div className={styles.sides}>
        <NewPassword
          label={text('session.recover-new-password')}
          value={state.password}
          onChange={(password) => change({ password })}
          judged={problems.password}
        />
        <NewPin value={state.pin} onChange={(pin) => change({ pin })} error={problems.pin} />
      </div>
      {refused !== null && (
        <p className={styles.refused} role="alert">
          <CircleAlert aria-hidden="true" />
          {refused}
        </p>
      )}
      <footer className={styles.footer}>
        <Button variant="quiet" icon={<ArrowLeft />} onPress={onDone} disabled={pending}>
          {text('session.recover-back')}
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          {text('session.recover')}
        </Button>
      </footer>
    </form>
  );
}
