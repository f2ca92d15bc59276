import { useReducer } from 'react';
import type { StaffRole } from '../../../shared/domain/rights.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { NewPassword, newPasswordProblem } from '../../ui/new-password.tsx';
import { NewPin } from '../../ui/new-pin.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { roleCards } from './role-cards.ts';
import styles from './staff-form.module.css';
import { StaffForm } from './staff-form.tsx';

type PersonDraft = {
  readonly name: string;
  readonly role: StaffRole;
  readonly pin: string | null;
  /** Asked of owners only. */
  readonly password: string;
  /** Somebody wanted to go on: what is missing is said. */
  readonly judged: boolean;
};

const emptyDraft: PersonDraft = { name: '', role: 'cashier', pin: null, password: '', judged: false };

function change(draft: PersonDraft, changed: Partial<PersonDraft>): PersonDraft {
  return { ...draft, ...changed };
}

/** Adding a person without its looks. */
function useAddPerson(onAdded: () => void) {
  const text = useText();
  const add = useCommand('staff.add');
  const [draft, set] = useReducer(change, emptyDraft);
  const name = draft.name.trim();
  const isOwner = draft.role === 'owner';
  return {
    draft,
    name,
    isOwner,
    pending: add.isPending,
    change: (next: Partial<PersonDraft>) => {
      if (add.error) add.reset();
      set(next);
    },
    nameProblem: draft.judged && name === '' ? text('staff.name-missing') : undefined,
    pinProblem: draft.judged && draft.pin === null ? text('secrets.pin-missing') : undefined,
    error: add.error,
    submit: () => {
      set({ judged: true });
      const { role, pin, password } = draft;
      if (name === '' || pin === null) return;
      if (isOwner && newPasswordProblem(password, text) !== null) return;
      const added = () => {
        toast(text('staff.added', { name }), { tone: 'positive' });
        onAdded();
      };
      add.mutate({ name, role, pin, ...(isOwner ? { password } : {}) }, { onSuccess: added });
    },
  };
}

/** Adds somebody who works here: name, role, PIN, and a password for an owner. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const rights = useSession()?.rights ?? [];
  const { draft, name, ...person } = useAddPerson(onClose);
  return (
    <StaffForm
      title={text('staff.add')}
      action={text('staff.add')}
      size="large"
      pending={person.pending}
      error={person.error}
      onSubmit={person.submit}
      onClose={onClose}
    >
      <div className={styles.sides}>
        <div className={styles.fields}>
          <TextField
            label={text('staff.name')}
            value={draft.name}
            onChange={(next) => person.change({ name: next })}
            error={person.nameProblem}
            maxLength={80}
            autoFocus
          />
          <RadioCards
            label={text('staff.role')}
            layout="column"
            cards={roleCards(text, rights)}
            value={draft.role}
            onChange={(role) => person.change({ role })}
          />
        </div>
        <div className={styles.fields}>
          {person.isOwner && (
            <>
              <NewPassword
                value={draft.password}
                onChange={(password) => person.change({ password })}
                judged={draft.judged}
              />
              <p className={styles.note}>{text('staff.owner-password-note')}</p>
            </>
          )}
          <NewPin
            label={name === '' ? text('staff.pin-nameless') : text('staff.pin-for', { name })}
            value={draft.pin}
            onChange={(pin) => person.change({ pin })}
            error={person.pinProblem}
          />
        </div>
      </div>
    </StaffForm>
  );
}
