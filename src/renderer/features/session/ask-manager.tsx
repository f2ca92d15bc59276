import type { Right } from '../../../shared/domain/rights.ts';
import type { Lifted, Refused } from '../../bridge/lift.tsx';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { PersonTile } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PinPad } from '../../ui/pin-pad.tsx';
import { useApprovalWords } from './approval-words.ts';
import styles from './ask-manager.module.css';
import { PasswordForm } from './password-form.tsx';
import { useGiveApproval } from './use-give-approval.ts';
import type { Person } from './use-sign-in.ts';

type AskManagerProps = {
  readonly refused: Refused;
  readonly right: Right;
  readonly people: readonly Person[];
  readonly onClose: (lifted: Lifted | null) => void;
};

/** Somebody else's word for one action: what it is, who says so, and their PIN. */
export function AskManager({ refused, right, people, onClose }: AskManagerProps) {
  const text = useText();
  const words = useApprovalWords();
  const session = useSession();
  const only = people.length === 1 ? (people[0] ?? null) : null;
  const giving = useGiveApproval({ refused, right, only, onGiven: onClose });
  const { person } = giving.state;
  return (
    <Dialog
      open
      onClose={() => onClose(null)}
      title={text('approvals.title')}
      size="medium"
      busy={giving.pending}
      footer={
        <>
          {person !== null && only === null && (
            <Button
              variant="quiet"
              onPress={() => giving.dispatch({ kind: 'leave' })}
              disabled={giving.pending}
            >
              {text('approvals.somebody-else')}
            </Button>
          )}
          <Button onPress={() => onClose(null)} disabled={giving.pending}>
            {text('approvals.do-not')}
          </Button>
        </>
      }
    >
      <div className={styles.ask}>
        <div className={styles.action}>
          <p className={styles.what}>{words.what(right, refused.error.details)}</p>
          {words.of(refused.input).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {session && <p>{text('approvals.asked-by', { name: session.name })}</p>}
          <p className={styles.once}>{text('approvals.once')}</p>
        </div>
        {person === null ? (
          <Approvers
            people={people}
            onChoose={(chosen) => giving.dispatch({ kind: 'choose', person: chosen })}
          />
        ) : (
          <Word person={person} giving={giving} />
        )}
      </div>
    </Dialog>
  );
}

type ApproversProps = { readonly people: readonly Person[]; readonly onChoose: (person: Person) => void };

function Approvers({ people, onChoose }: ApproversProps) {
  const text = useText();
  return (
    <section className={styles.people}>
      <h3 className={styles.title}>{text('approvals.who')}</h3>
      <ul className={styles.tiles}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonTile
              name={person.name}
              description={text(`session.role-${person.role}`)}
              onPress={() => onChoose(person)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusIt(element: HTMLElement | null): void {
  element?.focus();
}

type WordProps = { readonly person: Person; readonly giving: ReturnType<typeof useGiveApproval> };

function Word({ person, giving }: WordProps) {
  const text = useText();
  const { state, send, pending } = giving;
  if (state.by === 'password') {
    return (
      <div className={styles.word}>
        <PasswordForm
          signIn={giving}
          label={text('approvals.password-of', { name: person.name })}
          action={text('approvals.approve')}
          description={person.needsPassword ? text('approvals.password-first') : undefined}
        />
      </div>
    );
  }
  return (
    // The tile that was pressed is gone: the focus must not fall on the button that closes.
    <div className={styles.word} tabIndex={-1} ref={focusIt}>
      <PinPad
        key={person.id}
        label={text('approvals.pin-of', { name: person.name })}
        onPin={(pin) => send({ pin })}
        pending={pending}
        error={state.problem ?? undefined}
        wait={state.wait}
      />
    </div>
  );
}
