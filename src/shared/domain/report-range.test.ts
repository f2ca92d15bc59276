import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { presetSpan, previousOf, type RangePreset, rangePresets, shiftRange } from './report-range.ts';
import { comparedSpan } from './report-span.ts';

const today = calendarDate(20261129);
const spanOf = (preset: RangePreset) => presetSpan(preset, today, calendarDate(20110104));

describe('named ranges', () => {
  it('are the days that a shopkeeper means', () => {
    expect(rangePresets.map((preset) => Object.values(spanOf(preset)))).toEqual([
      [20261129, 20261129],
      [20261128, 20261128],
      [20261123, 20261129],
      [20261123, 20261129],
      [20261101, 20261129],
      [20261001, 20261031],
      [20261031, 20261129],
      [20261001, 20261129],
      [20260701, 20260930],
      [20260101, 20261129],
      [20250101, 20251231],
      [20251201, 20261129],
      [20110104, 20261129],
    ]);
  });

  it('begin today in a shop that sold nothing, or only on a day to come', () => {
    expect(presetSpan('all-time', today, null)).toEqual({ from: today, to: today });
    expect(presetSpan('all-time', today, calendarDate(20270101))).toEqual({ from: today, to: today });
  });

  it('are compared with the same days before while they go on', () => {
    const comparedTo = (preset: RangePreset) => {
      const compare = previousOf(preset);
      return compare === null ? null : Object.values(comparedSpan(spanOf(preset), compare) ?? {});
    };
    expect(comparedTo('this-month')).toEqual([20261001, 20261029]);
    expect(comparedTo('last-month')).toEqual([20260901, 20260930]);
    expect(comparedTo('this-quarter')).toEqual([20260701, 20260829]);
    expect(comparedTo('last-quarter')).toEqual([20260401, 20260630]);
    expect(comparedTo('this-year')).toEqual([20250101, 20251129]);
    expect(comparedTo('last-30-days')).toEqual([20261001, 20261030]);
    expect(comparedTo('all-time')).toBeNull();
    const wednesday = presetSpan('this-week', calendarDate(20261125), null);
    expect(comparedSpan(wednesday, 'last-week')).toEqual({ from: 20261116, to: 20261118 });
  });

  it('never compare with days that a shorter month does not have', () => {
    const march = { from: calendarDate(20260301), to: calendarDate(20260330) };
    expect(comparedSpan(march, 'last-month')).toEqual({ from: 20260201, to: 20260228 });
  });
});

describe('the period before and after', () => {
  const walk = (preset: RangePreset, ...ways: (-1 | 1)[]) =>
    ways.reduce<ReturnType<typeof shiftRange>>(
      (at, way) => at && shiftRange(at.preset, at.span, way, today),
      { preset, span: spanOf(preset) },
    );

  it('goes by whole months and comes back to the name it set out from', () => {
    expect(walk('this-month', -1)).toEqual({ preset: 'last-month', span: spanOf('last-month') });
    expect(walk('this-month', -1, -1)).toEqual({ preset: null, span: { from: 20260901, to: 20260930 } });
    expect(walk('this-month', -1, -1, 1, 1)?.preset).toBe('this-month');
    expect(walk('this-quarter', -1)).toEqual({ preset: 'last-quarter', span: spanOf('last-quarter') });
    expect(walk('this-quarter', -1, 1)?.preset).toBe('this-quarter');
    expect(walk('this-year', -1)?.preset).toBe('last-year');
    expect(walk('today', -1)?.preset).toBe('yesterday');
    expect(walk('this-week', -1)).toEqual({ preset: null, span: { from: 20261116, to: 20261122 } });
    expect(walk('this-week', -1, 1)?.preset).toBe('this-week');
    expect(walk('last-30-days', -1, 1)?.preset).toBe('last-30-days');
  });

  it('tells a month from the quarter and the year that begin with it', () => {
    const january = calendarDate(20260110);
    const december = { from: calendarDate(20251201), to: calendarDate(20251231) };
    expect(shiftRange(null, december, 1, january)).toEqual({
      ...{ preset: 'this-month', span: { from: 20260101, to: 20260110 } },
    });
  });

  it('ends with today, and there is none around all time', () => {
    expect(walk('this-month', 1)).toBeNull();
    expect(walk('today', 1)).toBeNull();
    expect(walk('all-time', -1)).toBeNull();
    expect(walk('all-time', 1)).toBeNull();
  });
});
