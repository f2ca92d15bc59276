import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../shared/text/format.ts';
import { monthBars, monthSeries } from './month-series.ts';

const month = (of: number, sales: number, returned = 0) => ({ month: of, net: sales - returned });
const seriesOf = (...months: ReturnType<typeof month>[]) => monthSeries(months, { net: 0 });

describe('the months of a file', () => {
  it('are all there from the first to the last, over the end of a year too', () => {
    expect(seriesOf(month(201911, 500, 100), month(202002, 300))).toEqual([
      { month: 201911, net: 400 },
      { month: 201912, net: 0 },
      { month: 202001, net: 0 },
      { month: 202002, net: 300 },
    ]);
    expect(seriesOf()).toEqual([]);
  });

  it('are only those with sales where they are a life apart', () => {
    expect(seriesOf(month(190001, 1), month(202602, 3))).toEqual([
      { month: 190001, net: 1 },
      { month: 202602, net: 3 },
    ]);
  });

  it('show a month without sales as a gap, for each of the amounts', () => {
    const months = [
      { month: 202001, amounts: [1050, 1000] },
      { month: 202003, amounts: [200, 200] },
    ];
    const names = [
      { name: 'Shop', role: 'strong' },
      { name: 'File', role: 'compare' },
    ] as const;
    const format = createFormat({ locale: 'en-GB', currency: 'GBP', exponent: 2, timeZone: 'UTC' });
    const { labels, series, formatValue } = monthBars(months, names, format);
    expect(labels).toHaveLength(3);
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['Shop', [1050, 0, 200]],
      ['File', [1000, 0, 200]],
    ]);
    expect(formatValue(1050)).toBe('£10.50');
  });
});
