import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { TableColumn } from './table.tsx';

/** A column that is left out where the table is narrower than this, in rem, so that the others keep their room. */
export type FittingColumn<Row> = TableColumn<Row> & { readonly fromWidth?: number };

/** The columns that a table of this width has room for. */
export function fittingColumns<Row>(
  columns: readonly FittingColumn<Row>[],
  width: number,
): readonly FittingColumn<Row>[] {
  return columns.filter((column) => (column.fromWidth ?? 0) <= width);
}

/** The same for the width that an element has now; the same objects until a column comes or goes. */
export function useFittingColumns<Row>(
  element: RefObject<HTMLElement | null>,
  columns: readonly FittingColumn<Row>[],
): readonly FittingColumn<Row>[] {
  const width = useWidthInRems(element);
  const count = fittingColumns(columns, width).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width with as many columns shows the same ones
  return useMemo(() => fittingColumns(columns, width), [columns, count]);
}

/** Whole rems, which grow with the person's text size; wide until it was measured. */
export function useWidthInRems(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(100);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16;
      if (measured.clientWidth > 0) setWidth(Math.floor(measured.clientWidth / rem));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
