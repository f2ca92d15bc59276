import type { BackupsState } from '../../../shared/contract/backup-fields.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { BackupWork } from './use-backup-work.ts';
import styles from './work-progress.module.css';

type WorkProgressProps = { readonly work: BackupWork; readonly running: BackupsState['running'] };

const words = {
  backup: 'backups.making',
  check: 'backups.checking',
  copy: 'backups.copying',
  rehearsal: 'backups.rehearsing',
  csv: 'backups.csv-saving',
  shop: 'condition.looking',
} as const satisfies Record<NonNullable<BackupsState['running']>, TextKey>;

/** What is done with backups now, how far it is where this window asked for it, and the way to stop that. */
export function WorkProgress({ work, running }: WorkProgressProps) {
  const { text, format } = useApp();
  const own = work.running;
  const progress = useProgress(own === null ? null : work.requestId);
  const kind = own ?? running;
  if (kind === null) return null;
  const share = progress === null ? null : progress.done / Math.max(1, progress.total);
  return (
    <div className={styles.work}>
      <div className={styles.bar}>
        <ProgressBar
          label={text(words[kind])}
          value={share}
          words={
            share === null
              ? undefined
              : text('backups.percent', { done: format.number(Math.floor(share * 100)) })
          }
        />
        <p className={styles.note}>{text('backups.working-note')}</p>
      </div>
      {own !== null && <Button onPress={work.stop}>{text('backups.stop')}</Button>}
    </div>
  );
}
