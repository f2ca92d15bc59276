import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './orderlla-progress.module.css';
import type { OrderllaImport } from './use-orderlla-import.ts';

type StepProps = { readonly load: OrderllaImport };

/** While the file is taken over and read. */
export function OrderllaReading({ load }: StepProps) {
  const text = useText();
  const stop = text('orderlla-import.stop-reading');
  useHotkeys([{ keys: 'Escape', label: stop, run: load.stopReading }]);
  const { uploadShare, file } = load;
  return (
    <div className={styles.step}>
      <ProgressBar
        label={text('orderlla-import.reading', { file: file?.name ?? '' })}
        value={uploadShare < 1 ? uploadShare : null}
      />
      <div className={styles.actions}>
        <Button onPress={load.stopReading} keys="Escape" autoFocus>
          {stop}
        </Button>
      </div>
    </div>
  );
}

/** While it comes in: all or nothing. */
export function OrderllaLoading({ load }: StepProps) {
  const text = useText();
  const format = useFormat();
  const progress = useProgress(load.loadingId);
  const stop = text('orderlla-import.stop');
  useHotkeys([{ keys: 'Escape', label: stop, run: load.stopRunning }]);
  const words =
    progress === null
      ? undefined
      : text('orderlla-import.loaded-of', {
          done: format.number(progress.done),
          total: format.number(progress.total),
        });
  return (
    <div className={styles.step}>
      <ProgressBar
        label={text('orderlla-import.loading', { file: load.preview?.fileName ?? '' })}
        value={progress === null ? null : progress.done / Math.max(1, progress.total)}
        words={words}
      />
      <p className={styles.more}>{text('orderlla-import.loading-more')}</p>
      <div className={styles.actions}>
        <Button onPress={load.stopRunning} keys="Escape" autoFocus>
          {stop}
        </Button>
      </div>
    </div>
  );
}
