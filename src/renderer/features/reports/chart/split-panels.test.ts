import { describe, expect, it } from 'vitest';
import { sampleResult } from '../../../../../test/support/sample-results.ts';
import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { createEnglishText } from '../../../../shared/text/english.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { panelsOf } from './panels-of.ts';

const words = {
  text: createEnglishText('en-IE'),
  format: createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' }),
};
const plain = (value: string | null) => (value ?? '').replace(/\s/gu, ' ');
type Part = NonNullable<ReportResult['split']>['parts'][number];

function chartOf(result: ReportResult, at: number, by: 'day' | 'hour' = 'day') {
  const panel = panelsOf(result, by, words)[at];
  if (panel?.as !== 'chart') throw new Error(`no chart but ${panel?.as}`);
  return panel;
}

/** Taxes of which the first bears 600 a step, the next 500 and so on, together what the time line says. */
function taxes(count: number, range: Parameters<typeof sampleResult>[1]): ReportResult {
  const each = (at: number): number => (6 - at) * 100;
  const whole = Array.from({ length: count }, (_, at) => each(at)).reduce((sum, one) => sum + one, 0);
  const result = sampleResult('tax', range, ['tax'], (_, __, isBefore) => (isBefore ? 40 : whole));
  const parts = Array.from({ length: count }, (_, at): Part => {
    const steps = result.series.map(() => each(at));
    const rate = (count - at) * 10_000;
    const part = { kind: 'tax' as const, key: `GST|${rate}` };
    return { part, name: 'GST', rate, value: each(at) * steps.length, steps };
  });
  return { ...result, split: { metric: 'tax', parts } };
}

const week = { from: 20261101, to: 20261107, by: 'day' } as const;

describe('tax over time', () => {
  it('lies rate by rate on top of each other, all of the range before beside it', () => {
    const { chart, pick } = chartOf(taxes(2, { ...week, compare: 'previous' }), 0);
    expect(chart.isStacked).toBe(true);
    expect(chart.series.map(({ name, role, values }) => [plain(name), role, values[0]])).toEqual([
      ['GST 2%', 'strong', 600],
      ['GST 1%', 'part-2', 500],
      ['Before: 25–31 Oct 2026', 'compare', 40],
    ]);
    expect(pick(1, 1)).toMatchObject({
      ...{ metric: 'tax', part: { kind: 'tax', key: 'GST|10000' }, from: 20261102, to: 20261102 },
      label: 'GST 1%, Monday, 2 Nov 2026',
    });
    expect(pick(1, 2)).toMatchObject({ part: { kind: 'all' }, from: 20261026, to: 20261026 });
  });

  it('puts together what has no colour of its own', () => {
    const { chart, pick } = chartOf(taxes(6, week), 0);
    expect(chart.series.map(({ name, values }) => [plain(name), values[0]])).toEqual([
      ...[
        ['GST 6%', 600],
        ['GST 5%', 500],
        ['GST 4%', 400],
        ['GST 3%', 300],
      ],
      ['Other taxes', 300],
    ]);
    expect(pick(0, 4)?.part).toEqual({ kind: 'all', key: '' });
  });

  it('is added up to weeks part by part where its days would be too many', () => {
    const { chart, title } = chartOf(taxes(2, { from: 20240101, to: 20261128, by: 'day' }), 0);
    expect(title).toBe('Tax by week');
    expect(chart.series.map(({ values }) => values[0])).toEqual([4200, 3500]);
  });

  it('is one bar where there is but one tax', () => {
    expect(chartOf(taxes(1, week), 0).chart.series.map(({ name }) => name)).toEqual(['Tax']);
  });
});

describe('a range before that is longer', () => {
  it('says which of its days have nothing beside them', () => {
    const february = { from: 20260201, to: 20260228, by: 'day', compare: 'previous' } as const;
    const found = chartOf(
      sampleResult('sales', february, ['netSales'], () => 5),
      0,
    );
    expect(found.chart.series[1]?.values).toHaveLength(28);
    expect(plain(found.note)).toBe(
      'The period before is longer: 29–31 Jan 2026 has nothing beside it here. The figures above count it.',
    );
    const march = { ...february, from: 20260301, to: 20260331 };
    expect(
      chartOf(
        sampleResult('sales', march, ['netSales'], () => 5),
        0,
      ).note,
    ).toBeNull();
  });
});

describe('what lies on the shelves by category', () => {
  it('leads to its products, and says what has no category', () => {
    const part = (key: string, name: string | null, value: number): Part => ({
      ...{ part: { kind: 'category', key }, name, rate: null, value, steps: null },
    });
    const parts = [part('4', 'Cups', 1199), part('0', null, 70)];
    const result = { ...sampleResult('stock-value', week), split: { metric: 'stockValue' as const, parts } };
    const { chart, title, pick } = chartOf(result, 0);
    expect([title, chart.labels]).toEqual(['Stock value by category', ['Cups', 'No category']]);
    expect(pick(1, 0)).toMatchObject({
      ...{ metric: 'stockValue', part: { kind: 'category', key: '0' }, label: 'No category' },
    });
  });
});

describe('hours of a day that begins at four', () => {
  it('stand in the order of the shop’s day', () => {
    const result = sampleResult('hours', week);
    const row = (key: string, sales: number): ReportResult['rows'][number] => ({
      ...{ part: { kind: 'hour', key }, span: null, cells: [...key.split('-').map(Number), 1, sales] },
    });
    const columns = (['weekday', 'hour', 'orders', 'sales'] as const).map((key) => ({
      ...{ key, unit: key === 'sales' ? ('money' as const) : ('count' as const) },
      metric: key === 'orders' || key === 'sales' ? key : null,
    }));
    const rows = [row('6-22', 500), row('6-1', 300)];
    const [panel] = panelsOf({ ...result, columns, rows, firstHour: 4 }, 'day', words);
    if (panel?.as !== 'heat') throw new Error('no heat map');
    expect(panel.heat.columnNames).toEqual(['22', '23', '00', '01']);
    expect(panel.heat.cells[5]?.map(({ value }) => value)).toEqual([500, null, null, 300]);
    expect(panel.pick(5, 3)?.part.key).toBe('6-1');
  });
});
