import { type SubmitEvent, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import styles from './sign-in-form.module.css';
import type { Person, useSignIn } from './use-sign-in.ts';

type SignInFormProps = {
  readonly person: Person;
  readonly signIn: ReturnType<typeof useSignIn>;
  /** Back to the tiles; null where nobody else works here. */
  readonly onLeave: (() => void) | null;
  readonly onForgot: () => void;
};

/** One person's way in: PIN pad, or the password where it is asked first. */
export function SignInForm({ person, signIn, onLeave, onForgot }: SignInFormProps) {
  const text = useText();
  const { state, dispatch, send, pending } = signIn;
  const isOwner = person.role === 'owner';
  return (
    <div className={styles.form}>
      <header className={styles.person}>
        <Avatar name={person.name} size="large" />
        <h1 className={styles.name}>{person.name}</h1>
        <p className={styles.role}>{text(`session.role-${person.role}`)}</p>
      </header>
      {state.by === 'pin' ? (
        <PinPad
          label={text('ui.pin')}
          onPin={(pin) => send({ pin })}
          pending={pending}
          error={state.problem ?? undefined}
          wait={state.wait}
        />
      ) : (
        <PasswordForm signIn={signIn} isFirst={person.needsPassword} />
      )}
      <footer className={styles.links}>
        {onLeave && (
          <Button variant="quiet" size="small" onPress={onLeave} disabled={pending}>
            {text('session.not-me')}
          </Button>
        )}
        {isOwner && !person.needsPassword && (
          <Button
            variant="quiet"
            size="small"
            disabled={pending}
            onPress={() => dispatch({ kind: 'by', by: state.by === 'pin' ? 'password' : 'pin' })}
          >
            {text(state.by === 'pin' ? 'session.use-password' : 'session.use-pin')}
          </Button>
        )}
        {isOwner && (
          <Button variant="quiet" size="small" onPress={onForgot} disabled={pending}>
            {text('session.forgot')}
          </Button>
        )}
      </footer>
    </div>
  );
}

type PasswordFormProps = {
  readonly signIn: ReturnType<typeof useSignIn>;
  readonly isFirst: boolean;
};

function PasswordForm({ signIn: { state, dispatch, send, pending }, isFirst }: PasswordFormProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const seconds = useCountdown(state.wait);
  useEffect(() => {
    if (state.refusals > 0 && seconds === 0) field.current?.focus();
  }, [state.refusals, seconds]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (seconds > 0) return;
    if (state.password === '') dispatch({ kind: 'refused', problem: text('session.password-missing') });
    else send({ password: state.password });
  };
  const waiting = seconds > 0 ? text('session.wait', { count: seconds }) : undefined;
  return (
    <form className={styles.password} noValidate onSubmit={submit}>
      <TextField
        type="password"
        autoComplete="current-password"
        label={text('session.password')}
        description={isFirst ? text('session.password-first') : undefined}
        value={state.password}
        onChange={(password) => dispatch({ kind: 'type', password })}
        error={waiting ?? state.problem ?? undefined}
        readOnly={pending}
        inputRef={field}
        autoFocus
      />
      <Button type="submit" variant="primary" wide pending={pending} disabled={seconds > 0}>
        {text('session.sign-in')}
      </Button>
    </form>
  );
}
