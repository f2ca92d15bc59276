import { backupAge } from '../../../shared/text/backup-age.ts';
import { useBackupsState } from '../../bridge/use-backups-state.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** How old the last verified backup is, while that is as it should be. */
export function BackupAge() {
  const { text, format } = useApp();
  const { data: state, now } = useBackupsState();
  if (!state || now === null || state.verifiedAt === null || state.level !== 'good') return null;
  const age = backupAge(state.verifiedAt, now, { text, format });
  return <Link to="/backups">{text('backups.last', { age })}</Link>;
}

/** That what was sold is not safe: the last verified backup is old, there is none, or it could not be brought back. */
export function BackupNotice() {
  const { text, format } = useApp();
  const { data: state, now } = useBackupsState();
  if (!state || now === null || state.level === 'good') return null;
  const { verifiedAt, level, rehearsal } = state;
  const title =
    verifiedAt === null
      ? text('backups.last-none')
      : text('backups.last', { age: backupAge(verifiedAt, now, { text, format }) });
  const isFallen = verifiedAt !== null && rehearsal !== null && !rehearsal.isBalanced;
  return (
    <ProblemNote
      tone={level === 'old' ? 'warning' : 'danger'}
      title={title}
      action={<Link to="/backups">{text('backups.see')}</Link>}
    >
      <p>
        {text(
          verifiedAt === null
            ? 'backups.safe-none'
            : isFallen
              ? 'backups.safe-fell'
              : `backups.safe-${level}`,
        )}
      </p>
    </ProblemNote>
  );
}
