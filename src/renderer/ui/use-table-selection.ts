import { useRef } from 'react';
import type { TableProps } from './table.tsx';
import { rangeSelection, toggledSelection } from './table-walk.ts';

export type TableSelection = {
  readonly selectable: boolean;
  /** `extend` takes all rows since the one before, or since `from`. */
  readonly toggle: (key: string, extend: boolean, from?: string) => void;
  readonly selectAll: () => void;
};

/** Which rows are chosen: one by one, a run of them from the one chosen last, or all that were read. */
export function useTableSelection<Row>(props: TableProps<Row>): TableSelection {
  const { rows, rowKey, selection = noRows, onSelectionChange } = props;
  const anchor = useRef<string | null>(null);
  const keys = () => rows.map(rowKey);
  return {
    selectable: props.selection !== undefined && onSelectionChange !== undefined,
    toggle: (key, extend, since) => {
      const from = since ?? anchor.current;
      anchor.current = key;
      onSelectionChange?.(
        extend && from !== null
          ? rangeSelection(selection, keys(), from, key)
          : toggledSelection(selection, key),
      );
    },
    selectAll: () => onSelectionChange?.(new Set(keys())),
  };
}

const noRows: ReadonlySet<string> = new Set();
