import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { backupAge } from '../../shared/text/backup-age.ts';
import { useBackupsState } from '../bridge/use-backups-state.ts';
import { useApp } from '../ui/app-context.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { Link } from '../ui/link.tsx';
import styles from './status-line.module.css';

/** When the shop was last backed up and that checked, or that it needs a look; leads to the backups. */
export function BackupStatus() {
  const { text, format } = useApp();
  const { data: state, now } = useBackupsState();
  if (!state || now === null) return null;
  const { level, verifiedAt, rehearsal } = state;
  const Icon = level === 'good' ? ShieldCheck : ShieldAlert;
  const words =
    verifiedAt === null
      ? text('frame.backup-none')
      : rehearsal && !rehearsal.isBalanced
        ? text('frame.backup-fell')
        : text('frame.backup', { age: backupAge(verifiedAt, now, { text, format }) });
  return (
    <Link
      to="/backups"
      className={joinClasses(
        styles.timer,
        level === 'old' && styles.needsLook,
        level === 'bad' && styles.bad,
      )}
    >
      <Icon aria-hidden="true" />
      <span title={words}>{words}</span>
    </Link>
  );
}
