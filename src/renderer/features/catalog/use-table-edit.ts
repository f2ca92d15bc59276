import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react';
import { focusTable } from '../../ui/list-screen.tsx';
import type { EditedCell, InlineEdit } from './inline-edit.tsx';
import type { ProductRow } from './use-product-list.ts';

/** Changing cells of the table by keyboard: F2 or a digit on a row changes its price, Tab goes on to the category. */
export function useTableEdit(
  listRef: RefObject<HTMLElement | null>,
  rows: readonly ProductRow[],
  mayEdit: boolean,
) {
  const [cell, setCell] = useState<EditedCell | null>(null);
  const walked = useRef<string | null>(null);
  const inline = useMemo<InlineEdit>(
    () => ({
      cell,
      edit: mayEdit ? setCell : null,
      end: (next) => {
        if (cell !== null && next !== null) return setCell({ ...cell, column: next, typed: null });
        setCell(null);
        focusTable(listRef.current);
      },
    }),
    [cell, mayEdit, listRef],
  );
  const begin = (typed: string | null): boolean => {
    const row = rows.find(({ id }) => String(id) === walked.current);
    if (!mayEdit || row === undefined || row.kind === 'parent') return false;
    setCell({ productId: row.id, column: 'price', typed });
    return true;
  };
  return {
    inline,
    walkTo: (key: string) => {
      walked.current = key;
    },
    /** F2, where the focus is in the table; false where it is elsewhere. */
    beginByKey: () => isInGrid(document.activeElement) && begin(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (!/^\d$/u.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isInGrid(event.target) && begin(event.key)) event.preventDefault();
    },
    cancel: () => setCell(null),
  };
}

function isInGrid(element: EventTarget | null): boolean {
  return element instanceof Element && element.getAttribute('role') === 'grid';
}
