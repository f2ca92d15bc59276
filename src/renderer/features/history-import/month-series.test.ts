import { describe, expect, it } from 'vitest';
import { money } from '../../../shared/domain/money.ts';
import { monthSeries } from './month-series.ts';

const month = (of: number, sales: number, returned = 0) => ({
  ...{ month: of, orders: 1, returns: 0, lines: 1, tax: money(0) },
  sales: money(sales),
  returned: money(returned),
});

describe('the months of a file', () => {
  it('are all there from the first to the last, over the end of a year too', () => {
    expect(monthSeries([month(201911, 500, 100), month(202002, 300)])).toEqual([
      { month: 201911, net: 400 },
      { month: 201912, net: 0 },
      { month: 202001, net: 0 },
      { month: 202002, net: 300 },
    ]);
    expect(monthSeries([])).toEqual([]);
  });

  it('are only those with sales where they are a life apart', () => {
    expect(monthSeries([month(190001, 1), month(202602, 3)])).toEqual([
      { month: 190001, net: 1 },
      { month: 202602, net: 3 },
    ]);
  });
});
