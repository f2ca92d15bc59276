import { type SubmitEvent, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCountdown } from '../../ui/use-countdown.ts';
import styles from './sign-in-form.module.css';
import type { SignInState } from './use-sign-in.ts';

type PasswordFormProps = {
  readonly signIn: {
    readonly state: SignInState;
    readonly dispatch: (
      action:
        | { readonly kind: 'refused'; readonly problem: string }
        | { readonly kind: 'type'; readonly password: string },
    ) => void;
    readonly send: (secret: { readonly password: string }) => void;
    readonly pending: boolean;
  };
  readonly label: string;
  readonly action: string;
  readonly description: string | undefined;
};

/** A person's password, with the reason of the last refusal and how long the next try waits. */
export function PasswordForm({ signIn, label, action, description }: PasswordFormProps) {
  const { state, dispatch, send, pending } = signIn;
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const seconds = useCountdown(state.wait);
  useEffect(() => {
    if (state.refusals > 0 && seconds === 0) field.current?.focus();
  }, [state.refusals, seconds]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
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
        label={label}
        description={description}
        value={state.password}
        onChange={(password) => dispatch({ kind: 'type', password })}
        error={waiting ?? state.problem ?? undefined}
        readOnly={pending}
        inputRef={field}
        autoFocus
      />
      <Button type="submit" variant="primary" wide pending={pending} disabled={seconds > 0}>
        {action}
      </Button>
    </form>
  );
}
