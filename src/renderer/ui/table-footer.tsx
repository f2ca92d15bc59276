// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active row
// biome-ignore-all lint/a11y/useSemanticElements: rows drawn one by one at their place are no HTML table
import { joinClasses } from './join-classes.ts';
import styles from './table.module.css';
import type { TableColumn, TableFooterRow } from './table.tsx';

type TableFooterProps<Row> = {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly TableFooterRow[];
  /** How many rows stand above it. */
  readonly after: number;
  readonly selectable: boolean;
};

/** Stays at the bottom while the rows scroll above it. */
export function TableFooter<Row>({ columns, rows, after, selectable }: TableFooterProps<Row>) {
  return (
    <div role="rowgroup" className={styles.footer}>
      {rows.map((row, index) => (
        <div key={row.key} role="row" aria-rowindex={after + index + 2} className={styles.footerRow}>
          {selectable && <div role="gridcell" className={styles.checkCell} />}
          {columns.map((column) => (
            <div
              key={column.key}
              role="gridcell"
              className={joinClasses(styles.cell, column.align === 'end' && styles.end)}
            >
              {row.cells[column.key]}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
