import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { List } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AddPerson } from './add-person.tsx';
import { SetPin } from './set-pin.tsx';
import styles from './staff-settings.module.css';

type Person = Output<'staff.list'>[number];

/** Who works here, in which role, and their PINs. */
export function StaffSettings() {
  const text = useText();
  const errorText = useErrorText();
  const staff = useApiQuery('staff.list', {});
  const [isAdding, setAdding] = useState(false);
  const [pinOf, setPinOf] = useState<Person | null>(null);
  if (staff.error) {
    return (
      <ErrorState
        happened={text('frame.start-fell-title')}
        safe={text('frame.start-fell-safe')}
        advice={errorText(staff.error)}
        id={staff.error.reference ?? undefined}
        onRetry={() => void staff.refetch()}
      />
    );
  }
  return (
    <Card
      title={text('settings.staff-list')}
      flush
      actions={
        <Button size="small" icon={<UserPlus />} onPress={() => setAdding(true)}>
          {text('settings.add-person')}
        </Button>
      }
    >
      {staff.data ? (
        <List
          label={text('settings.staff-list')}
          items={staff.data}
          itemKey={(person) => String(person.id)}
          action={(person) =>
            person.disabled ? null : (
              <Button size="small" onPress={() => setPinOf(person)}>
                {text(person.hasPin ? 'settings.new-pin' : 'settings.set-pin')}
              </Button>
            )
          }
        >
          {(person) => <PersonRow person={person} />}
        </List>
      ) : (
        <div className={styles.loading}>
          <Skeleton height="3rem" />
          <Skeleton height="3rem" />
        </div>
      )}
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
      {pinOf && <SetPin person={pinOf} onClose={() => setPinOf(null)} />}
    </Card>
  );
}

function PersonRow({ person }: { readonly person: Person }) {
  const text = useText();
  const isMe = useSession()?.staffId === person.id;
  const state = person.disabled
    ? text('settings.staff-disabled')
    : person.hasPin
      ? null
      : text('session.no-pin');
  return (
    <>
      <Avatar name={person.name} />
      <span className={styles.person}>
        <span className={styles.name}>
          {person.name}
          {isMe && <span className={styles.quiet}> ({text('settings.staff-you')})</span>}
        </span>
        <span className={styles.quiet}>
          <span className={styles.role}>{text(`session.role-${person.role}`)}</span>
          {text(`settings.role-${person.role}-note`)}
        </span>
      </span>
      {state !== null && <span className={styles.state}>{state}</span>}
    </>
  );
}
