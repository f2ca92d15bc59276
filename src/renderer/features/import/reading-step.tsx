import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressStep } from '../../ui/progress-step.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import type { ProductImport } from './use-import.ts';
import { useReadingShare } from './use-reading-share.ts';

/** While a file that was just chosen is read. */
export function ReadingStep({ load }: { readonly load: ProductImport }) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(load);
  return (
    <ProgressStep
      label={text('import-screen.reading', { file: load.state.file?.name ?? '' })}
      value={share}
      words={text('import-screen.share', { share: format.percent(wholePercent(share)) })}
      stop={text('import-screen.stop-reading')}
      onStop={load.stopReading}
    />
  );
}
