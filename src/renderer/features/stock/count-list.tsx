import { ClipboardPlus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Table } from '../../ui/table.tsx';
import { type CountRow, countColumns } from './count-columns.tsx';
import styles from './count-list.module.css';
import { StartCountDialog } from './start-count-dialog.tsx';
import { showCount, showProduct } from './stock-places.ts';
import { StockTrouble } from './stock-trouble.tsx';
import { useStockScan } from './use-stock-scan.ts';

const page = { limit: 60 } as const;

function countKey(row: CountRow): string {
  return String(row.countId);
}

/** Every stock-take, newest first: the one under way, and what came of the others. */
export function CountList() {
  const { text, format } = useApp();
  const listRef = useRef<HTMLDivElement>(null);
  const [isStarting, setStarting] = useState(false);
  const pages = useApiPages('stockCounts.list', page);
  const { items, isFetchingNextPage, fetchNextPage } = pages;
  const allColumns = useMemo(() => countColumns(text, format), [text, format]);
  const columns = useFittingColumns(listRef, allColumns);
  const start = () => setStarting(true);
  useHotkeys([{ keys: 'Alt+N', label: text('stock-take.start-count'), run: start }]);
  useStockScan((row) => showProduct(row.id), !isStarting);
  // An empty list offers it itself.
  const isEmpty = items.length === 0 && !pages.isPending;
  return (
    <div className={styles.part}>
      {!isEmpty && (
        <div className={styles.bar}>
          <Button variant="primary" icon={<ClipboardPlus />} keys="Alt+N" onPress={start}>
            {text('stock-take.start-count')}
          </Button>
        </div>
      )}
      <div ref={listRef} className={styles.list}>
        <Table
          label={text('stock.counts')}
          columns={columns}
          rows={items}
          rowKey={countKey}
          rowName={(row) => row.name}
          onOpen={(row) => showCount(row.countId)}
          loading={pages.isPending}
          hasMore={pages.hasNextPage}
          loadingMore={isFetchingNextPage}
          onLoadMore={() => {
            if (!isFetchingNextPage) void fetchNextPage();
          }}
          empty={
            pages.error ? (
              <StockTrouble
                happened={text('stock-take.counts-unreadable')}
                error={pages.error}
                onRetry={() => void pages.refetch()}
              />
            ) : (
              <NoCounts onStart={start} />
            )
          }
        />
      </div>
      {isStarting && <StartCountDialog onClose={() => setStarting(false)} />}
    </div>
  );
}

function NoCounts({ onStart }: { readonly onStart: () => void }) {
  const text = useText();
  return (
    <EmptyState
      drawing="done"
      title={text('stock-take.counts-none')}
      action={
        <Button variant="primary" onPress={onStart}>
          {text('stock-take.start-count')}
        </Button>
      }
    >
      {text('stock-take.counts-none-help')}
    </EmptyState>
  );
}
