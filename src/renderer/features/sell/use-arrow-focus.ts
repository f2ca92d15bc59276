import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { walkGrid } from './walk-grid.ts';

/** Cells without a button keep their place in the grid. */
const cells = '[data-cell], li > button';

/**
 * Arrows lead from one button to the next among rows of so many columns, and the first has the focus once there
 * are any. Tab reaches them too.
 */
export function useArrowFocus<Element extends HTMLElement>(
  columns: number,
  count: number,
): { readonly grid: RefObject<Element | null>; readonly onKeyDown: (event: KeyboardEvent) => void } {
  const { direction } = useApp();
  const grid = useRef<Element>(null);
  const isFilled = count > 0;
  useEffect(() => {
    if (isFilled) grid.current?.querySelector<HTMLElement>('button')?.focus();
  }, [isFilled]);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(grid.current?.querySelectorAll<HTMLElement>(cells) ?? [])];
    const at = all.findIndex((cell) => cell.contains(document.activeElement));
    const to = walkGrid(event.key, at < 0 ? null : at, all.length, { columns, direction });
    if (to === null) return;
    event.preventDefault();
    if (to !== 'leave') all[to]?.focus();
  };
  return { grid, onKeyDown };
}
