import { useMemo, useRef } from 'react';
import { useApiPages } from '../../bridge/api-query.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import styles from './ledger.module.css';
import { ledgerColumns } from './ledger-columns.tsx';
import { type Movement, movementPlace } from './movement-words.ts';
import type { ProductStock } from './stock-dialog-frame.tsx';
import { StockTrouble } from './stock-trouble.tsx';

function movementKey(row: Movement): string {
  return String(row.movementNo);
}

/** Every movement of a product, newest first, each with what was there after it. */
export function Ledger({ stock }: { readonly stock: ProductStock }) {
  const { text, format } = useApp();
  const { productId, unit, tracked } = stock;
  const listRef = useRef<HTMLDivElement>(null);
  const input = useMemo(() => ({ productId, limit: 100 }), [productId]);
  const pages = useApiPages('stock.listMovements', input);
  const { items, isFetchingNextPage, fetchNextPage } = pages;
  const withCost = items.some((row) => row.unitCost !== null);
  const allColumns = useMemo(
    () => ledgerColumns({ text, format, unit, tracked, withCost }),
    [text, format, unit, tracked, withCost],
  );
  const columns = useFittingColumns(listRef, allColumns);
  const showSource = (row: Movement) => {
    const place = movementPlace(row);
    if (place !== null) navigate(place);
  };
  return (
    <section className={styles.ledger} aria-label={text('stock.ledger')}>
      <div ref={listRef} className={styles.list}>
        <Table
          label={text('stock.ledger')}
          columns={columns}
          rows={items}
          rowKey={movementKey}
          rowName={(row) => text('stock.movement', { number: String(row.movementNo) })}
          onOpen={showSource}
          loading={pages.isPending}
          hasMore={pages.hasNextPage}
          loadingMore={isFetchingNextPage}
          onLoadMore={() => {
            if (!isFetchingNextPage) void fetchNextPage();
          }}
          empty={
            pages.error ? (
              <StockTrouble
                happened={text('stock.ledger-unreadable')}
                error={pages.error}
                onRetry={() => void pages.refetch()}
              />
            ) : (
              <NothingMoved />
            )
          }
        />
      </div>
    </section>
  );
}

function NothingMoved() {
  const text = useText();
  return (
    <EmptyState drawing="products" title={text('stock.ledger-none')}>
      {text('stock.ledger-none-help')}
    </EmptyState>
  );
}
