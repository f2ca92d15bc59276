import { useSession } from '../../bridge/use-session.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import type { Person } from './person.ts';
import styles from './person-row.module.css';

/** A person in a line: who, as what, how they sign in, and whether they are here now. */
export function PersonRow({ person }: { readonly person: Person }) {
  const text = useText();
  const isMe = useSession()?.staffId === person.id;
  return (
    <>
      <Avatar name={person.name} />
      <span className={styles.person}>
        <span className={styles.name}>
          {person.name}
          {isMe && <span className={styles.quiet}> ({text('staff.you')})</span>}
        </span>
        <span className={styles.quiet}>
          <span className={styles.role}>{text(`session.role-${person.role}`)}</span>
          <Facts person={person} />
        </span>
      </span>
      <span className={styles.state}>
        <State person={person} />
      </span>
    </>
  );
}

function Facts({ person }: { readonly person: Person }) {
  const text = useText();
  const format = useFormat();
  const own = person.overrides.length;
  const facts = [
    text(person.hasPassword ? 'staff.with-password' : 'staff.with-pin'),
    ...(own > 0 ? [text('staff.more-rights', { count: own })] : []),
    ...(person.discountCeiling === null
      ? []
      : [text('staff.ceiling-own', { ceiling: format.percent(person.discountCeiling) })]),
  ];
  return <>{facts.join(' · ')}</>;
}

function State({ person }: { readonly person: Person }) {
  const text = useText();
  const format = useFormat();
  if (!person.disabled && !person.hasPin) return <Badge tone="warning">{text('staff.no-pin')}</Badge>;
  if (person.openSessions > 0) return <Badge tone="positive">{text('staff.signed-in')}</Badge>;
  return (
    <span className={styles.quiet}>
      {person.lastSeenAt === null
        ? text('staff.never-seen')
        : text('staff.last-seen', { time: format.dateTime(person.lastSeenAt) })}
    </span>
  );
}
