import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { compareValues } from './compare-values.ts';

const words = {
  text: createEnglishText('en-IE'),
  format: createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'UTC' }),
};
const compared = (metric: Metric, value: number | null, before: number | null) =>
  compareValues({ metric, value, before, span: 'Oct 2026' }, words);

describe('a figure beside the one before', () => {
  it('says by how much and whether that is welcome', () => {
    expect(compared('sales', 11_200, 10_000)).toEqual({
      ...{ direction: 'up', change: '12%', comparedWith: 'on Oct 2026', welcome: true },
    });
    expect(compared('returned', 50, 100)).toMatchObject({ direction: 'down', change: '50%', welcome: true });
    expect(compared('tax', 50, 100)).not.toHaveProperty('welcome');
  });

  it('says the difference itself where a percentage says nothing', () => {
    expect(compared('sales', 100_000_01, 1)?.change).toBe('€100,000.00');
    expect(compared('netSales', 500, -500)?.change).toBe('€10.00');
    expect(compared('sales', 1_000_001, 1_000_000)?.change).toBe('€0.01');
    expect(compared('marginShare', 430_000, 400_000)?.change).toBe('3 points');
  });

  it('compares nothing with nothing', () => {
    expect(compared('averageOrder', null, 500)).toBeNull();
    expect(compared('averageOrder', 500, null)).toBeNull();
    expect(compared('orders', 7, 0)).toBeNull();
    expect(compared('orders', 3, 3)).toEqual({
      ...{ direction: 'same', change: '', comparedWith: 'as on Oct 2026' },
    });
  });
});
