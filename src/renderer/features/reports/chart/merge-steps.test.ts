import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sampleResult } from '../../../../../test/support/sample-results.ts';
import { addDays, calendarDate } from '../../../../shared/domain/calendar.ts';
import { mostColumns, timeLineOf } from './merge-steps.ts';

const wave = (index: number): number => ((index * 7919) % 1000) - 200;

it('leaves what can be told apart as it is, each column with the days that it is compared with', () => {
  const range = { from: 20261101, to: 20261107, by: 'day', compare: 'previous' } as const;
  const line = timeLineOf(sampleResult('sales', range, ['netSales'], wave), 'day', true);
  expect([line.by, line.isMerged, line.columns.length]).toEqual(['day', false, 7]);
  expect(line.columns[2]?.spanBefore).toMatchObject({ from: 20261027, to: 20261027 });
});

it('takes what main cut by days for days, where hours were asked', () => {
  const range = { from: 20261101, to: 20261103, by: 'day' } as const;
  expect(timeLineOf(sampleResult('tax', range, ['tax'], wave), 'hour', true)).toMatchObject({
    by: 'day',
    isMerged: false,
  });
});

it('adds hours of a month up to days, and ten years of days to months', () => {
  const hours = sampleResult('sales', { from: 20261101, to: 20261130, by: 'hour' }, ['sales'], () => 10);
  const days = timeLineOf(hours, 'hour', true);
  expect([days.by, days.columns.length, days.columns[4]?.values[0]]).toEqual(['day', 30, 240]);
  expect(days.columns[0]).toMatchObject({ from: 20261101, to: 20261101, hour: null });
  const long = sampleResult('sales', { from: 20161201, to: 20261128, by: 'day' }, ['sales'], () => 1);
  const months = timeLineOf(long, 'day', true);
  expect([months.by, months.columns.length]).toEqual(['month', 120]);
  expect(months.columns.at(-1)).toMatchObject({ from: 20261101, to: 20261128, values: [28] });
});

it('keeps the steps of figures that do not add up', () => {
  const range = { from: 20161201, to: 20261128, by: 'day' } as const;
  const line = timeLineOf(sampleResult('average-order', range, ['averageOrder'], wave), 'day', false);
  expect([line.by, line.columns.length]).toEqual(['day', 3650]);
});

it('loses and invents nothing: all columns together are all steps together, in order and without gaps', () => {
  const from = calendarDate(20150117);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3900 }), fc.boolean(), (days, compares) => {
      const to = addDays(from, days - 1);
      const compare = compares ? 'previous' : 'none';
      const result = sampleResult('sales', { from, to, by: 'day', compare }, ['netSales', 'orders'], wave);
      const { columns } = timeLineOf(result, 'day', true);
      expect(columns.length).toBeLessThanOrEqual(mostColumns);
      const sum = (of: (column: (typeof columns)[number]) => number | null | undefined) =>
        columns.reduce((total, column) => total + (of(column) ?? 0), 0);
      const all = result.series.reduce((total, step) => total + (step.values[0] ?? 0), 0);
      expect(sum(({ values }) => values[0])).toBe(all);
      expect(sum(({ before }) => before?.[1])).toBe(compares ? all : 0);
      expect([columns[0]?.from, columns.at(-1)?.to]).toEqual([from, to]);
      for (const [index, column] of columns.slice(1).entries()) {
        expect(column.from).toBe(addDays(columns[index]?.to ?? from, 1));
      }
    }),
    { numRuns: 60 },
  );
});
