import { describe, expect, it } from 'vitest';
import { isDigitKey, payKeyOf } from './pay-key.ts';

describe('payKeyOf', () => {
  it('keeps one letter in upper case, or one digit, of any script', () => {
    expect(['c', ' U ', '7', 'é', 'न', '٣', 'ж'].map(payKeyOf)).toEqual(['C', 'U', '7', 'É', 'न', '٣', 'Ж']);
  });

  it('takes nothing else', () => {
    expect(['', ' ', 'ab', '+', '₹', '\u{1f600}', 'ß', '½', '\u0301'].map(payKeyOf)).toEqual(
      Array<null>(9).fill(null),
    );
  });
});

describe('isDigitKey', () => {
  it('knows digits of every script', () => {
    expect(['7', '٣', 'C', 'न'].map(isDigitKey)).toEqual([true, true, false, false]);
  });
});
