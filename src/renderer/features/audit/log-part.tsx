import { useMemo, useRef } from 'react';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { focusTable, ListScreen } from '../../ui/list-screen.tsx';
import { Table } from '../../ui/table.tsx';
import { actionWords } from './action-words.ts';
import { EntryPanel } from './entry-panel.tsx';
import { logColumns } from './log-columns.tsx';
import { LogFilters } from './log-filters.tsx';
import { personWords } from './person-words.ts';
import { entryKey, type Log, useLog } from './use-log.ts';
import { usePeople } from './use-people.ts';

/** Every entry, newest first; the one that is open stands beside them. */
export function LogPart() {
  const { text, format } = useApp();
  const log = useLog();
  const { names } = usePeople();
  const listRef = useRef<HTMLDivElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const allColumns = useMemo(() => logColumns(text, format, names), [text, format, names]);
  const columns = useFittingColumns(listRef, allColumns);
  useHotkeys([{ keys: 'F2', label: text('audit.search'), run: () => searchRef.current?.focus() }]);
  return (
    <ListScreen
      header={null}
      filters={<LogFilters log={log} searchRef={searchRef} onIntoList={() => focusTable(listRef.current)} />}
      listRef={listRef}
      panel={log.openId === null ? null : <EntryPanel log={log} entryId={log.openId} />}
    >
      <Table
        label={text('audit.log')}
        columns={columns}
        rows={log.rows}
        rowKey={entryKey}
        rowName={(row) =>
          text('audit.entry-name', {
            action: actionWords(row, text),
            person: personWords(row, text),
            time: format.dateTime(row.at),
          })
        }
        onOpen={log.open}
        openKey={log.openId === null ? null : String(log.openId)}
        loading={log.isLoading}
        hasMore={log.hasMore}
        loadingMore={log.isLoadingMore}
        onLoadMore={log.loadMore}
        empty={<NoEntries log={log} />}
      />
    </ListScreen>
  );
}

function NoEntries({ log }: { readonly log: Log }) {
  const text = useText();
  if (log.error) {
    return (
      <ErrorState
        happened={text('audit.unreadable')}
        safe={text('audit.unreadable-safe')}
        id={log.error.reference ?? undefined}
        onRetry={log.retry}
      />
    );
  }
  if (log.isFiltered) {
    return (
      <EmptyState
        drawing="search"
        title={text('audit.none-found')}
        action={<Button onPress={log.clear}>{text('audit.clear')}</Button>}
      >
        {text('audit.none-found-help')}
      </EmptyState>
    );
  }
  return (
    <EmptyState drawing="orders" title={text('audit.none')}>
      {text('audit.none-help')}
    </EmptyState>
  );
}
