import { passwordProblem } from '../../shared/domain/password.ts';
import { passwordStrength } from '../../shared/domain/password-strength.ts';
import type { AppText } from '../../shared/text/english.ts';
import { useText } from './app-context.tsx';
import { TextField } from './text-field.tsx';

type NewPasswordProps = {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Says at once what is wrong; before, only how good it is. */
  readonly judged: boolean;
  readonly autoFocus?: boolean;
  readonly size?: 'normal' | 'touch';
};

/** A password that somebody chooses, with a word on how good it is. */
export function NewPassword({ label, value, onChange, judged, autoFocus = false, size }: NewPasswordProps) {
  const text = useText();
  const problem = newPasswordProblem(value, text);
  return (
    <TextField
      type="password"
      size={size ?? 'normal'}
      autoComplete="new-password"
      label={label ?? text('secrets.password')}
      value={value}
      onChange={onChange}
      maxLength={256}
      autoFocus={autoFocus}
      error={judged ? (problem ?? undefined) : undefined}
      description={
        problem === null ? text(`secrets.password-${passwordStrength(value)}`) : text('secrets.password-note')
      }
    />
  );
}

/** What is wrong with a password, in words; null for nothing. */
export function newPasswordProblem(value: string, text: AppText): string | null {
  if (value === '') return text('secrets.password-missing');
  switch (passwordProblem(value)) {
    case null:
      return null;
    case 'too-short':
      return text('secrets.password-too-short');
    case 'too-long':
      return text('secrets.password-too-long');
    case 'too-common':
      return text('secrets.password-too-common');
    case 'only-repeats':
      return text('secrets.password-repeats');
  }
}
