import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressStep } from '../../ui/progress-step.tsx';
import type { OrderllaImport } from './use-orderlla-import.ts';

type StepProps = { readonly load: OrderllaImport };

/** While the file is taken over and read. */
export function OrderllaReading({ load }: StepProps) {
  const text = useText();
  const { uploadShare, file } = load;
  return (
    <ProgressStep
      label={text('orderlla-import.reading', { file: file?.name ?? '' })}
      value={uploadShare < 1 ? uploadShare : null}
      stop={text('orderlla-import.stop-reading')}
      onStop={load.stopReading}
    />
  );
}

/** While it comes in: all or nothing. */
export function OrderllaLoading({ load }: StepProps) {
  const text = useText();
  const format = useFormat();
  const progress = useProgress(load.loadingId);
  const words =
    progress === null
      ? undefined
      : text('orderlla-import.loaded-of', {
          done: format.number(progress.done),
          total: format.number(progress.total),
        });
  return (
    <ProgressStep
      label={text('orderlla-import.loading', { file: load.preview?.fileName ?? '' })}
      value={progress === null ? null : progress.done / Math.max(1, progress.total)}
      words={words}
      stop={text('orderlla-import.stop')}
      onStop={load.stopRunning}
    >
      {text('orderlla-import.loading-more')}
    </ProgressStep>
  );
}
