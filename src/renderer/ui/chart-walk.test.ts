import { expect, it } from 'vitest';
import { type ChartPlace, walkChart } from './chart-walk.ts';

const upright = { count: 30, seriesCount: 2, direction: 'ltr', isRanked: false } as const;
const at = (index: number, series: number | null = null): ChartPlace => ({ index, series });

function walk(
  keys: string,
  from: ChartPlace | null = null,
  change: Partial<Parameters<typeof walkChart>[2]> = {},
) {
  return keys
    .split(' ')
    .reduce<ChartPlace | null>(
      (place, key) => walkChart(key, place, { ...upright, ...change }) ?? place,
      from,
    );
}

it('walks point by point, by tenths and to the ends, and never beyond them', () => {
  expect(walk('ArrowRight')).toEqual(at(0));
  expect(walk('ArrowLeft')).toEqual(at(29));
  expect(walk('ArrowRight ArrowRight ArrowLeft ArrowLeft ArrowLeft')).toEqual(at(0));
  expect(walk('Home PageDown PageDown')).toEqual(at(6));
  expect(walk('End ArrowRight PageDown')).toEqual(at(29));
  expect(walk('End PageUp')).toEqual(at(26));
});

it('walks with the direction of writing', () => {
  expect(walk('ArrowLeft ArrowLeft', null, { direction: 'rtl' })).toEqual(at(1));
  expect(walk('ArrowRight', null, { direction: 'rtl' })).toEqual(at(29));
});

it('goes across the series of a point and keeps the one that was chosen', () => {
  expect(walk('ArrowRight ArrowDown')).toEqual(at(0, 0));
  expect(walk('ArrowRight ArrowDown ArrowDown ArrowDown ArrowRight')).toEqual(at(1, 1));
  expect(walk('ArrowRight ArrowUp')).toEqual(at(0, 1));
  expect(walkChart('ArrowDown', at(3), { ...upright, seriesCount: 1 })).toBeNull();
});

it('walks lying bars up and down', () => {
  expect(walk('ArrowDown ArrowDown ArrowUp', null, { isRanked: true })).toEqual(at(0));
});

it('has nothing to say to other keys, or where nothing is', () => {
  expect(walkChart('x', at(1), upright)).toBeNull();
  expect(walkChart('ArrowRight', null, { ...upright, count: 0 })).toBeNull();
});
