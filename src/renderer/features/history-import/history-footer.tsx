import type { ReactNode } from 'react';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { StepFooter } from '../../ui/step-footer.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import { isBusy } from './history-state.ts';
import { type History, useReadingShare } from './use-history.ts';

type HistoryFooterProps = {
  readonly history: History;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

/** The buttons of a step; while files are read anew, how far that is and the way to stop it. */
export function HistoryFooter({ history: { state, session }, aside, children }: HistoryFooterProps) {
  const text = useText();
  const format = useFormat();
  const share = useReadingShare(state);
  const busy = {
    label: text(state.sentShare === null ? 'history-screen.reading-anew' : 'history-screen.sending-anew'),
    value: share,
    words: text('history-screen.share', { share: format.percent(wholePercent(share)) }),
  };
  const reads = isBusy(state);
  return (
    <StepFooter aside={aside} busy={reads ? busy : null}>
      {reads && <Button onPress={() => session.stopReading()}>{text('history-screen.stop-reading')}</Button>}
      {children}
    </StepFooter>
  );
}
