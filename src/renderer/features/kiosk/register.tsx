import { useState } from 'react';
import type { AppText } from '../../../shared/text/english.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useKiosk } from './kiosk-context.tsx';
import styles from './kiosk-form.module.css';
import { KioskSheet } from './kiosk-sheet.tsx';

const usernameForm = /^[\p{L}\p{N}._@-]{3,60}$/u;
const blank = { username: '', password: '', name: '', phone: '', address: '' };

type RegisterProps = { readonly next: 'choose' | 'check' | 'orders' };
type Draft = typeof blank;

/** A new customer: what the shop needs to bring things, and a log-in. */
export function Register({ next }: RegisterProps) {
  const text = useText();
  const { dispatch } = useKiosk();
  const [draft, setDraft] = useState(blank);
  const [isJudged, setJudged] = useState(false);
  const register = useCommand('kiosk.register');
  const submit = (): void => {
    setJudged(true);
    if (!isWhole(draft, text) || register.isPending) return;
    const input = { ...draft, username: draft.username.trim() };
    register.mutate(input, { onSuccess: () => dispatch({ kind: 'show', view: { name: next } }) });
  };
  return (
    <KioskSheet
      title={text('kiosk.register-title')}
      onBack={() => dispatch({ kind: 'show', view: { name: 'sign-in', next } })}
    >
      <form
        className={styles.card}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ContactFields draft={draft} isJudged={isJudged} onChange={setDraft} />
        <LogInFields draft={draft} isJudged={isJudged} onChange={setDraft} error={register.error} />
        <Button size="touch" variant="primary" type="submit" pending={register.isPending}>
          {text('kiosk.register-action')}
        </Button>
      </form>
    </KioskSheet>
  );
}

function isWhole({ username, password, name, phone, address }: Draft, text: AppText): boolean {
  const isFilled = [name, phone, address].every((value) => value.trim() !== '');
  return isFilled && usernameForm.test(username.trim()) && newPasswordProblem(password, text) === null;
}

type FieldsProps = {
  readonly draft: Draft;
  readonly isJudged: boolean;
  readonly onChange: (draft: Draft) => void;
};

function ContactFields({ draft, isJudged, onChange }: FieldsProps) {
  const text = useText();
  const set = (field: keyof Draft) => (value: string) => onChange({ ...draft, [field]: value });
  const missing = (field: 'name' | 'phone' | 'address'): string | undefined =>
    isJudged && draft[field].trim() === '' ? text(`kiosk.${field}-missing`) : undefined;
  return (
    <>
      <TextField
        size="touch"
        label={text('kiosk.name')}
        value={draft.name}
        onChange={set('name')}
        maxLength={160}
        error={missing('name')}
        autoFocus
      />
      <TextField
        size="touch"
        label={text('kiosk.phone')}
        value={draft.phone}
        onChange={set('phone')}
        maxLength={60}
        error={missing('phone')}
      />
      <TextArea
        size="touch"
        label={text('kiosk.address')}
        value={draft.address}
        onChange={set('address')}
        maxLength={400}
        error={missing('address')}
      />
    </>
  );
}

function LogInFields({ draft, isJudged, onChange, error }: FieldsProps & { readonly error: unknown }) {
  const text = useText();
  const errorText = useErrorText();
  const isTaken = isRefusal(error, 'username-taken');
  const isWrong = isJudged && !usernameForm.test(draft.username.trim());
  const problem = isWrong ? text('kiosk.username-wrong') : undefined;
  return (
    <>
      <TextField
        size="touch"
        label={text('kiosk.username')}
        description={text('kiosk.username-note')}
        value={draft.username}
        onChange={(username) => onChange({ ...draft, username })}
        maxLength={60}
        error={isTaken ? errorText(error) : problem}
      />
      <NewPassword
        size="touch"
        value={draft.password}
        onChange={(password) => onChange({ ...draft, password })}
        judged={isJudged}
      />
      {error !== null && !isTaken && (
        <p className={styles.problem} role="alert">
          {errorText(error)}
        </p>
      )}
    </>
  );
}
