import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { List } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AddPerson } from './add-person.tsx';
import styles from './people-part.module.css';
import type { Person } from './person.ts';
import { PersonDialogs, type PersonTask } from './person-dialogs.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PersonRow } from './person-row.tsx';
import { StaffUnread } from './staff-unread.tsx';

/** Who works here and who did, with what can be changed of each. */
export function PeoplePart() {
  const text = useText();
  const staff = useApiQuery('staff.list', {});
  const [isAdding, setAdding] = useState(false);
  const [task, setTask] = useState<PersonTask | null>(null);
  if (staff.error) return <StaffUnread error={staff.error} onRetry={() => void staff.refetch()} />;
  const here = staff.data?.filter((person) => !person.disabled);
  const gone = staff.data?.filter((person) => person.disabled) ?? [];
  return (
    <div className={styles.people}>
      <Card
        title={text('staff.people-list')}
        flush
        actions={
          <Button size="small" icon={<UserPlus />} onPress={() => setAdding(true)}>
            {text('staff.add')}
          </Button>
        }
      >
        {here ? (
          <People label={text('staff.people-list')} people={here} onTask={setTask} />
        ) : (
          <div className={styles.loading}>
            <Skeleton height="3rem" />
            <Skeleton height="3rem" />
          </div>
        )}
      </Card>
      {gone.length > 0 && (
        <Card title={text('staff.gone-list')} flush>
          <People label={text('staff.gone-list')} people={gone} onTask={setTask} />
        </Card>
      )}
      {isAdding && <AddPerson onClose={() => setAdding(false)} />}
      {task && <PersonDialogs task={task} onClose={() => setTask(null)} />}
    </div>
  );
}

type PeopleProps = {
  readonly label: string;
  readonly people: readonly Person[];
  readonly onTask: (task: PersonTask) => void;
};

function People({ label, people, onTask }: PeopleProps) {
  return (
    <List
      label={label}
      items={people}
      itemKey={(person) => String(person.id)}
      action={(person) => <PersonMenu person={person} onTask={onTask} />}
    >
      {(person) => <PersonRow person={person} />}
    </List>
  );
}
