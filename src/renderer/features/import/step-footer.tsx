import type { ReactNode } from 'react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './step-footer.module.css';
import type { ProductImport } from './use-import.ts';
import { useReadingShare } from './use-reading-share.ts';
import { wholePercent } from './whole-percent.ts';

type StepFooterProps = {
  readonly load: ProductImport;
  /** Ways back and aside; stand at the start. */
  readonly aside?: ReactNode;
  /** The one thing to do next; stands at the end. */
  readonly children: ReactNode;
};

/** The buttons of a step, always in sight; while the file is read anew, how far that is. */
export function StepFooter({ load, aside, children }: StepFooterProps) {
  return (
    <footer className={styles.footer}>
      <div className={styles.aside}>{aside}</div>
      {load.isReading && <Rereading load={load} />}
      {children}
    </footer>
  );
}

function Rereading({ load }: { readonly load: ProductImport }) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(load);
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={text('import-screen.reading', { file: load.state.preview?.fileName ?? '' })}
        value={share}
        words={text('import-screen.share', { share: format.percent(wholePercent(share)) })}
      />
    </div>
  );
}
