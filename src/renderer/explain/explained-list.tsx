import { useMemo } from 'react';
import type { Metric } from '../../shared/domain/kpi.ts';
import type { LongPages } from '../bridge/use-long-pages.ts';
import { useSession } from '../bridge/use-session.ts';
import { useApp, useText } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { changeQuery, navigate, usePlace } from '../ui/router.ts';
import { Table, type TableColumn } from '../ui/table.tsx';
import styles from './explain-panel.module.css';
import { amountWords, unitOfRows } from './figure-words.ts';
import { type ExplainedRow, rowMore, rowPlace, rowTitle } from './row-words.ts';

type ListProps = { readonly metric: Metric; readonly pages: LongPages<'reports.explain'> };

const rowKey = ({ key }: ExplainedRow): string => key;

/** The rows behind the figure, newest first, each leading to where it is looked at. The one that was opened is kept. */
export function ExplainedList({ metric, pages }: ListProps) {
  const { text } = useApp();
  const rights = useSession()?.rights ?? [];
  const cameFrom = usePlace().query['explain-row'] ?? null;
  const { items, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const columns = useRowColumns(metric, items);
  const open = (row: ExplainedRow) => {
    const place = rowPlace(row, metric, rights);
    if (place === null) return;
    changeQuery({ 'explain-row': row.key });
    navigate(place.path, place.query === undefined ? {} : { query: place.query });
  };
  return (
    <section className={styles.rows}>
      <Table
        tall
        label={text('explain.rows')}
        columns={columns}
        rows={items}
        rowKey={rowKey}
        rowName={(row) => rowTitle(row, metric, text)}
        startKey={cameFrom}
        onOpen={open}
        hasMore={hasNextPage && !isFetchNextPageError}
        loadingMore={isFetchingNextPage}
        onLoadMore={() => void fetchNextPage()}
        empty={
          <EmptyState drawing="search" title={text('explain.no-rows')}>
            {text('explain.no-rows-help')}
          </EmptyState>
        }
      />
      {isFetchNextPageError && <MoreFell onAgain={() => void fetchNextPage()} />}
    </section>
  );
}

function MoreFell({ onAgain }: { readonly onAgain: () => void }) {
  const text = useText();
  return (
    <ProblemNote tone="warning" action={<Button onPress={onAgain}>{text('explain.more-again')}</Button>}>
      <p>{text('explain.more-fell')}</p>
    </ProblemNote>
  );
}

/** What a figure of an amount and the room around it take, in rem. */
const figureRem = 0.55;
const paddingRem = 1.5;
const leastRem = 5.5;

function useRowColumns(metric: Metric, items: readonly ExplainedRow[]): readonly TableColumn<ExplainedRow>[] {
  const { text, format } = useApp();
  const unit = unitOfRows(metric);
  const longest = useMemo(
    () => items.reduce((most, { part }) => Math.max(most, amountWords(part, unit, format).length), 0),
    [items, unit, format],
  );
  return useMemo(() => {
    const columns: TableColumn<ExplainedRow>[] = [
      {
        key: 'date',
        label: text('explain.date'),
        width: '7.75rem',
        cell: (row) => <When row={row} />,
      },
      {
        key: 'what',
        label: text('explain.what'),
        width: 'minmax(6.5rem, 1fr)',
        cell: (row) => <What row={row} metric={metric} />,
      },
    ];
    // How many of them there are is counted above; each is one.
    if (unit === 'count') return columns;
    return [
      ...columns,
      {
        key: 'part',
        label: text(unit === 'quantity' ? 'explain.units' : 'explain.amount'),
        // An amount that is cut off is another amount.
        width: `minmax(${Math.max(leastRem, longest * figureRem + paddingRem)}rem, 0.7fr)`,
        align: 'end',
        cell: ({ part }) => <bdi dir="ltr">{amountWords(part, unit, format)}</bdi>,
      },
    ];
  }, [metric, unit, longest, text, format]);
}

function When({ row: { date, at } }: { readonly row: ExplainedRow }) {
  const { text, format } = useApp();
  if (date === null) return text('explain.no-date');
  return (
    <span className={styles.what}>
      <span className={styles.title}>{format.dateShort(date)}</span>
      {at !== null && <span className={styles.more}>{format.time(at)}</span>}
    </span>
  );
}

function What({ row, metric }: { readonly row: ExplainedRow; readonly metric: Metric }) {
  const text = useText();
  const title = rowTitle(row, metric, text);
  const more = rowMore(row, text);
  return (
    <span className={styles.what} title={[title, ...more].join(' · ')}>
      <bdi className={styles.title}>{title}</bdi>
      {more.length > 0 && (
        <span className={styles.more}>
          {more.map((one, index) => (
            <bdi key={one}>{index === 0 ? one : ` · ${one}`}</bdi>
          ))}
        </span>
      )}
    </span>
  );
}
