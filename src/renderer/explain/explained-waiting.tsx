import type { LongPages } from '../bridge/use-long-pages.ts';
import { useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './explain-panel.module.css';

type WaitingProps = { readonly pages: LongPages<'reports.explain'> };

/** Refusals that trying again does not change: their sentence says all. */
const final: ReadonlySet<string> = new Set([
  'forbidden',
  'not-explained',
  'range-upside-down',
  'range-too-long',
]);

/** In place of the rows until they are there: how far it is, that it was stopped, or why it cannot be. */
export function ExplainedWaiting({ pages }: WaitingProps) {
  const text = useText();
  const errorText = useErrorText();
  const { error, fetchStatus, progress, refetch, stop } = pages;
  if (error && final.has(error.code)) {
    return (
      <EmptyState drawing="search" title={text('explain.not-here')}>
        {errorText(error)}
      </EmptyState>
    );
  }
  if (error) {
    return (
      <ErrorState
        happened={text('explain.fell')}
        safe={text('explain.fell-safe')}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  if (fetchStatus === 'idle') {
    return (
      <EmptyState
        drawing="done"
        title={text('explain.stopped')}
        action={<Button onPress={() => void refetch()}>{text('explain.again')}</Button>}
      >
        {text('explain.stopped-help')}
      </EmptyState>
    );
  }
  if (progress === null) return <Skeleton height="12rem" />;
  return (
    <div className={styles.waiting}>
      <ProgressBar label={text('explain.working')} value={progress.done} most={Math.max(1, progress.total)} />
      <div className={styles.stop}>
        <Button variant="quiet" onPress={stop}>
          {text('explain.stop')}
        </Button>
      </div>
    </div>
  );
}
