import { describe, expect, it } from 'vitest';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { daysOfMonth, filledMonths, historyFilterQuery, readHistoryFilter } from './history-filter.ts';

const month = (yyyymm: number) => calendarDate(yyyymm * 100 + 1);

describe('the filter of a customer’s orders', () => {
  it('comes back from the address as it was written', () => {
    for (const filter of [
      { status: 'all', owing: false, month: null },
      { status: 'in-transit', owing: true, month: month(202602) },
    ] as const)
      expect(readHistoryFilter(historyFilterQuery(filter))).toEqual(filter);
    expect(readHistoryFilter({ status: 'lost', payment: 'x', month: '2026-13' })).toEqual({
      ...{ status: 'all', owing: false, month: null },
    });
  });

  it('knows how long a month is', () => {
    expect(daysOfMonth(month(202402))).toEqual({ from: 20240201, to: 20240229 });
    expect(daysOfMonth(null)).toEqual({ from: null, to: null });
  });
});

describe('filledMonths', () => {
  const at = (yyyymm: number, orders: number) => ({ month: month(yyyymm), orders });
  const empty = (one: ReturnType<typeof month>) => ({ month: one, orders: 0 });

  it('fills the months between with nothing, up to this one', () => {
    const filled = filledMonths([at(202511, 2), at(202602, 1)], calendarDate(20260315), empty);
    expect(filled.map(({ month: one, orders }) => [one, orders])).toEqual([
      [20251101, 2],
      [20251201, 0],
      [20260101, 0],
      [20260201, 1],
      [20260301, 0],
    ]);
  });

  it('shows two years at most, and nothing of nothing', () => {
    expect(filledMonths([at(201001, 1)], calendarDate(20260315), empty)).toHaveLength(24);
    expect(filledMonths([], calendarDate(20260315), empty)).toEqual([]);
  });
});
