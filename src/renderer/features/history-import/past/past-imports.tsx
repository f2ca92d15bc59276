import { useMemo, useRef } from 'react';
import { useApiPages } from '../../../bridge/api-query.ts';
import { useApp, useText } from '../../../ui/app-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { useFittingColumns } from '../../../ui/fitting-columns.ts';
import { ListScreen } from '../../../ui/list-screen.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { navigate } from '../../../ui/router.ts';
import { Table } from '../../../ui/table.tsx';
import { type PastRow, pastColumns } from './past-columns.tsx';

const page = { limit: 60 };
const rowKey = ({ importId }: PastRow): string => String(importId);
const open = ({ importId }: PastRow): void => navigate(`/import/history/${importId}`);

/** Every import of sales history, newest first; one opens its comparison with the shop. */
export function PastImports() {
  const { text, format } = useApp();
  const list = useApiPages('historyImport.list', page);
  const { items, isPending, isFetchingNextPage, hasNextPage, error } = list;
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => pastColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  const empty =
    error && items.length === 0 ? (
      <ErrorState
        happened={text('history-past.unreadable')}
        safe={text('history-past.unreadable-safe')}
        id={error.reference ?? undefined}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <EmptyState drawing="orders" title={text('history-past.none')} action={<BringIn />}>
        {text('history-past.none-help')}
      </EmptyState>
    );
  return (
    <ListScreen
      header={
        <PageHeader
          title={text('history-past.title')}
          onBack={() => navigate('/import')}
          actions={items.length > 0 && <BringIn />}
        />
      }
      listRef={listRef}
      panel={null}
    >
      <Table
        label={text('history-past.list')}
        columns={columns}
        rows={items}
        rowKey={rowKey}
        rowName={({ fileName, at }) =>
          text('history-past.row-name', { file: fileName, time: format.dateTime(at) })
        }
        onOpen={open}
        loading={isPending}
        hasMore={hasNextPage}
        loadingMore={isFetchingNextPage}
        onLoadMore={() => {
          if (!isFetchingNextPage) void list.fetchNextPage();
        }}
        empty={empty}
      />
    </ListScreen>
  );
}

function BringIn() {
  const text = useText();
  return (
    <Button variant="primary" onPress={() => navigate('/import/history/new')}>
      {text('history-past.bring-in')}
    </Button>
  );
}
