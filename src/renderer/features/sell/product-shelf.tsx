import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApp, useScaledPixels } from '../../ui/app-context.tsx';
import { useRowWindow } from '../../ui/use-row-window.ts';
import { ProductCard } from './product-card.tsx';
import { ProductRow } from './product-row.tsx';
import styles from './product-shelf.module.css';
import { ShelfEmpty } from './shelf-empty.tsx';
import { useColumns } from './use-columns.ts';
import type { ProductSearch } from './use-product-search.ts';
import { walkGrid } from './walk-grid.ts';

type ProductShelfProps = {
  readonly search: ProductSearch;
  readonly shelfId: string;
  readonly onAdd: (tile: ProductTile) => void;
  /** How many products stand beside each other, for the arrows in the search box. */
  readonly onColumns: (columns: number) => void;
};

const gap = 12;

/** Products as pictures while one browses, as rows while one searches; only those in sight are drawn. */
export function ProductShelf({ search, shelfId, onAdd, onColumns }: ProductShelfProps) {
  const { text, direction } = useApp();
  const { items, isSearching, active, walk } = search;
  const scroller = useRef<HTMLDivElement>(null);
  const shelf = useShelf(search, scroller);
  const { columns, rowHeight, from, to } = shelf;
  useEffect(() => onColumns(columns), [onColumns, columns]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = walkGrid(event.key, active, items.length, { columns, direction });
    const chosen = active === null ? undefined : items[active];
    if (next !== null) walk(next === 'leave' ? 0 : next);
    else if (event.key === 'Enter' && chosen) onAdd(chosen);
    else return;
    event.preventDefault();
  };
  const Item = isSearching ? ProductRow : ProductCard;
  return (
    <div ref={scroller} className={styles.scroller} onScroll={shelf.onScroll}>
      <div
        id={shelfId}
        role="listbox"
        tabIndex={items.length === 0 ? -1 : 0}
        aria-label={text('sell.products')}
        aria-activedescendant={active === null ? undefined : `${shelfId}-${active}`}
        className={styles.shelf}
        style={{ blockSize: Math.ceil(items.length / columns) * rowHeight }}
        onKeyDown={onKeyDown}
        onFocus={() => walk(active ?? (items.length > 0 ? 0 : null))}
        onBlur={() => walk(null)}
      >
        <div
          className={isSearching ? styles.rows : styles.cards}
          style={{
            insetBlockStart: from * rowHeight,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {items.slice(from * columns, to * columns).map((tile, index) => (
            <Item
              key={tile.id}
              id={`${shelfId}-${from * columns + index}`}
              tile={tile}
              place={from * columns + index + 1}
              count={search.hasMore ? -1 : items.length}
              active={from * columns + index === active}
              onPress={onAdd}
            />
          ))}
        </div>
      </div>
      <ShelfEmpty search={search} />
    </div>
  );
}

/** Which rows are in sight; reads on before the end is, and keeps the chosen product in view. */
function useShelf(search: ProductSearch, scroller: RefObject<HTMLDivElement | null>) {
  const { items, isSearching, active, loadMore, words, categoryId } = search;
  const tileWidth = useScaledPixels(148);
  const cardHeight = useScaledPixels(196) + gap;
  const listHeight = useScaledPixels(60);
  const wide = useColumns(scroller, tileWidth, gap);
  const columns = isSearching ? 1 : wide;
  const rowHeight = isSearching ? listHeight : cardHeight;
  const rows = Math.ceil(items.length / columns);
  const seen = useRowWindow(scroller, rowHeight, rows, 0);
  const { to, scrollToRow } = seen;
  useEffect(() => {
    if (to >= rows) loadMore();
  }, [to, rows, loadMore]);
  useEffect(() => {
    if (active !== null) scrollToRow(Math.trunc(active / columns));
  }, [active, columns, scrollToRow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search or category begins at its top
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, words, categoryId]);
  return { ...seen, columns, rowHeight };
}
