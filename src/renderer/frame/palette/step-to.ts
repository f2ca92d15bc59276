import { nextActive } from '../../ui/table-walk.ts';
import type { PaletteGroup } from './palette-item.ts';

type KeyPress = { readonly key: string; readonly shiftKey: boolean };

/** How far Page Up and Page Down lead. */
const page = 7;

/**
 * The row that a key leads to from row `at`, or null when it walks nowhere: the arrows row by row and round the ends,
 * Tab to the first row of the next group, with Shift to that of the one before. Home and End are the caret's.
 */
export function stepTo(
  { key, shiftKey }: KeyPress,
  groups: readonly PaletteGroup[],
  at: number,
): number | null {
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  if (count === 0 || key === 'Home' || key === 'End') return null;
  if (key === 'Tab') return groupStart(groups, at, shiftKey);
  if (key === 'ArrowDown' && at === count - 1) return 0;
  if (key === 'ArrowUp' && at === 0) return count - 1;
  return nextActive(key, at, count, page);
}

function groupStart(groups: readonly PaletteGroup[], at: number, isBack: boolean): number {
  const starts: number[] = [];
  let next = 0;
  for (const group of groups) {
    starts.push(next);
    next += group.items.length;
  }
  const own = starts.findLastIndex((start) => start <= at);
  const wanted = (own + (isBack ? -1 : 1) + starts.length) % starts.length;
  return starts[wanted] ?? 0;
}
