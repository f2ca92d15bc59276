import { useText } from '../../ui/app-context.tsx';
import { PersonTile } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './people.module.css';
import type { Person } from './use-sign-in.ts';

type PeopleProps = {
  readonly people: readonly Person[];
  readonly onChoose: (person: Person) => void;
  readonly onForgot: () => void;
};

/** Everybody who may sign in here, as tiles to touch. */
export function People({ people, onChoose, onForgot }: PeopleProps) {
  const text = useText();
  if (people.length === 0) {
    return (
      <EmptyState
        drawing="problem"
        title={text('session.nobody-title')}
        action={<Button onPress={onForgot}>{text('session.recover-title')}</Button>}
      >
        {text('session.nobody')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.people}>
      <h1 className={styles.title}>{text('session.who')}</h1>
      <ul className={styles.tiles}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonTile
              name={person.name}
              description={person.hasPin ? text(`session.role-${person.role}`) : text('session.no-pin')}
              onPress={() => {
                // Their tile stays, so that nobody wonders where it went.
                if (person.hasPin || person.needsPassword) onChoose(person);
                else toast(text('session.no-pin-note', { name: person.name }));
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
