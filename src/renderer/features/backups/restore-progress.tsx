import { useCommand } from '../../bridge/use-command.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './places-part.module.css';

/** How far bringing back is, and the way to stop it while the shop is still as it was. */
export function RestoreProgress({ requestId }: { readonly requestId: string | null }) {
  const { text, format } = useApp();
  const cancel = useCommand('backups.cancel');
  const progress = useProgress(requestId);
  const share = progress === null ? null : progress.done / Math.max(1, progress.total);
  return (
    <div className={styles.form}>
      <ProgressBar
        label={text('backups.restore-working')}
        value={share}
        words={
          share === null
            ? undefined
            : text('backups.percent', { done: format.number(Math.floor(share * 100)) })
        }
      />
      <div className={styles.actions}>
        <Button onPress={() => cancel.mutate({})}>{text('backups.stop')}</Button>
      </div>
    </div>
  );
}
