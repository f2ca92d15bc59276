import { describe, expect, it } from 'vitest';
import { isWithin, placeAfterStep, placeOfDrop } from './category-moves.ts';
import { stepOfKey, treeMove } from './tree-keys.ts';

/** Food (Cakes, Breads), Drinks (Tea), Gear. */
const tree = [
  { id: 1, parentId: null },
  { id: 2, parentId: null },
  { id: 3, parentId: null },
  { id: 11, parentId: 1 },
  { id: 12, parentId: 1 },
  { id: 21, parentId: 2 },
];

describe('placeAfterStep', () => {
  it('moves among siblings, and nowhere at the ends', () => {
    expect(placeAfterStep(tree, 2, 'up')).toEqual({ parentId: null, beforeId: 1 });
    expect(placeAfterStep(tree, 1, 'down')).toEqual({ parentId: null, beforeId: 3 });
    expect(placeAfterStep(tree, 2, 'down')).toEqual({ parentId: null, beforeId: null });
    expect(placeAfterStep(tree, 1, 'up')).toBe(null);
    expect(placeAfterStep(tree, 12, 'down')).toBe(null);
  });

  it('moves in below the sibling before, and out to stand after its parent', () => {
    expect(placeAfterStep(tree, 2, 'in')).toEqual({ parentId: 1, beforeId: null });
    expect(placeAfterStep(tree, 1, 'in')).toBe(null);
    expect(placeAfterStep(tree, 11, 'out')).toEqual({ parentId: null, beforeId: 2 });
    expect(placeAfterStep(tree, 21, 'out')).toEqual({ parentId: null, beforeId: 3 });
    expect(placeAfterStep(tree, 3, 'out')).toBe(null);
  });
});

describe('placeOfDrop', () => {
  it('drops before, after and inside, never on itself or below itself', () => {
    expect(placeOfDrop(tree, 3, 1, 'before')).toEqual({ parentId: null, beforeId: 1 });
    expect(placeOfDrop(tree, 3, 11, 'after')).toEqual({ parentId: 1, beforeId: 12 });
    expect(placeOfDrop(tree, 3, 12, 'after')).toEqual({ parentId: 1, beforeId: null });
    expect(placeOfDrop(tree, 12, 11, 'after')).toEqual({ parentId: 1, beforeId: null });
    expect(placeOfDrop(tree, 3, 2, 'inside')).toEqual({ parentId: 2, beforeId: null });
    expect(placeOfDrop(tree, 1, 11, 'inside')).toBe(null);
    expect(placeOfDrop(tree, 1, 1, 'before')).toBe(null);
  });

  it('climbs a tree that bites its own tail only once', () => {
    const bitten = [
      { id: 1, parentId: 2 },
      { id: 2, parentId: 1 },
    ];
    expect(isWithin(bitten, 1, 9)).toBe(false);
  });
});

describe('the keys of a tree', () => {
  const rows = [
    { id: 1, depth: 0, hasChildren: true, isOpen: true },
    { id: 11, depth: 1, hasChildren: false, isOpen: true },
    { id: 2, depth: 0, hasChildren: true, isOpen: false },
  ];
  it('walks, unfolds and folds; in and out follow the direction of reading', () => {
    expect(treeMove('ArrowDown', rows, 0, 'ltr')).toEqual({ kind: 'choose', id: 11 });
    expect(treeMove('ArrowRight', rows, 0, 'ltr')).toEqual({ kind: 'choose', id: 11 });
    expect(treeMove('ArrowRight', rows, 2, 'ltr')).toEqual({ kind: 'fold', id: 2, isFolded: false });
    expect(treeMove('ArrowLeft', rows, 2, 'rtl')).toEqual({ kind: 'fold', id: 2, isFolded: false });
    expect(treeMove('ArrowLeft', rows, 1, 'ltr')).toEqual({ kind: 'choose', id: 1 });
    expect(treeMove('ArrowLeft', rows, 0, 'ltr')).toEqual({ kind: 'fold', id: 1, isFolded: true });
    expect(treeMove('x', rows, 0, 'ltr')).toBe(null);
    expect(stepOfKey('ArrowLeft', 'rtl')).toBe('in');
  });
});
