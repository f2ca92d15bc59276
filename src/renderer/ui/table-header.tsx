// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active row
// biome-ignore-all lint/a11y/useSemanticElements: rows drawn one by one at their place are no HTML table
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './table.module.css';
import type { TableColumn, TableProps, TableSort } from './table.tsx';
import { TableCheck } from './table-check.tsx';

type TableHeaderProps<Row> = Pick<
  TableProps<Row>,
  'columns' | 'selection' | 'onSelectionChange' | 'sort' | 'onSort'
> & {
  readonly selectable: boolean;
  readonly rowKeys: () => readonly string[];
};

/** Stays at the top while the rows scroll under it. */
export function TableHeader<Row>(props: TableHeaderProps<Row>) {
  const { columns, selection, onSelectionChange, sort, onSort, selectable, rowKeys } = props;
  const text = useText();
  const count = selection?.size ?? 0;
  const all = selectable && count > 0 && count === rowKeys().length;
  return (
    <div role="rowgroup" className={styles.header}>
      <div role="row" aria-rowindex={1} className={styles.headerRow}>
        {selectable && (
          <div role="columnheader" className={styles.checkCell}>
            <TableCheck
              label={text('ui.select-all')}
              checked={all}
              partly={count > 0 && !all}
              onToggle={() => onSelectionChange?.(new Set(all ? [] : rowKeys()))}
            />
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={joinClasses(styles.headerCell, column.align === 'end' && styles.end)}
            aria-sort={sortOf(column, sort)}
          >
            {column.sortable && onSort ? (
              <button type="button" className={styles.sort} onClick={() => onSort(nextSort(column, sort))}>
                {column.label}
                {sort?.column === column.key && <SortArrow direction={sort.direction} />}
              </button>
            ) : (
              column.label
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function SortArrow({ direction }: { readonly direction: TableSort['direction'] }) {
  const Arrow = direction === 'up' ? ArrowUp : ArrowDown;
  return <Arrow aria-hidden="true" className={styles.sortArrow} />;
}

function sortOf<Row>(column: TableColumn<Row>, sort: TableSort | undefined) {
  if (!column.sortable) return undefined;
  if (sort?.column !== column.key) return 'none';
  return sort.direction === 'up' ? 'ascending' : 'descending';
}

function nextSort<Row>(column: TableColumn<Row>, sort: TableSort | undefined): TableSort {
  const turn = sort?.column === column.key && sort.direction === 'up';
  return { column: column.key, direction: turn ? 'down' : 'up' };
}
