import { describe, expect, it } from 'vitest';
import { isDigitKey, payKeyOf } from './pay-key.ts';

describe('payKeyOf', () => {
  it('keeps one letter of any script in upper case, or one digit', () => {
    expect(['c', ' U ', '7', 'é', 'न', 'ж', 'e\u0301'].map(payKeyOf)).toEqual([
      ...['C', 'U', '7', 'É', 'न', 'Ж', 'É'],
    ]);
  });

  it('takes nothing else', () => {
    const others = ['', ' ', 'ab', '+', '₹', '\u{1f600}', 'ß', '½', '٣', '\u0301'];
    expect(others.map(payKeyOf)).toEqual(others.map(() => null));
  });
});

describe('isDigitKey', () => {
  it('knows digits from letters', () => {
    expect(['7', '0', 'C', 'न'].map(isDigitKey)).toEqual([true, true, false, false]);
  });
});
