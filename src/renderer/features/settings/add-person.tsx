import { useReducer } from 'react';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NewPin } from '../../ui/new-pin.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './staff-settings.module.css';

const roles = ['manager', 'cashier', 'viewer'] as const;

export type PersonDraft = {
  readonly name: string;
  readonly role: (typeof roles)[number];
  readonly pin: string | null;
  /** Somebody wanted to go on: what is missing is said. */
  readonly judged: boolean;
};

function change(draft: PersonDraft, changed: Partial<PersonDraft>): PersonDraft {
  return { ...draft, ...changed };
}

/** Adding a person without its looks. */
function useAddPerson(onAdded: () => void) {
  const text = useText();
  const errorText = useErrorText();
  const add = useCommand('staff.add');
  const [draft, set] = useReducer(change, { name: '', role: 'cashier', pin: null, judged: false });
  const name = draft.name.trim();
  const refused = add.error ? errorText(add.error) : undefined;
  const isNameTaken = add.error !== null && isRefusal(add.error, 'name-taken');
  const missingName = draft.judged && name === '' ? text('settings.person-name-missing') : undefined;
  return {
    draft,
    name,
    pending: add.isPending,
    change: (next: Partial<PersonDraft>) => {
      if (add.error) add.reset();
      set(next);
    },
    nameProblem: isNameTaken ? refused : missingName,
    pinProblem: draft.judged && draft.pin === null ? text('secrets.pin-missing') : undefined,
    refused: isNameTaken ? undefined : refused,
    submit: () => {
      set({ judged: true });
      if (name === '' || draft.pin === null) return;
      const added = () => {
        toast(text('settings.person-added', { name }), { tone: 'positive' });
        onAdded();
      };
      add.mutate({ name, role: draft.role, pin: draft.pin }, { onSuccess: added });
    },
  };
}

/** Adds somebody who works here: name, role, PIN. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { draft, name, pending, refused, ...person } = useAddPerson(onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('settings.add-person-title')}
      size="large"
      busy={pending}
      onSubmit={person.submit}
      footer={
        <>
          <Button onPress={onClose} disabled={pending}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={pending}>
            {text('settings.add-person')}
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <div className={styles.fields}>
          <TextField
            label={text('settings.staff-name')}
            value={draft.name}
            onChange={(next) => person.change({ name: next })}
            error={person.nameProblem}
            maxLength={80}
            autoFocus
          />
          <RadioCards
            label={text('settings.person-role')}
            layout="column"
            cards={roles.map((key) => ({
              key,
              label: text(`session.role-${key}`),
              description: text(`settings.role-${key}-note`),
            }))}
            value={draft.role}
            onChange={(role) => person.change({ role })}
          />
          {refused !== undefined && (
            <p className={styles.refused} role="alert">
              {refused}
            </p>
          )}
        </div>
        <NewPin
          label={name === '' ? text('settings.person-pin-nameless') : text('settings.person-pin', { name })}
          value={draft.pin}
          onChange={(pin) => person.change({ pin })}
          error={person.pinProblem}
        />
      </div>
    </Dialog>
  );
}
