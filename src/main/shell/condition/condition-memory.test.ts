import { describe, expect, it } from 'vitest';
import { isConditionMemory } from './condition-memory.ts';

const checked = { at: 1, date: 20_261_122, problems: [{ check: 'file', count: 2 }] };

describe('what is remembered of the shop file', () => {
  it.each([
    {},
    { of: '1:2', since: 20_261_122, isOpen: true, isUnclean: false, isDamaged: false },
    { quick: checked, deep: checked, failure: null },
    { failure: { at: 1, reason: 'no room' } },
  ])('is taken as it was written: %j', (memory) => {
    expect(isConditionMemory(memory)).toBe(true);
  });

  it.each([
    null,
    [],
    'open',
    { isOpen: 'yes' },
    { of: 7 },
    { other: true },
    { quick: { ...checked, problems: [{ check: 'weather', count: 1 }] } },
    { deep: { at: '1', date: 1, problems: [] } },
    { failure: { at: 1 } },
  ])('counts as nothing where nobody of ours wrote it: %j', (memory) => {
    expect(isConditionMemory(memory)).toBe(false);
  });
});
