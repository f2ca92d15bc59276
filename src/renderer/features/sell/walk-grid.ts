import type { Direction } from '../../../shared/text/text.ts';

export type GridLayout = { readonly columns: number; readonly direction: Direction };

/**
 * Where a key leads among products in rows of so many columns, or null when it walks nowhere. From nowhere
 * (`active` null) every way down leads to the first; up from the first row leads back to the search (`'leave'`).
 * Where people read from right to left, left leads on.
 */
export function walkGrid(
  key: string,
  active: number | null,
  count: number,
  { columns, direction }: GridLayout,
): number | 'leave' | null {
  if (count === 0) return null;
  const last = count - 1;
  if (active === null) return key === 'ArrowDown' || key === 'PageDown' ? 0 : null;
  switch (key) {
    case 'ArrowDown':
      return active + columns <= last
        ? active + columns
        : Math.max(active, lastOfShortRow(active, last, columns));
    case 'ArrowUp':
      return active - columns >= 0 ? active - columns : 'leave';
    case 'ArrowRight':
    case 'ArrowLeft':
      if (columns === 1) return null;
      return (key === 'ArrowRight') === (direction === 'ltr')
        ? Math.min(last, active + 1)
        : Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + columns * pageRows);
    case 'PageUp':
      return Math.max(0, active - columns * pageRows);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

const pageRows = 4;

/** Down from a column that the last row does not have leads to that row's end. */
function lastOfShortRow(active: number, last: number, columns: number): number {
  return Math.trunc(last / columns) > Math.trunc(active / columns) ? last : active;
}
