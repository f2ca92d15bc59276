import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { ProgressStep } from '../../ui/progress-step.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import { type History, useReadingShare } from './use-history.ts';

type StepProps = { readonly history: History };

/** While files that were just chosen are sent and read. */
export function HistoryReading({ history: { state, session } }: StepProps) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(state);
  const isSending = state.sentShare !== null;
  return (
    <ProgressStep
      label={text(isSending ? 'history-screen.sending' : 'history-screen.reading', {
        file: state.files.sales?.name ?? '',
      })}
      value={share}
      words={text('history-screen.share', { share: format.percent(wholePercent(share)) })}
      stop={text('history-screen.stop-reading')}
      onStop={() => session.stopReading()}
    />
  );
}

/** While it comes in: all or nothing. */
export function HistoryRunning({ history: { state, session } }: StepProps) {
  const text = useText();
  const format = useFormat();
  const progress = useProgress(state.runningId);
  const begun = progress !== null && progress.done > 0;
  const words = begun
    ? text('history-screen.lines-of', {
        done: format.number(progress.done),
        total: format.number(progress.total),
      })
    : text('history-screen.run-begins');
  return (
    <ProgressStep
      label={text('history-screen.running', { file: state.files.sales?.name ?? '' })}
      value={begun ? progress.done / Math.max(1, progress.total) : null}
      words={words}
      stop={text(state.isStopping ? 'history-screen.stopping' : 'history-screen.stop-run')}
      onStop={() => session.stopRunning()}
    >
      {text('history-screen.running-more')}
    </ProgressStep>
  );
}
