import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './progress-step.module.css';
import type { ProductImport } from './use-import.ts';
import { useReadingShare } from './use-reading-share.ts';
import { wholePercent } from './whole-percent.ts';

/** While a file that was just chosen is read. */
export function ReadingStep({ load }: { readonly load: ProductImport }) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(load);
  useHotkeys([{ keys: 'Escape', label: text('import-screen.stop-reading'), run: load.stopReading }]);
  return (
    <div className={styles.step}>
      <ProgressBar
        label={text('import-screen.reading', { file: load.state.file?.name ?? '' })}
        value={share}
        words={text('import-screen.share', { share: format.percent(wholePercent(share)) })}
      />
      <div className={styles.actions}>
        <Button onPress={load.stopReading} keys="Escape" autoFocus>
          {text('import-screen.stop-reading')}
        </Button>
      </div>
    </div>
  );
}
