// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active row
// biome-ignore-all lint/a11y/useSemanticElements: rows drawn one by one at their place are no HTML table
import { memo } from 'react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './table.module.css';
import type { TableColumn } from './table.tsx';
import { TableCheck } from './table-check.tsx';

/** With Shift or Mod a press selects instead of opening. */
export type RowPress = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

type TableRowProps<Row> = {
  readonly id: string;
  readonly row: Row;
  readonly rowKey: string;
  readonly index: number;
  readonly rowHeight: number;
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly onPress: (row: Row, press: RowPress) => void;
  readonly onToggle: ((key: string, extend: boolean) => void) | undefined;
};

function Row<Item>(props: TableRowProps<Item>) {
  const { row, index, columns, onToggle } = props;
  const text = useText();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid walks and opens rows by keyboard
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={onToggle ? props.selected : undefined}
      className={joinClasses(styles.row, props.active && styles.active, props.open && styles.open)}
      data-selected={props.selected || undefined}
      style={{ insetBlockStart: index * props.rowHeight }}
      onMouseDown={(event) => {
        // Between two presses with Shift lies what is selected as text.
        if (event.shiftKey && onToggle) event.preventDefault();
      }}
      onClick={(event) => props.onPress(row, event)}
    >
      {onToggle && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the grid does the same
        <div role="gridcell" className={styles.checkCell} onClick={(event) => event.stopPropagation()}>
          <TableCheck
            label={text('ui.select-row', { row: props.name })}
            checked={props.selected}
            onToggle={(extend) => onToggle(props.rowKey, extend)}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.key}
          role="gridcell"
          className={joinClasses(styles.cell, column.align === 'end' && styles.end)}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when its own row, its columns or its marks change; the callbacks stay the same. */
export const TableRow = memo(Row) as typeof Row;
