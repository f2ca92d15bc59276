import { useText } from '../../ui/app-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { PasswordForm } from './password-form.tsx';
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
        <PasswordForm
          signIn={signIn}
          label={text('session.password')}
          action={text('session.sign-in')}
          description={person.needsPassword ? text('session.password-first') : undefined}
        />
      )}
      <footer className={styles.links}>
        {onLeave && (
          <Button variant="quiet" size="small" onPress={onLeave} disabled={pending}>
            {text('session.not-me')}
          </Button>
        )}
        {person.hasPassword && !person.needsPassword && (
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
