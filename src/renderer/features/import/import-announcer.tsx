import { isRefusal } from '../../bridge/client.ts';
import { useProgress } from '../../bridge/use-progress.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { wholePercent } from '../../ui/whole-percent.ts';
import type { ProductImport } from './use-import.ts';
import { useReadingShare } from './use-reading-share.ts';

/** Says aloud how far it is, in quarters, and what came of it. */
export function ImportAnnouncer({ load }: { readonly load: ProductImport }) {
  const words = useAnnouncement(load);
  return (
    <VisuallyHidden>
      <span role="status">{words}</span>
    </VisuallyHidden>
  );
}

function useAnnouncement(load: ProductImport): string {
  const text = useText();
  const format = useFormat();
  const readingShare = useReadingShare(load);
  const progress = useProgress(load.loadingId);
  const { step, file, preview, result, refused } = load.state;
  const quarter = (share: number) =>
    text('import-screen.share', { share: format.percent(wholePercent(Math.floor(share * 4) / 4)) });
  switch (step) {
    case 'choose':
      return '';
    case 'reading':
      return readingShare < 0.25
        ? text('import-screen.reading', { file: file?.name ?? '' })
        : quarter(readingShare);
    case 'check':
    case 'preview':
      if (isRefusal(refused, 'cancelled')) return text('import-screen.stopped');
      return preview === null
        ? ''
        : text('import-screen.file-read', { file: preview.fileName, count: preview.rowCount });
    case 'loading':
      return quarter(progress === null ? 0 : progress.done / Math.max(1, progress.total));
    case 'done':
      return result === null ? '' : text('import-screen.done-title', { count: result.created });
  }
}
