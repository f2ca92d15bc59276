import { useApiQuery } from '../../bridge/api-query.ts';
import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './own-part.module.css';
import { OwnPassword } from './own-password.tsx';
import { OwnPin } from './own-pin.tsx';
import { RecoveryPart } from './recovery-part.tsx';

/** One's own PIN and password, and for owners the way back in. */
export function OwnPart() {
  const text = useText();
  const session = useSession();
  const people = useApiQuery('session.people', {});
  const me = people.data?.find((person) => person.id === session?.staffId);
  if (!me) return null;
  return (
    <div className={styles.own}>
      <Card title={text('staff.own-pin')}>
        <OwnPin hasPassword={me.hasPassword} />
      </Card>
      <div className={styles.stack}>
        <Card title={text('staff.own-password')}>
          {me.hasPassword ? <OwnPassword /> : <p>{text('staff.own-password-none')}</p>}
        </Card>
        {me.role === 'owner' && (
          <Card title={text('staff.recovery')}>
            <RecoveryPart />
          </Card>
        )}
      </div>
    </div>
  );
}
