import { describe, expect, it } from 'vitest';
import { sheetOf } from './sheet-paper.ts';

describe('sheetOf', () => {
  it('knows where printers hold Letter, and A4 everywhere else', () => {
    expect(['US', 'CA', 'MX', 'PH'].map(sheetOf)).toEqual(['letter', 'letter', 'letter', 'letter']);
    expect(['GB', 'DE', 'IN', 'JP', 'BR', 'AU', ''].map(sheetOf)).toEqual(Array(7).fill('a4'));
  });
});
