import { describe, expect, it } from 'vitest';
import { optionCombinations, variantKey, variantLabel } from './variant-options.ts';

describe('optionCombinations', () => {
  it('combines every value with every other', () => {
    expect(
      optionCombinations([
        ['S', 'M'],
        ['Red', 'Blue'],
      ]).map(variantLabel),
    ).toEqual(['S / Red', 'S / Blue', 'M / Red', 'M / Blue']);
  });

  it('has none without options, and none where one has no values', () => {
    expect(optionCombinations([])).toEqual([]);
    expect(optionCombinations([['S'], []])).toEqual([]);
  });
});

describe('variantKey', () => {
  it('takes another case or spacing for the same', () => {
    expect(variantKey(' S /  red')).toBe(variantKey('s / Red'));
    expect(variantKey('S')).not.toBe(variantKey('M'));
  });
});
