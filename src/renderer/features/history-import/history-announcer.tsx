import { isRefusal } from '../../bridge/client.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import { type History, useReadingShare } from './use-history.ts';

/** Says aloud how far it is, in quarters, and what came of it. */
export function HistoryAnnouncer({ history }: { readonly history: History }) {
  const words = useAnnouncement(history);
  return (
    <VisuallyHidden>
      <span role="status">{words}</span>
    </VisuallyHidden>
  );
}

function useAnnouncement({ state }: History): string {
  const text = useText();
  const format = useFormat();
  const reading = useReadingShare(state);
  const progress = useProgress(state.runningId);
  const quarter = (share: number) =>
    text('history-screen.share', { share: format.percent(wholePercent(Math.floor(share * 4) / 4)) });
  const { preview } = state;
  switch (state.step) {
    case 'choose':
    case 'done':
      return '';
    case 'reading':
      return quarter(reading);
    case 'running':
      return quarter(progress === null ? 0 : progress.done / Math.max(1, progress.total));
    case 'check':
    case 'preview':
      if (preview === null || isRefusal(state.refused?.error, 'cancelled')) return '';
      return text('history-screen.read', { count: preview.counts.orders });
  }
}
