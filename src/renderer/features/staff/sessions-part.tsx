import { useMemo, useRef, useState } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useApp } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Table } from '../../ui/table.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { type SessionRow, sessionColumns } from './session-columns.tsx';
import styles from './sessions-part.module.css';
import { StaffUnread } from './staff-unread.tsx';

const rowKey = (session: SessionRow): string => String(session.id);

/** Who is and was signed in, at which till, since when, and the way to end it. */
export function SessionsPart() {
  const { text, format } = useApp();
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const input = { staffId: null, openOnly: which === 'open', limit: 60 };
  const sessions = useApiPages('staff.sessions', input);
  const { mutate } = useEndSession();
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => sessionColumns(text, format, mutate), [text, format, mutate]);
  const columns = useFittingColumns(listRef, allColumns);
  if (sessions.error) return <StaffUnread error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <div className={styles.sessions}>
      <Segmented
        label={text('staff.sessions-which')}
        choices={[
          { key: 'open', label: text('staff.sessions-open') },
          { key: 'all', label: text('staff.sessions-all') },
        ]}
        value={which}
        onChange={setWhich}
      />
      <div ref={listRef} className={styles.table}>
        <Table
          label={text('staff.sessions-list')}
          columns={columns}
          rows={sessions.items}
          rowKey={rowKey}
          rowName={({ name, startedAt }) =>
            text('staff.session-name', { name, time: format.dateTime(startedAt) })
          }
          tall
          loading={sessions.isPending}
          hasMore={sessions.hasNextPage}
          loadingMore={sessions.isFetchingNextPage}
          onLoadMore={() => {
            if (!sessions.isFetchingNextPage) void sessions.fetchNextPage();
          }}
          empty={<EmptyState drawing="done" title={text('staff.sessions-none')} />}
        />
      </div>
    </div>
  );
}

function useEndSession() {
  const { text } = useApp();
  const errorText = useErrorText();
  const end = useCommand('staff.endSession');
  const { mutate } = end;
  return {
    mutate: useMemo(
      () => (session: SessionRow) =>
        mutate(
          { sessionId: session.id },
          {
            onSuccess: () =>
              void toast(text('staff.session-ended', { name: session.name }), { tone: 'positive' }),
            onError: (error) => void toast(errorText(error), { tone: 'danger' }),
          },
        ),
      [mutate, text, errorText],
    ),
  };
}
