import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { factColumns } from './backup-columns.tsx';
import { type RestoreChoice, RestoreDialog } from './restore-dialog.tsx';

type Replaced = Output<'backups.replaced'>[number];

const none: readonly Replaced[] = [];

/** Shops that were replaced when another was brought back: each can be gone back to for 30 days. */
export function ReplacedPart() {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const { data, error, isPending, refetch } = useApiQuery('backups.replaced', {});
  const [choice, setChoice] = useState<RestoreChoice | null>(null);
  const columns = useMemo(() => replacedColumns(text, format), [text, format]);
  return (
    <>
      <ListScreen header={null} panel={null}>
        <Table
          label={text('backups.replaced')}
          columns={columns}
          rows={data ?? none}
          rowKey={({ name }) => name}
          rowName={({ replacedAt }) =>
            text('backups.replaced-back-of', { time: format.dateTime(replacedAt) })
          }
          onOpen={({ name, replacedAt, facts }) =>
            setChoice({ source: { from: 'replaced', name }, at: replacedAt, facts })
          }
          loading={isPending}
          empty={
            error ? (
              <ErrorState
                happened={text('backups.replaced-unreadable')}
                safe={text('backups.unreadable-safe')}
                advice={errorText(error)}
                id={error.reference ?? undefined}
                onRetry={() => void refetch()}
              />
            ) : (
              <EmptyState drawing="done" title={text('backups.replaced-none')}>
                {text('backups.replaced-none-help')}
              </EmptyState>
            )
          }
        />
      </ListScreen>
      {choice && <RestoreDialog choice={choice} onClose={() => setChoice(null)} />}
    </>
  );
}

function replacedColumns(text: AppText, format: Format): readonly TableColumn<Replaced>[] {
  const { orders, sales } = factColumns<Replaced>(text, format);
  return [
    {
      key: 'at',
      label: text('backups.replaced-at'),
      width: 'minmax(10.5rem, 2fr)',
      cell: ({ replacedAt }) => format.dateTime(replacedAt),
    },
    orders,
    sales,
    {
      key: 'until',
      label: text('backups.replaced-until'),
      width: 'minmax(10.5rem, 2fr)',
      cell: ({ keptUntil }) => format.dateTime(keptUntil),
    },
  ];
}
