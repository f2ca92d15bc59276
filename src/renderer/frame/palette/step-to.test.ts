import { expect, it } from 'vitest';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import { stepTo } from './step-to.ts';

const item = (key: string): PaletteItem => ({
  ...{ key, group: 'here', label: key, lead: null, run: () => undefined },
});
const groups: readonly PaletteGroup[] = [
  { key: 'recent', items: [item('a'), item('b')] },
  { key: 'here', items: [item('c')] },
  { key: 'screens', items: [item('d'), item('e')] },
];
const to = (key: string, at: number, shiftKey = false) => stepTo({ key, shiftKey }, groups, at);

it('walks row by row and round the ends', () => {
  expect([to('ArrowDown', 1), to('ArrowDown', 4), to('ArrowUp', 0), to('PageDown', 0)]).toEqual([2, 0, 4, 4]);
});

it('goes from group to group with Tab', () => {
  expect([to('Tab', 1), to('Tab', 2), to('Tab', 4), to('Tab', 1, true), to('Tab', 3, true)]).toEqual([
    2, 3, 0, 3, 2,
  ]);
});

it('leaves all other keys to the field, and every key where nothing is listed', () => {
  expect([to('Home', 2), to('End', 2), to('x', 2)]).toEqual([null, null, null]);
  expect(stepTo({ key: 'Tab', shiftKey: false }, [], 0)).toBeNull();
});
