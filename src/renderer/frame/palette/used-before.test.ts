import { beforeEach, expect, it } from 'vitest';
import { favourites, noteUse, readUses } from './used-before.ts';

beforeEach(() => window.localStorage.clear());

const use = (...keys: string[]) => {
  for (const key of keys) noteUse(1, key);
};

it('offers the last three first, then what was used most', () => {
  use('a', 'b', 'b', 'b', 'c', 'c', 'd', 'e', 'f');
  expect(favourites(readUses(1))).toEqual(['f', 'e', 'd', 'b', 'c', 'a']);
});

it('is each person’s own', () => {
  use('a');
  expect(readUses(2)).toEqual([]);
});

it('forgets what was not used for long, and reads no nonsense', () => {
  use(...Array.from({ length: 60 }, (_, index) => `k${index}`));
  expect(readUses(1)).toHaveLength(40);
  expect(readUses(1)[0]).toEqual({ key: 'k59', count: 1 });
  for (const nonsense of ['{', '7', '[{"key":1}]', '[null]']) {
    window.localStorage.setItem('palette.1', nonsense);
    expect(readUses(1)).toEqual([]);
  }
});
