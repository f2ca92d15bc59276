import type { Output } from '../../../shared/contract/index.ts';

export type CategoryNode = Output<'catalog.allCategories'>[number];
type InOrder = Pick<CategoryNode, 'id' | 'parentId'>;

/** Where a category goes: below a parent (null: the top), before a sibling (null: last). */
export type CategoryPlace = { readonly parentId: number | null; readonly beforeId: number | null };
export type CategoryStep = 'up' | 'down' | 'out' | 'in';

/**
 * Where one step leads: up or down among its siblings, out to stand after its parent, or in below the sibling before
 * it. Null where there is no such place.
 */
export function placeAfterStep(
  categories: readonly InOrder[],
  categoryId: number,
  step: CategoryStep,
): CategoryPlace | null {
  const moved = categories.find(({ id }) => id === categoryId);
  if (moved === undefined) return null;
  const { parentId } = moved;
  const siblings = childrenOf(categories, parentId);
  const at = siblings.findIndex(({ id }) => id === categoryId);
  const before = siblings[at - 1];
  switch (step) {
    case 'up':
      return before ? { parentId, beforeId: before.id } : null;
    case 'down':
      return at < siblings.length - 1 ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null;
    case 'in':
      return before ? { parentId: before.id, beforeId: null } : null;
    case 'out': {
      const parent = categories.find(({ id }) => id === parentId);
      if (parent === undefined) return null;
      const aunts = childrenOf(categories, parent.parentId);
      const next = aunts[aunts.findIndex(({ id }) => id === parent.id) + 1];
      return { parentId: parent.parentId, beforeId: next?.id ?? null };
    }
  }
}

/** Where a category goes that is dropped on another: before it, after it, or below it. Null on itself or its own. */
export function placeOfDrop(
  categories: readonly InOrder[],
  categoryId: number,
  targetId: number,
  zone: 'before' | 'after' | 'inside',
): CategoryPlace | null {
  const target = categories.find(({ id }) => id === targetId);
  if (target === undefined || isWithin(categories, targetId, categoryId)) return null;
  if (zone === 'inside') return { parentId: targetId, beforeId: null };
  const { parentId } = target;
  if (zone === 'before') return { parentId, beforeId: targetId };
  const siblings = childrenOf(categories, parentId).filter(({ id }) => id !== categoryId);
  const next = siblings[siblings.findIndex(({ id }) => id === targetId) + 1];
  return { parentId, beforeId: next?.id ?? null };
}

/** Whether a category is another one, or stands anywhere below it. A damaged tree ends the climb. */
export function isWithin(categories: readonly InOrder[], categoryId: number, aboveId: number): boolean {
  const seen = new Set<number>();
  let at: number | null = categoryId;
  while (at !== null && !seen.has(at)) {
    if (at === aboveId) return true;
    seen.add(at);
    at = categories.find(({ id }) => id === at)?.parentId ?? null;
  }
  return false;
}

function childrenOf(categories: readonly InOrder[], parentId: number | null): readonly InOrder[] {
  const ids = new Set(categories.map(({ id }) => id));
  const parentOf = ({ parentId: parent }: InOrder) => (parent !== null && ids.has(parent) ? parent : null);
  return categories.filter((category) => parentOf(category) === parentId);
}
