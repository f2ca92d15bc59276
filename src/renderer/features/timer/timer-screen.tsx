import { Play } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useApiPages, useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { runColumns, type TimerRunRow } from './run-columns.tsx';
import { TimerFacts } from './timer-facts.tsx';
import { TimerNotice } from './timer-notice.tsx';
import { useTimerRun } from './use-timer.ts';

const page = { limit: 60 };
const runKey = (run: TimerRunRow): string => String(run.runId);

/** The hourly timer: how it stands, every run it made, and the way to run it now. */
export function TimerScreen() {
  const { text, format } = useApp();
  const timer = useApiQuery('timer.get', {});
  const runs = useApiPages('timer.listRuns', page);
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => runColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  return (
    <ListScreen
      header={
        <PageHeader
          title={text('timer.title')}
          subtitle={text('timer.about')}
          onBack={() => navigate('/settings')}
          actions={<RunNow />}
        />
      }
      filters={
        <>
          {timer.data && <TimerNotice timer={timer.data} />}
          <TimerFacts timer={timer.data} />
        </>
      }
      listRef={listRef}
      panel={null}
    >
      <Table
        label={text('timer.runs')}
        columns={columns}
        rows={runs.items}
        rowKey={runKey}
        rowName={(run) => text('timer.run-name', { time: format.dateTime(run.startedAt) })}
        loading={runs.isPending}
        hasMore={runs.hasNextPage}
        loadingMore={runs.isFetchingNextPage}
        onLoadMore={() => {
          if (!runs.isFetchingNextPage) void runs.fetchNextPage();
        }}
        empty={<NoRuns error={runs.error} onRetry={() => void runs.refetch()} />}
      />
    </ListScreen>
  );
}

function RunNow() {
  const text = useText();
  const mayRun = useMay('advance-order');
  const { isRunning, run } = useTimerRun();
  return (
    <Button
      variant="primary"
      icon={<Play />}
      pending={isRunning}
      onPress={run}
      disabledReason={mayRun ? undefined : text('timer.run-now-right')}
    >
      {text('timer.run-now')}
    </Button>
  );
}

type NoRunsProps = {
  readonly error: { readonly reference: string | null } | null;
  readonly onRetry: () => void;
};

function NoRuns({ error, onRetry }: NoRunsProps) {
  const text = useText();
  if (error) {
    return (
      <ErrorState
        happened={text('timer.unreadable')}
        safe={text('timer.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={onRetry}
      />
    );
  }
  return (
    <EmptyState drawing="done" title={text('timer.none')}>
      {text('timer.none-help')}
    </EmptyState>
  );
}
