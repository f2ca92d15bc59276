import { useProgress } from '../bridge/use-progress.ts';
import { useApp } from '../ui/app-context.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

type BringBackProgressProps = {
  readonly label: string;
  readonly requestId: string | null;
  /** Nothing is shown until it is known how far it is: until then somebody is still choosing. */
  readonly isQuiet?: boolean;
};

/** How far opening a file is. */
export function BringBackProgress({ label, requestId, isQuiet = false }: BringBackProgressProps) {
  const { text, format } = useApp();
  const progress = useProgress(requestId);
  if (progress === null) return isQuiet ? null : <ProgressBar label={label} value={null} words={undefined} />;
  const share = progress.done / Math.max(1, progress.total);
  const done = format.number(Math.floor(share * 100));
  return <ProgressBar label={label} value={share} words={text('bring-back.percent', { done })} />;
}
