import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../shared/text/format.ts';
import { compareFigures } from './compare-figures.ts';

const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'Europe/London' });
const compare = (now: number, before: number) =>
  compareFigures(
    {
      now,
      before,
      more: 'better',
      write: (difference) => `${difference}p`,
      comparedWith: 'on Sunday',
      sameAs: 'as on Sunday',
    },
    format,
  );

describe('compareFigures', () => {
  it('says the change as a whole percentage, and whether it is welcome', () => {
    expect(compare(1125, 1000)).toMatchObject({ direction: 'up', change: '13%', welcome: true });
    expect(compare(500, 1000)).toMatchObject({ direction: 'down', change: '50%', welcome: false });
    expect(compare(1100, 100)).toMatchObject({ change: '1,000%' });
  });

  it('says the difference where a share says nothing', () => {
    expect(compare(700, 0)).toMatchObject({ direction: 'up', change: '700p' });
    expect(compare(100_001, 100_000)).toMatchObject({ direction: 'up', change: '1p' });
    expect(compare(30_000, 100)).toMatchObject({ change: '29900p' });
    expect(compare(50, -100)).toMatchObject({ direction: 'up', change: '150p' });
  });

  it('is neither up nor down when nothing changed', () => {
    expect(compare(0, 0)).toEqual({ direction: 'same', change: '', comparedWith: 'as on Sunday' });
  });

  it('is welcome as the dictionary has it', () => {
    const words = { now: 3, before: 2, write: String, comparedWith: '', sameAs: '' };
    expect(compareFigures({ ...words, more: 'worse' }, format).welcome).toBe(false);
    expect(compareFigures({ ...words, more: null }, format)).not.toHaveProperty('welcome');
  });

  it('says how many where there are few', () => {
    const few = { now: 3, before: 2, write: String, comparedWith: '', sameAs: '', more: null };
    expect(compareFigures({ ...few, asDifference: true }, format).change).toBe('1');
  });

  it('holds with sums at the edge of what is counted', () => {
    expect(compare(Number.MAX_SAFE_INTEGER, 1).direction).toBe('up');
  });
});
