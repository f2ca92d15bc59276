import { type ReactNode, useRef } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { useLookPages } from '../../bridge/look-query.ts';
import { useApp } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { type FittingColumn, useFittingColumns } from '../../ui/fitting-columns.ts';
import { ListScreen } from '../../ui/list-screen.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Table } from '../../ui/table.tsx';

/** The shop that is looked into. */
export type OpenLook = Output<'backups.look'>;

type LookPart = 'orders' | 'products' | 'customers';

type Pages<Row> = Pick<
  ReturnType<typeof useLookPages>,
  'isPending' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'error' | 'refetch'
> & { readonly items: readonly Row[] };

type LookListProps<Row> = {
  readonly part: LookPart;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly pages: Pages<Row>;
  readonly columns: readonly FittingColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly openKey?: string | null;
  readonly panel?: ReactNode;
};

/** One list of the shop as it was: searched, read on as the end comes near. */
export function LookList<Row>(props: LookListProps<Row>) {
  const { part, typed, onType, pages, panel = null } = props;
  const { text } = useApp();
  const listRef = useRef<HTMLDivElement>(null);
  const columns = useFittingColumns(listRef, props.columns);
  return (
    <ListScreen
      header={null}
      isLow
      filters={
        <SearchField
          label={text(`backups.look-search-${part}`)}
          placeholder={text(`backups.look-search-${part}`)}
          value={typed}
          onChange={onType}
        />
      }
      listRef={listRef}
      panel={panel}
    >
      <Table
        label={text(`backups.look-${part}`)}
        columns={columns}
        rows={pages.items}
        rowKey={props.rowKey}
        rowName={props.rowName}
        onOpen={props.onOpen}
        openKey={props.openKey ?? null}
        loading={pages.isPending}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
        empty={<Nothing part={part} typed={typed} pages={pages} />}
      />
    </ListScreen>
  );
}

function Nothing<Row>({ part, typed, pages }: Pick<LookListProps<Row>, 'part' | 'typed' | 'pages'>) {
  const { text } = useApp();
  const errorText = useErrorText();
  const { error } = pages;
  if (error) {
    return (
      <ErrorState
        happened={text('backups.look-unreadable')}
        safe={text('backups.unreadable-safe')}
        advice={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={() => void pages.refetch()}
      />
    );
  }
  return (
    <EmptyState
      drawing="done"
      title={typed === '' ? text(`backups.look-none-${part}`) : text('backups.look-none-found')}
    >
      {text('backups.look-none-help')}
    </EmptyState>
  );
}
