import { useProgress } from '../../bridge/use-progress.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './section.module.css';
import type { ClosedDays } from './use-closed-days.ts';

/** How far the proof or the adding up is, and the way to stop it; nothing while neither runs. */
export function FiguresProgress({ days }: { readonly days: ClosedDays }) {
  const { text, format } = useApp();
  const { running, requestId, stop } = days;
  const progress = useProgress(running === null ? null : requestId);
  if (running === null) return null;
  return (
    <div className={styles.form}>
      <ProgressBar
        label={text(running === 'proof' ? 'figures.proving' : 'figures.rebuilding')}
        value={progress === null ? null : progress.done}
        most={Math.max(1, progress?.total ?? 1)}
        words={
          progress === null
            ? undefined
            : text('figures.progress', {
                done: format.number(progress.done),
                total: format.number(progress.total),
              })
        }
      />
      <p className={styles.muted}>
        {text(running === 'proof' ? 'figures.proving-note' : 'figures.rebuilding-note')}
      </p>
      <div className={styles.actions}>
        <Button onPress={stop}>{text('figures.stop')}</Button>
      </div>
    </div>
  );
}
