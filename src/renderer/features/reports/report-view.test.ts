import { describe, expect, it } from 'vitest';
import { reportKeys } from '../../../shared/contract/reports.ts';
import { addDays, calendarDate } from '../../../shared/domain/calendar.ts';
import { mostSteps, stepsOf } from '../../../shared/domain/report-span.ts';
import { defaultStep, reportGroups, reportOf, reportsIn, stepsFor } from './report-of.ts';
import {
  comparisonOf,
  comparisonsFor,
  inputOf,
  problemOf,
  queryForOther,
  readReportView,
  reportQuery,
  shiftedView,
  spanOf,
} from './report-view.ts';

const today = calendarDate(20261129);
const lasting = (days: number) => ({ from: addDays(today, 1 - days), to: today });

describe('the view in the address', () => {
  it('comes out as it went in', () => {
    const query = { range: 'this-month', by: 'week', compare: 'last-year', sort: '-sales', rows: '250' };
    expect(reportQuery(readReportView('sales', query))).toEqual({ ...query, from: undefined, to: undefined });
    const days = { from: '2026-11-01', to: '2026-11-29' };
    expect(reportQuery(readReportView('sales', days))).toMatchObject({ ...days, range: undefined });
  });

  it('reads what nobody wrote as the usual', () => {
    const wild = { range: 'ever', by: 'decade', compare: 'x', sort: 'a;b', rows: '7', from: '1' };
    expect(readReportView('tax', wild)).toEqual({
      ...{ range: 'last-month', from: null, to: null, by: null, compare: null, sort: null, rows: null },
      hasAllColumns: false,
    });
  });

  it('takes an open end as today, a later day as that day alone', () => {
    const of = (query: Record<string, string>) => spanOf(readReportView('sales', query), today, null);
    expect(of({ from: '2026-11-20' })).toEqual({ from: 20261120, to: today });
    expect(of({ to: '2026-11-20' })).toEqual({ from: 20261120, to: 20261120 });
    expect(of({ from: '2027-01-01' })).toEqual({ from: 20270101, to: 20270101 });
    expect(problemOf(of({ from: '2026-11-20', to: '2026-11-19' }))).toBe('upside-down');
    expect(problemOf(lasting(14_611))).toBe('too-long');
    expect(problemOf(lasting(14_610))).toBeNull();
    const reversed = readReportView('sales', { from: '2026-11-20', to: '2026-11-19' });
    expect(shiftedView(reversed, spanOf(reversed, today, null), -1, today)).toBeNull();
  });

  it('takes the days along to another report, and nothing to one that has none', () => {
    const view = readReportView('sales', { range: 'this-year', by: 'month', sort: '-sales' });
    expect(queryForOther(view, 'products')).toMatchObject({
      range: 'this-year',
      by: undefined,
      sort: undefined,
    });
    expect(queryForOther(view, 'low-stock')).toEqual({});
  });

  it('compares a single day with the same weekday, and offers that for less than a week', () => {
    const compareOf = (query: Record<string, string>) => {
      const view = readReportView('sales', query);
      return inputOf('sales', view, spanOf(view, today, null)).compare;
    };
    const saturday = { from: '2026-11-28', to: '2026-11-28' };
    expect(compareOf({ range: 'today' })).toBe('last-week');
    expect(compareOf(saturday)).toBe('last-week');
    expect(compareOf({ ...saturday, compare: 'previous' })).toBe('previous');
    expect(compareOf({ from: '2026-11-27', to: '2026-11-29' })).toBe('previous');
    expect(compareOf({ from: '2026-11-27', to: '2026-11-29', compare: 'last-week' })).toBe('last-week');
    expect(compareOf({ range: 'last-7-days', compare: 'last-week' })).toBe('previous');
    expect(comparisonsFor('sales', 'today', lasting(1))).toContain('last-week');
    expect(comparisonsFor('sales', 'this-week', lasting(3))).not.toContain('last-week');
  });

  it('compares what goes on with the same days before, and all time with nothing', () => {
    const compareOf = (query: Record<string, string>) => {
      const view = readReportView('sales', query);
      return inputOf('sales', view, spanOf(view, today, null)).compare;
    };
    expect(compareOf({ range: 'this-month' })).toBe('last-month');
    expect(compareOf({ range: 'last-30-days' })).toBe('previous');
    expect(compareOf({ range: 'this-year', compare: 'last-year' })).toBe('last-year');
    expect(compareOf({ range: 'all-time' })).toBe('none');
    const dead = readReportView('dead-stock', { compare: 'previous' });
    expect(comparisonOf('dead-stock', dead, spanOf(dead, today, null))).toBe('none');
  });
});

describe('how a time line is cut', () => {
  it('never asks for more steps than there may be, and always for some', () => {
    for (const report of reportKeys) {
      for (const days of [1, 2, 7, 8, 31, 32, 92, 93, 166, 167, 366, 367, 4000, 4001, 14_610]) {
        const span = lasting(days);
        for (const step of stepsFor(report, span)) {
          expect(stepsOf(span, step)?.length ?? mostSteps + 1, `${report} ${days} ${step}`).toBeLessThan(
            mostSteps + 1,
          );
        }
        if (reportOf[report].steps.length === 0) continue;
        expect(stepsFor(report, span)).toContain(defaultStep(report, span));
      }
    }
  });

  it('is what a person would choose', () => {
    const chosen = [1, 7, 30, 120, 365, 2000, 9000].map((days) => defaultStep('sales', lasting(days)));
    expect(chosen).toEqual(['hour', 'day', 'day', 'week', 'month', 'quarter', 'year']);
    expect(defaultStep('average-order', lasting(60))).toBe('month');
    expect(defaultStep('products', lasting(1))).toBe('day');
    // What does not add up is no band of thousands of points.
    expect(stepsFor('average-order', lasting(3650))).toEqual(['month', 'quarter', 'year']);
    expect(stepsFor('customers', lasting(370))).toContain('day');
    expect(stepsFor('customers', lasting(371))).not.toContain('day');
    expect(stepsFor('sales', lasting(3650))).toContain('day');
  });
});

describe('the overview', () => {
  it('has every report in one group', () => {
    expect(reportGroups.flatMap(reportsIn).toSorted()).toEqual([...reportKeys].toSorted());
  });
});
