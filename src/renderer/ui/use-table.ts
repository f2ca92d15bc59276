import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useScaledPixels } from './app-context.tsx';
import type { TableProps } from './table.tsx';
import type { RowPress } from './table-row.tsx';
import { nextActive } from './table-walk.ts';
import { useRowWindow } from './use-row-window.ts';
import { type TableSelection, useTableSelection } from './use-table-selection.ts';

/** What a table does: walking, opening, selecting, asking for more rows as the end comes near. */
export function useTable<Row>(props: TableProps<Row>) {
  const { rows, rowKey, onOpen, openKey = null, onWalk } = props;
  const shownKey = openKey ?? props.startKey ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useScaledPixels(props.dense ? 32 : props.tall ? 52 : 40);
  const window = useRowWindow(scroller, rowHeight, rows.length, rowHeight);
  const [activeKey, setActiveKey] = useActiveKey(onWalk);
  const selection = useTableSelection(props);
  const { selectable, toggle } = selection;
  const indexOf = (key: string | null) => (key === null ? -1 : rows.findIndex((row) => rowKey(row) === key));
  const activeIndex = indexOf(activeKey ?? shownKey);
  useShownRow(shownKey, indexOf(shownKey), window.scrollToRow, setActiveKey);
  useRowGone(props, activeKey, activeIndex, scroller, setActiveKey);
  const loadMore = useLoadMore(props, scroller, rowHeight);
  const activate = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setActiveKey(rowKey(row));
    window.scrollToRow(index);
    if (openKey !== null) onOpen?.(row);
  };
  const handlers = {
    toggle,
    press: (row: Row, { shiftKey, ctrlKey, metaKey }: RowPress) => {
      setActiveKey(rowKey(row));
      if (selectable && (shiftKey || ctrlKey || metaKey)) toggle(rowKey(row), shiftKey);
      else onOpen?.(row);
    },
  };
  const latest = useRef(handlers);
  latest.current = handlers;

  const onKeyDown = (event: KeyboardEvent) => {
    const page = pageOf(scroller.current, rowHeight);
    if (!takeKey(event, { ...props, selection, activeIndex, page, activate })) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    id: useId(),
    scroller,
    rowHeight,
    window,
    selectable,
    activeIndex,
    onKeyDown,
    onFocus: (event: FocusEvent) => {
      const first = rows[0];
      if (event.target === event.currentTarget && activeIndex < 0 && first) setActiveKey(rowKey(first));
    },
    onScroll: () => {
      window.onScroll();
      loadMore();
    },
    press: useCallback((row: Row, press: RowPress) => latest.current.press(row, press), []),
    toggle: useCallback((rowKey: string, extend: boolean) => latest.current.toggle(rowKey, extend), []),
  };
}

type Walk<Row> = Pick<TableProps<Row>, 'rows' | 'rowKey' | 'onOpen'> & {
  readonly selection: TableSelection;
  readonly activeIndex: number;
  /** Rows that PgUp and PgDn walk. */
  readonly page: number;
  readonly activate: (index: number) => void;
};

/** Does what a key of the grid stands for; false for keys that it leaves alone. */
function takeKey<Row>(event: KeyboardEvent, walk: Walk<Row>): boolean {
  const { rows, rowKey, onOpen, selection, activeIndex, activate } = walk;
  const { key, shiftKey, ctrlKey, metaKey } = event;
  const { selectable, toggle, selectAll } = selection;
  if (event.altKey || event.target !== event.currentTarget) return false;
  const active = rows[activeIndex];
  const next = nextActive(key, activeIndex, rows.length, walk.page);
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== 'a' || !selectable) return false;
    selectAll();
  } else if (next !== null) {
    const row = rows[next];
    activate(next);
    if (shiftKey && selectable && active && row) toggle(rowKey(row), true, rowKey(active));
  } else if (key === 'Enter' && active !== undefined && onOpen) onOpen(active);
  else if (key === ' ' && active !== undefined && selectable) toggle(rowKey(active), shiftKey);
  else return false;
  return true;
}

/** The row under the cursor, and the setting of it, which the screen hears of. */
function useActiveKey(onWalk: ((rowKey: string) => void) | undefined) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const activate = useCallback(
    (key: string) => {
      setActiveKey(key);
      onWalk?.(key);
    },
    [onWalk],
  );
  return [activeKey, activate] as const;
}

/** Rows that PgUp and PgDn walk: those in view, less one on each side that stays as a hold for the eye. */
function pageOf(scroller: HTMLElement | null, rowHeight: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowHeight) - 2);
}

/** Walking goes on from the row whose panel is open, or that one comes back to, and it is in view. */
function useShownRow(
  shownKey: string | null,
  index: number,
  scrollToRow: (index: number) => void,
  activate: (key: string) => void,
): void {
  const isListed = index >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come before it later do not scroll the list
  useEffect(() => {
    if (shownKey === null || !isListed) return;
    activate(shownKey);
    scrollToRow(index);
  }, [shownKey, isListed, activate, scrollToRow]);
}

/** Where the row under the cursor leaves a list that is worked off, the one that takes its place is next. */
function useRowGone<Row>(
  { rows, rowKey }: TableProps<Row>,
  activeKey: string | null,
  activeIndex: number,
  scroller: RefObject<HTMLDivElement | null>,
  activate: (key: string) => void,
): void {
  const lastIndex = useRef(-1);
  useEffect(() => {
    if (activeIndex >= 0) lastIndex.current = activeIndex;
    const next = rows[Math.min(lastIndex.current, rows.length - 1)];
    if (activeIndex >= 0 || activeKey === null || next === undefined) return;
    if (document.activeElement === scroller.current) activate(rowKey(next));
  }, [rows, rowKey, activeKey, activeIndex, scroller, activate]);
}

/** Asks for the next rows: on scroll near the end, and once for each length that does not fill the view. */
function useLoadMore<Row>(
  props: TableProps<Row>,
  scroller: RefObject<HTMLDivElement | null>,
  rowHeight: number,
): () => void {
  const askedAt = useRef(-1);
  const count = props.rows.length;
  const loadMore = () => {
    const element = scroller.current;
    if (!element || !props.hasMore || props.loadingMore || props.loading) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (left >= Math.max(element.clientHeight * 1.5, rowHeight * 5)) return;
    askedAt.current = count;
    props.onLoadMore?.();
  };
  // A first page shorter than the view leaves nothing to scroll, and so nothing to ask by.
  useEffect(() => {
    if (askedAt.current !== count) loadMore();
  });
  return loadMore;
}
