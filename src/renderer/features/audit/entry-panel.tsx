import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { actionWords } from './action-words.ts';
import { EntryBody } from './entry-body.tsx';
import { EntryLinks } from './entry-links.tsx';
import type { Log } from './use-log.ts';

type EntryPanelProps = { readonly log: Log; readonly entryId: number };

/** One entry beside the log, with all that was written down. What was shown stays until the next one is there. */
export function EntryPanel({ log, entryId }: EntryPanelProps) {
  const { text } = useApp();
  const { data, error, refetch, isPlaceholderData } = useApiQuery(
    'audit.get',
    { entryId },
    { keepPrevious: true },
  );
  const entry = error || (isPlaceholderData && data?.entryId !== entryId) ? undefined : data;
  return (
    <SidePanel
      title={entry ? actionWords(entry, text) : text('audit.entry', { number: String(entryId) })}
      onClose={log.close}
      onPrevious={log.openPrevious}
      onNext={log.openNext}
      footer={entry && <EntryLinks entry={entry} log={log} />}
    >
      {error ? (
        <NoEntry error={error} onRetry={() => void refetch()} />
      ) : entry ? (
        <EntryBody entry={entry} />
      ) : (
        <Skeleton height="16rem" />
      )}
    </SidePanel>
  );
}

type NoEntryProps = {
  readonly error: { readonly code: string; readonly reference: string | null };
  readonly onRetry: () => void;
};

function NoEntry({ error, onRetry }: NoEntryProps) {
  const text = useText();
  if (error.code === 'not-found') {
    return (
      <EmptyState drawing="search" title={text('audit.entry-gone')}>
        {text('audit.entry-gone-help')}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      happened={text('audit.unreadable')}
      safe={text('audit.unreadable-safe')}
      id={error.reference ?? undefined}
      onRetry={onRetry}
    />
  );
}
