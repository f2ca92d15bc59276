import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { type ApiQueryResult, useApiQuery } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { changeQuery, usePlace } from '../../ui/router.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { factColumns } from './backup-columns.tsx';
import styles from './backup-panel.module.css';
import { inIt } from './backup-words.ts';
import { CompareNow } from './compare-now.tsx';
import { ShopWays } from './shop-ways.tsx';

type Replaced = Output<'backups.replaced'>[number];

const none: readonly Replaced[] = [];

/** Shops that were replaced when another was brought back: each can be gone back to for 30 days. */
export function ReplacedPart({ isBusy }: { readonly isBusy: boolean }) {
  const { text, format } = useApp();
  const { query } = usePlace();
  const list = useApiQuery('backups.replaced', {});
  const rows = list.data ?? none;
  const columns = useMemo(() => replacedColumns(text, format), [text, format]);
  const index = rows.findIndex(({ name }) => name === query.backup);
  const opened = rows[index];
  const open = (row: Replaced | undefined) => changeQuery({ backup: row?.name });
  const step = (to: number) => {
    const row = rows[to];
    return row && (() => open(row));
  };
  return (
    <ListScreen
      header={null}
      isLow
      panel={
        opened && (
          <ReplacedPanel
            row={opened}
            isBusy={isBusy}
            onClose={() => open(undefined)}
            onPrevious={step(index - 1)}
            onNext={step(index + 1)}
          />
        )
      }
    >
      <Table
        label={text('backups.replaced')}
        columns={columns}
        rows={rows}
        rowKey={({ name }) => name}
        rowName={({ replacedAt }) => text('backups.replaced-of', { time: format.dateTime(replacedAt) })}
        onOpen={open}
        openKey={opened?.name ?? null}
        loading={list.isPending}
        empty={<NoReplaced list={list} />}
      />
    </ListScreen>
  );
}

function NoReplaced({ list: { error, refetch } }: { readonly list: ApiQueryResult<'backups.replaced'> }) {
  const text = useText();
  const errorText = useErrorText();
  if (error) {
    return (
      <ErrorState
        happened={text('backups.replaced-unreadable')}
        safe={text('backups.unreadable-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <EmptyState drawing="done" title={text('backups.replaced-none')}>
      {text('backups.replaced-none-help')}
    </EmptyState>
  );
}

type ReplacedPanelProps = {
  readonly row: Replaced;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
};

/** One of them beside the list: what was in it, what came after, and the ways into it. */
function ReplacedPanel({ row, isBusy, onClose, onPrevious, onNext }: ReplacedPanelProps) {
  const { text, format } = useApp();
  const { name, replacedAt, keptUntil, facts, bytes } = row;
  const source = { from: 'replaced', name } as const;
  const reason = isBusy ? text('backups.busy') : undefined;
  return (
    <SidePanel
      title={text('backups.replaced-of', { time: format.dateTime(replacedAt) })}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        <ShopWays
          key={name}
          choice={{ source, at: replacedAt, facts }}
          verb="replaced-back"
          reason={reason}
          mayLook
        />
      }
    >
      <div className={styles.panel}>
        <DescriptionList
          items={[
            ...inIt(facts, text, format),
            { term: text('backups.replaced-until'), detail: <bdi>{format.dateTime(keptUntil)}</bdi> },
            { term: text('backups.size'), detail: format.bytes(bytes) },
          ]}
        />
        <CompareNow key={name} source={source} disabledReason={reason} />
      </div>
    </SidePanel>
  );
}

function replacedColumns(text: AppText, format: Format): readonly TableColumn<Replaced>[] {
  const { orders, sales } = factColumns<Replaced>(text, format);
  return [
    {
      key: 'at',
      label: text('backups.replaced-at'),
      width: 'minmax(10.5rem, 2fr)',
      cell: ({ replacedAt }) => <bdi>{format.dateTime(replacedAt)}</bdi>,
    },
    orders,
    sales,
    {
      key: 'until',
      label: text('backups.replaced-until'),
      width: 'minmax(10.5rem, 2fr)',
      cell: ({ keptUntil }) => <bdi>{format.dateTime(keptUntil)}</bdi>,
    },
  ];
}
