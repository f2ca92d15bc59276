// biome-ignore-all lint/a11y/useSemanticElements: rows drawn one by one at their place are no HTML table
import type { ReactNode } from 'react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './table.module.css';
import { TableFooter } from './table-footer.tsx';
import { TableHeader } from './table-header.tsx';
import { TableRow } from './table-row.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { useTable } from './use-table.ts';

export type TableColumn<Row> = {
  readonly key: string;
  readonly label: string;
  /**
   * A grid track in rem, which grows with the text: `7.5rem`, `minmax(10rem, 2fr)`. Fixed by the column,
   * never by what the rows hold.
   */
  readonly width: string;
  /** Numbers stand at the end. */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
};

export type TableSort = { readonly column: string; readonly direction: 'up' | 'down' };

/** A row that stays under all others: what they add up to. Its cells stand under the columns, by their keys. */
export type TableFooterRow = { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>> };

export type TableProps<Row> = {
  readonly label: string;
  /** Keep columns and rows the same objects between renders: rows are drawn again only when they change. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How a row is called when it is read out: "Order 1042". */
  readonly rowName: (row: Row) => string;
  /** Enter or a press on a row; with a panel open, walking with the arrows opens the next row. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The row whose panel is open. */
  readonly openKey?: string | null;
  /** The row to begin at: where one comes back to from what it opened. */
  readonly startKey?: string | null;
  /** Hears which row the arrows are at, for keys of the screen that act on it. */
  readonly onWalk?: ((rowKey: string) => void) | undefined;
  readonly selection?: ReadonlySet<string> | undefined;
  readonly onSelectionChange?: ((selection: ReadonlySet<string>) => void) | undefined;
  readonly sort?: TableSort | undefined;
  readonly onSort?: ((sort: TableSort) => void) | undefined;
  readonly dense?: boolean;
  /** The first column stays in sight where the others scroll sideways. */
  readonly holdFirst?: boolean;
  /** Rows that hold fields. */
  readonly tall?: boolean;
  /** First page under way: a skeleton holds the place. */
  readonly loading?: boolean;
  /** Whether more rows can be asked for, and the asking; called as the end comes near. */
  readonly hasMore?: boolean;
  readonly loadingMore?: boolean;
  readonly onLoadMore?: (() => void) | undefined;
  readonly footer?: readonly TableFooterRow[] | undefined;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
};

/**
 * A table for thousands of rows: only those in view are drawn, the header stays, numbers stand right.
 * ↑ ↓ Home End PgUp PgDn walk, Enter opens, Space selects, with Shift all in between, Mod+A every row.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, selection, loading = false } = props;
  const text = useText();
  const table = useTable(props);
  const { id, selectable, activeIndex, rowHeight } = table;
  const { from, to } = table.window;
  const isEmpty = rows.length === 0 && !loading;
  return (
    <div
      className={joinClasses(styles.frame, props.dense && styles.dense, props.holdFirst && styles.hold)}
      style={tracksOf(columns, selectable, rowHeight)}
    >
      <div
        ref={table.scroller}
        className={joinClasses(styles.scroller, isEmpty && styles.headerOnly)}
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.hasMore ? -1 : rows.length + 1 + (props.footer?.length ?? 0)}
        aria-multiselectable={selectable || undefined}
        aria-busy={loading}
        aria-activedescendant={activeIndex >= from && activeIndex < to ? `${id}-${activeIndex}` : undefined}
        tabIndex={0}
        onScroll={table.onScroll}
        onFocus={table.onFocus}
        onKeyDown={table.onKeyDown}
      >
        <TableHeader {...props} selectable={selectable} rowKeys={() => rows.map(rowKey)} />
        {loading ? (
          <TableSkeleton columns={columns.length} />
        ) : (
          <div role="rowgroup" className={styles.rows} style={{ blockSize: rows.length * rowHeight }}>
            {rows.slice(from, to).map((row, offset) => (
              <TableRow
                key={rowKey(row)}
                id={`${id}-${from + offset}`}
                row={row}
                rowKey={rowKey(row)}
                index={from + offset}
                rowHeight={rowHeight}
                name={props.rowName(row)}
                columns={columns}
                active={from + offset === activeIndex}
                open={rowKey(row) === props.openKey}
                selected={selection?.has(rowKey(row)) ?? false}
                onPress={table.press}
                onToggle={selectable ? table.toggle : undefined}
              />
            ))}
          </div>
        )}
        {props.footer && !loading && (
          <TableFooter columns={columns} rows={props.footer} after={rows.length} selectable={selectable} />
        )}
      </div>
      {isEmpty && <div className={styles.empty}>{props.empty ?? text('ui.rows', { count: 0 })}</div>}
      {props.loadingMore && (
        <div role="status" className={styles.more}>
          {text('ui.loading-more')}
        </div>
      )}
    </div>
  );
}

/** A column of checkboxes, in rem. */
const checkWidth = 2.75;

/** The grid's tracks, and what they need at least: a narrower table scrolls sideways, its rows as wide as all of them. */
function tracksOf<Row>(
  columns: readonly TableColumn<Row>[],
  selectable: boolean,
  rowHeight: number,
): Record<string, string> {
  const widths = [...(selectable ? [`${checkWidth}rem`] : []), ...columns.map(({ width }) => width)];
  const least = widths.reduce(
    (sum, width) => sum + Number(/^(?:minmax\()?([\d.]+)rem/.exec(width)?.[1] ?? 0),
    0,
  );
  return {
    '--tracks': widths.join(' '),
    '--row-height': `${rowHeight}px`,
    '--least-width': `${least}rem`,
  };
}
