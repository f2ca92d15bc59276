import { FlaskConical, Lock } from 'lucide-react';
import { useNow } from '../bridge/use-now.ts';
import { type Session, useShop, useToday } from '../bridge/use-session.ts';
import { useFormat, useText } from '../ui/app-context.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { AuditStatus } from './audit-status.tsx';
import { BackupStatus } from './backup-status.tsx';
import { DiskStatus } from './disk-status.tsx';
import styles from './status-line.module.css';
import { TimerStatus } from './timer-status.tsx';

type StatusLineProps = { readonly session: Session; readonly onLock: () => void };

/** One slim line: which shop, which business date, who, and the way to lock. */
export function StatusLine({ session, onLock }: StatusLineProps) {
  const text = useText();
  const format = useFormat();
  const shop = useShop();
  const today = useToday();
  useNow(60_000);
  return (
    <footer className={styles.line}>
      <span className={styles.shop}>{shop.name}</span>
      <span className={styles.date}>
        <VisuallyHidden>{text('frame.business-date')} </VisuallyHidden>
        {format.weekdayDate(today)}
      </span>
      {shop.isSample && (
        <span className={styles.sample} title={text('frame.sample-shop-note')}>
          <FlaskConical aria-hidden="true" />
          {text('frame.sample-shop')}
        </span>
      )}
      {session.rights.includes('see-audit') && <AuditStatus />}
      {session.rights.includes('see-orders') && <TimerStatus />}
      {session.rights.includes('backup') && <BackupStatus />}
      <DiskStatus />
      <span className={styles.person}>
        <Avatar name={session.name} size="small" />
        <VisuallyHidden>{text('frame.signed-in', { name: session.name })}</VisuallyHidden>
        <span aria-hidden="true" className={styles.personName}>
          {session.name}
        </span>
      </span>
      <button type="button" className={styles.lock} onClick={onLock}>
        <Lock aria-hidden="true" />
        {text('frame.lock')}
        <Kbd keys="Mod+L" />
      </button>
    </footer>
  );
}
