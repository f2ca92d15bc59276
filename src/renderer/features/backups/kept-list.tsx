import { useMemo, useRef } from 'react';
import type { ApiQueryResult } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { backupColumns } from './backup-columns.tsx';
import { BackupPanel } from './backup-panel.tsx';
import type { KeptRow } from './timeline.tsx';
import type { BackupWork } from './use-backup-work.ts';

type List = ApiQueryResult<'backups.list'>;
type KeptListProps = { readonly list: List; readonly work: BackupWork; readonly isBusy: boolean };

const nameOf = (row: KeptRow): string => row.name;
const none: readonly KeptRow[] = [];

/** Every backup that is kept, the newest first; the one that is open stands beside. */
export function KeptList({ list, work, isBusy }: KeptListProps) {
  const { text, format } = useApp();
  const { query } = usePlace();
  const listRef = useRef<HTMLDivElement>(null);
  const allColumns = useMemo(() => backupColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  const rows = list.data ?? none;
  const index = rows.findIndex(({ name }) => name === query.backup);
  const opened = rows[index];
  const open = (row: KeptRow | undefined) => changeQuery({ backup: row?.name });
  const step = (to: number) => {
    const row = rows[to];
    return row && (() => open(row));
  };
  return (
    <ListScreen
      header={null}
      isLow
      listRef={listRef}
      panel={
        opened && (
          <BackupPanel
            row={opened}
            work={work}
            isBusy={isBusy}
            onClose={() => open(undefined)}
            onPrevious={step(index - 1)}
            onNext={step(index + 1)}
          />
        )
      }
    >
      <Table
        label={text('backups.kept')}
        columns={columns}
        rows={rows}
        rowKey={nameOf}
        rowName={(row) => text('backups.name', { time: format.dateTime(row.madeAt) })}
        onOpen={open}
        openKey={opened?.name ?? null}
        loading={list.isPending}
        empty={<NoBackups list={list} />}
      />
    </ListScreen>
  );
}

function NoBackups({ list: { error, refetch } }: { readonly list: List }) {
  const text = useText();
  const errorText = useErrorText();
  if (error) {
    return (
      <ErrorState
        happened={text('backups.list-unreadable')}
        safe={text('backups.unreadable-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <EmptyState drawing="done" title={text('backups.none')}>
      {text('backups.none-help')}
    </EmptyState>
  );
}
