import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressStep } from '../../ui/progress-step.tsx';
import type { ProductImport } from './use-import.ts';

/** Step 4: all or nothing. Main compares every product once more, then writes them: two walks of the same length. */
export function LoadingStep({ load }: { readonly load: ProductImport }) {
  const text = useText();
  const format = useFormat();
  const progress = useProgress(load.loadingId);
  const products = progress === null ? 0 : progress.total / 2;
  const written = progress === null ? 0 : Math.max(0, progress.done - products);
  const words =
    written === 0
      ? text('import-screen.comparing')
      : text('import-screen.loaded-of', {
          done: format.number(Math.floor(written)),
          total: format.number(Math.floor(products)),
        });
  return (
    <ProgressStep
      label={text('import-screen.loading', { file: load.state.preview?.fileName ?? '' })}
      value={progress === null ? null : progress.done / Math.max(1, progress.total)}
      words={words}
      stop={text(load.isStopping ? 'import-screen.stopping' : 'import-screen.stop-loading')}
      onStop={load.stopLoading}
    >
      {text('import-screen.loading-more')}
    </ProgressStep>
  );
}
