import { useCallback, useMemo, useRef, useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFittingColumns } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { navigate } from '../../ui/router.ts';
import { Table } from '../../ui/table.tsx';
import { AdjustDialog } from './adjust-dialog.tsx';
import styles from './low-stock.module.css';
import { lowStockColumns } from './low-stock-columns.tsx';
import { ProductFinder } from './product-finder.tsx';
import { showProduct, showReceiving } from './stock-places.ts';
import { StockTrouble } from './stock-trouble.tsx';
import { type LowRow, lowKey, useLowStock } from './use-low-stock.ts';
import { useStockScan } from './use-stock-scan.ts';

type LowStockList = ReturnType<typeof useLowStock>;

/** What runs low, oversold first: from here goods are received, figures put right, any product is found. */
export function LowStock() {
  const { text, format } = useApp();
  const list = useLowStock();
  const listRef = useRef<HTMLDivElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const mayReceive = useMay('receive-stock');
  const mayAdjust = useMay('adjust-stock');
  const [adjusted, setAdjusted] = useState<number | null>(null);
  const [walkedKey, setWalkedKey] = useState<string | null>(null);

  const receive = useCallback((row: LowRow) => showReceiving(row.productId), []);
  const adjust = useCallback((row: LowRow) => setAdjusted(row.productId), []);
  const allColumns = useMemo(
    () =>
      lowStockColumns(text, format, {
        receive: mayReceive ? receive : undefined,
        adjust: mayAdjust ? adjust : undefined,
      }),
    [text, format, mayReceive, mayAdjust, receive, adjust],
  );
  const columns = useFittingColumns(listRef, allColumns);
  const walked = list.rows.find((row) => lowKey(row) === walkedKey);
  const onWalked = (act: (row: LowRow) => void) => () => walked && act(walked);
  useHotkeys([
    { keys: 'F2', label: text('stock.find'), run: () => finder.current?.focus() },
    { keys: 'F4', label: text('stock.adjust'), run: onWalked(adjust), enabled: mayAdjust },
    { keys: 'F6', label: text('stock.receive'), run: onWalked(receive), enabled: mayReceive },
  ]);
  useStockScan((row) => showProduct(row.id));

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <div className={styles.finder}>
          <ProductFinder
            label={text('stock.find')}
            keys="F2"
            field={finder}
            onPick={(row) => showProduct(row.id)}
          />
        </div>
        <Summary list={list} />
      </div>
      <div ref={listRef} className={styles.list}>
        <Table
          label={text('stock.low')}
          columns={columns}
          rows={list.rows}
          rowKey={lowKey}
          rowName={(row) => row.name}
          onOpen={(row) => showProduct(row.productId)}
          onWalk={setWalkedKey}
          loading={list.isLoading}
          hasMore={list.hasMore}
          loadingMore={list.isLoadingMore}
          onLoadMore={list.loadMore}
          empty={<NothingLow list={list} />}
        />
      </div>
      {list.rows.length > 0 && <Keys mayReceive={mayReceive} mayAdjust={mayAdjust} />}
      {adjusted !== null && <AdjustDialog productId={adjusted} onClose={() => setAdjusted(null)} />}
    </div>
  );
}

function Summary({ list }: { readonly list: LowStockList }) {
  const text = useText();
  const count = list.rows.length;
  return (
    <p role="status" className={styles.summary}>
      {list.isLoading || list.error
        ? ''
        : text(list.hasMore ? 'stock.low-count-and-more' : 'stock.low-count', { count })}
    </p>
  );
}

type KeysProps = { readonly mayReceive: boolean; readonly mayAdjust: boolean };

/** What keys do on a row; the buttons in it are for mouse and touch. */
function Keys({ mayReceive, mayAdjust }: KeysProps) {
  const text = useText();
  const keys = [
    ['Enter', text('stock.history')],
    ...(mayReceive ? ([['F6', text('stock.row-receive')]] as const) : []),
    ...(mayAdjust ? ([['F4', text('stock.row-adjust')]] as const) : []),
  ] as const;
  return (
    <p className={styles.keys}>
      {keys.map(([key, label]) => (
        <span key={key} className={styles.key}>
          <Kbd keys={key} /> {label}
        </span>
      ))}
    </p>
  );
}

/** Nothing low is good news. */
function NothingLow({ list }: { readonly list: LowStockList }) {
  const text = useText();
  if (list.error)
    return <StockTrouble happened={text('stock.unreadable')} error={list.error} onRetry={list.retry} />;
  return (
    <EmptyState
      drawing="done"
      title={text('stock.none-low')}
      action={<Button onPress={() => navigate('/products')}>{text('stock.see-products')}</Button>}
    >
      {text('stock.none-low-help')}
    </EmptyState>
  );
}
