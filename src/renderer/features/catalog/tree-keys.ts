import type { Direction } from '../../../shared/text/text.ts';
import type { CategoryStep } from './category-moves.ts';

type Row = {
  readonly id: number;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
};

export type TreeMove =
  | { readonly kind: 'choose'; readonly id: number }
  | { readonly kind: 'fold'; readonly id: number; readonly isFolded: boolean };

/** Where an arrow with Alt moves a category; in and out follow the direction of reading. */
export function stepOfKey(key: string, direction: Direction): CategoryStep | null {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowRight') return direction === 'ltr' ? 'in' : 'out';
  if (key === 'ArrowLeft') return direction === 'ltr' ? 'out' : 'in';
  return null;
}

/** What a key does in a tree: walk, unfold or go below, fold or go above. Null for keys that do nothing here. */
export function treeMove(
  key: string,
  rows: readonly Row[],
  active: number,
  direction: Direction,
): TreeMove | null {
  const row = rows[active];
  const at = (index: number): TreeMove | null => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
    return next === undefined ? null : { kind: 'choose', id: next.id };
  };
  if (key === 'ArrowDown') return at(active + 1);
  if (key === 'ArrowUp') return at(active < 0 ? 0 : active - 1);
  if (key === 'Home') return at(0);
  if (key === 'End') return at(rows.length - 1);
  if (row === undefined) return null;
  const step = stepOfKey(key, direction);
  if (step === 'in') {
    if (!row.hasChildren) return null;
    return row.isOpen ? at(active + 1) : { kind: 'fold', id: row.id, isFolded: false };
  }
  if (step !== 'out') return null;
  if (row.hasChildren && row.isOpen) return { kind: 'fold', id: row.id, isFolded: true };
  const above = rows.slice(0, active).findLast(({ depth }) => depth < row.depth);
  return above === undefined ? null : { kind: 'choose', id: above.id };
}
