import { useProgress } from '../../bridge/use-progress.ts';
import { useApp } from '../../ui/app-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './check-result.module.css';

/** How far the check is; selling goes on meanwhile. */
export function CheckProgress({ requestId }: { readonly requestId: string | null }) {
  const { text, format } = useApp();
  const progress = useProgress(requestId);
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={text('audit.verifying')}
        value={progress === null ? null : done}
        most={Math.max(1, total)}
        words={
          progress === null
            ? undefined
            : text('audit.verifying-progress', { done: format.number(done), total: format.number(total) })
        }
      />
      <p className={styles.note}>{text('audit.verifying-note')}</p>
    </div>
  );
}
