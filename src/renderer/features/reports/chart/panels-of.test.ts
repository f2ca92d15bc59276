import { describe, expect, it } from 'vitest';
import { sampleResult, withRows } from '../../../../../test/support/sample-results.ts';
import { type ReportKey, type ReportResult, reportKeys } from '../../../../shared/contract/reports.ts';
import type { Metric } from '../../../../shared/domain/kpi.ts';
import { createEnglishText } from '../../../../shared/text/english.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import type { Panel } from './panel.ts';
import { panelsOf } from './panels-of.ts';

const words = {
  text: createEnglishText('en-IE'),
  format: createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' }),
};
const week = { from: 20261101, to: 20261107, by: 'day' } as const;
const of = (result: ReportResult, by: 'hour' | 'day' = 'day') => panelsOf(result, by, words);

function chartOf(panel: Panel | undefined) {
  if (panel?.as !== 'chart') throw new Error(`no chart but ${panel?.as}`);
  return panel;
}

const productRows = Array.from(
  { length: 12 },
  (_, at) => ['product', `${at + 1}`, `Product ${at + 1}`, (12 - at) * 1000, (12 - at) * 300] as const,
);

describe('pictures of what is sold over time', () => {
  it('are bars with the range before in grey, and each leads to its own days', () => {
    const value = (index: number, _: Metric, isBefore: boolean) => (isBefore ? 50 : 100 + index);
    const result = sampleResult('sales', { ...week, compare: 'previous' }, ['netSales', 'orders'], value);
    const { chart, pick } = chartOf(of(result)[0]);
    expect([chart.kind, chart.axisLabels?.[1]]).toEqual(['bar', 'Mon 2']);
    expect(chart.series).toMatchObject([
      { name: 'Net sales', role: 'strong', values: [100, 101, 102, 103, 104, 105, 106] },
      { name: 'Before: 25–31 Oct 2026', role: 'compare', values: Array(7).fill(50) },
    ]);
    expect(pick(1, 0)).toEqual({
      ...{ metric: 'netSales', part: { kind: 'all', key: '' }, from: 20261102, to: 20261102 },
      label: 'Monday, 2 Nov 2026',
    });
    expect(pick(1, 1)).toMatchObject({ metric: 'netSales', from: 20261026, to: 20261026 });
  });

  it('are hours of one day, each leading to that hour of its weekday', () => {
    const range = { from: 20261102, to: 20261102, by: 'hour' } as const;
    const { chart, pick } = chartOf(
      of(
        sampleResult('sales', range, ['sales'], (hour) => hour),
        'hour',
      )[0],
    );
    expect([chart.labels[14], chart.axisLabels?.[14]]).toEqual(['Mon 2, 14–15', '14']);
    expect(pick(14, 0)).toMatchObject({
      ...{ metric: 'sales', part: { kind: 'hour', key: '1-14' }, from: 20261102, to: 20261102 },
    });
  });

  it('are a line of averages with its gaps', () => {
    const range = { from: 20260901, to: 20261115, by: 'month', compare: 'last-year' } as const;
    const value = (index: number) => (index === 1 ? null : 2000);
    const result = sampleResult('average-order', range, ['averageOrder', 'keptOrders'], value);
    const { chart } = chartOf(panelsOf(result, 'month', words)[0]);
    expect([chart.kind, chart.adds, chart.series[0]?.values]).toEqual(['line', false, [2000, null, 2000]]);
    expect(chart.labels).toEqual(['Sept 2026', 'Oct 2026', 'Nov 2026, 1 Nov to 15 Nov']);
  });

  it('add days up where they would be too many, and say so', () => {
    const range = { from: 20240101, to: 20261128, by: 'day' } as const;
    const panel = chartOf(of(sampleResult('sales', range, ['netSales'], () => 1))[0]);
    expect([panel.title, panel.note]).toEqual([
      'Net sales by week',
      'Days are added up to weeks here: so many bars could not be told apart.',
    ]);
    expect(panel.pick(0, 0)).toMatchObject({ from: 20240101, to: 20240107 });
  });

  it('have nothing beside them where nothing was before', () => {
    const value = (_: number, __: Metric, isBefore: boolean) => (isBefore ? 0 : 100);
    const result = sampleResult('sales', { ...week, compare: 'previous' }, ['netSales'], value);
    expect(chartOf(of(result)[0]).chart.series.map(({ role }) => role)).toEqual(['strong']);
  });

  it('say in words that there is nothing', () => {
    expect(of(sampleResult('sales', week, ['netSales']))[0]).toMatchObject({ as: 'nothing' });
  });

  it('show refunds downwards', () => {
    const value = (_: number, metric: Metric) => (metric === 'paid' ? 900 : 40);
    const result = withRows(
      sampleResult('payments', week, ['paid', 'refunded'], value),
      { name: 'text', paid: 'money', paidShare: 'share', refunds: 'count', refunded: 'money' },
      [],
    );
    const { chart, pick } = chartOf(of(result)[1]);
    expect([chart.isStacked, chart.series.map(({ values }) => values[0])]).toEqual([true, [900, -40]]);
    expect(pick(0, 1)?.metric).toBe('refunded');
  });
});

describe('pictures of parts', () => {
  const columns = { name: 'text', goods: 'money', margin: 'money' } as const;

  it('are the ten largest, margin inside, each leading to itself', () => {
    const day = { from: 20261101, to: 20261101, by: 'day' } as const;
    const oneDay = withRows(
      sampleResult('products', day, ['goods'], () => 9),
      columns,
      productRows,
    );
    // A time line of one day has nothing to say beside them.
    expect(of(oneDay)).toHaveLength(1);
    const [panel] = of(withRows(sampleResult('products', week), columns, productRows));
    const { chart, pick, note } = chartOf(panel);
    expect(note).toBe('The 10 largest; 2 more stand in the table.');
    expect(chart.labels).toHaveLength(10);
    expect(chart.series.map(({ inset, values }) => [inset ?? false, values[0]])).toEqual([
      [false, 12_000],
      [true, 3600],
    ]);
    expect(pick(0, 0)).toEqual({
      ...{ metric: 'goods', part: { kind: 'product', key: '1' }, from: 20261101, to: 20261107 },
      label: 'Product 1',
    });
    expect(pick(0, 1)?.metric).toBe('margin');
  });

  it('show no margin to whom main gave none', () => {
    const rows = productRows.map(([kind, key, name, goods]) => [kind, key, name, goods] as const);
    const [panel] = of(withRows(sampleResult('products', week), { name: 'text', goods: 'money' }, rows));
    expect(chartOf(panel).chart.series).toHaveLength(1);
  });

  it('do not call the rows of the table the largest of all where they are not', () => {
    const result = withRows(sampleResult('products', week), columns, productRows.toReversed());
    const [panel] = of({ ...result, others: { count: 40, cells: [] } });
    expect(panel?.note).toBe('Of the 12 rows that the table shows. Show more rows to see all.');
  });

  it('have words for what has no name of its own', () => {
    const result = withRows(sampleResult('products', week), columns, [['product', '0', null, 5, 1]]);
    expect(chartOf(of(result)[0]).chart.labels).toEqual(['Custom items']);
    const staff = withRows(sampleResult('staff', week), { name: 'text', sales: 'money' }, [
      ['staff', '', null, 7],
    ]);
    expect(chartOf(of(staff)[0]).chart.labels).toEqual(['Nobody signed in']);
  });

  it('of statuses are a ring in their own colours, without those that no order has', () => {
    const result = withRows(sampleResult('status', week), { status: 'word', orders: 'count' }, [
      ['status', 'received', 'received', 1],
      ['status', 'shipped', 'shipped', 0],
      ['status', 'delivered', 'delivered', 2],
    ]);
    const { chart, pick } = chartOf(of(result)[0]);
    expect(chart).toMatchObject({
      ...{ kind: 'doughnut', labels: ['Order Received', 'Delivered'] },
      inks: ['--chart-status-received', '--chart-status-delivered'],
    });
    expect([0, 1].map((index) => chart.formatShare?.(index))).toEqual(['33.3%', '66.7%']);
    expect(pick(1, 0)).toMatchObject({ metric: 'orders', part: { kind: 'status', key: 'delivered' } });
  });

  it('of payments have the shares of the table, with what went back beside them', () => {
    const money = { paid: 'money', paidShare: 'share', refunds: 'count', refunded: 'money' } as const;
    const result = withRows(sampleResult('payments', week), { name: 'text', ...money }, [
      ['tender', '1', 'Cash', 1000, 333_000, 1, 200],
      ['tender', '2', 'Card', 1000, 334_000, 0, 0],
      ['tender', '3', 'UPI', 1000, 333_000, 0, 0],
      ['tender', '4', 'Voucher', 0, 0, 2, 300],
    ]);
    const [panel] = of(result);
    if (panel?.as !== 'shares') throw new Error('no shares');
    expect(panel.rows.map(({ share }) => share)).toEqual(['33.3%', '33.4%', '33.3%', '0.0%']);
    expect(panel.rows.map(({ back }) => back?.words)).toEqual([
      ...['€2.00 went back, in 1 refund', undefined, undefined, '€3.00 went back, in 2 refunds'],
    ]);
    expect([panel.pick(0)?.metric, panel.pick(3)?.metric]).toEqual(['paid', 'refunded']);
  });

  it('of hours are the hours that occur, by weekday', () => {
    const columnsOf = { weekday: 'count', hour: 'count', orders: 'count', sales: 'money' } as const;
    const result = withRows(sampleResult('hours', week), columnsOf, [
      ['hour', '1-9', 1, 9, 2, 400],
      ['hour', '7-11', 7, 11, 1, 150],
    ]);
    const [panel] = of(result);
    if (panel?.as !== 'heat') throw new Error('no heat map');
    expect(panel.heat.columnNames).toEqual(['09', '10', '11']);
    expect(panel.heat.cells[0]?.[0]).toEqual({ value: 400, words: 'Monday, 09–10: €4.00, 2 orders' });
    expect(panel.heat.cells[3]?.[1]?.words).toBe('Thursday, 10–11: nothing sold');
    expect(panel.pick(6, 2)).toMatchObject({ metric: 'sales', part: { kind: 'hour', key: '7-11' } });
    expect(panel.pick(3, 1)).toBeNull();
  });

  it('of low stock show what is left of what should be there', () => {
    const columnsOf = { name: 'text', available: 'quantity', reorderLevel: 'quantity', missing: 'quantity' };
    const result = withRows(sampleResult('low-stock', week), columnsOf as never, [
      ['product', '1', 'Tea', 2000, 10_000, 8000],
      ['product', '2', 'Mug', 5000, 5000, 0],
    ]);
    expect(chartOf(of(result)[0]).chart).toMatchObject({
      labels: ['Tea', 'Mug'],
      ends: ['2 of 10', '5 of 5'],
    });
  });

  it('of movements go both ways from zero', () => {
    const columnsOf = {
      type: 'word',
      movements: 'count',
      stockIn: 'quantity',
      stockOut: 'quantity',
    } as const;
    const result = withRows(sampleResult('stock-movements', week), columnsOf, [
      ['movement', 'sale', 'sale', 9, 0, 12_000],
      ['movement', 'adjust', 'adjust', 2, 3000, 1000],
    ]);
    const { chart, pick } = chartOf(of(result)[0]);
    expect(chart.labels).toEqual(['Sold', 'Adjusted']);
    expect(chart.series.map(({ values }) => values)).toEqual([
      [0, 3000],
      [-12_000, -1000],
    ]);
    expect([pick(0, 0)?.metric, pick(1, 0)?.metric, pick(1, 1)?.metric]).toEqual([
      ...['stockOut', 'stockIn', 'stockOut'],
    ]);
  });
});

it('every report survives having nothing at all', () => {
  for (const report of reportKeys as readonly ReportKey[]) {
    expect(panelsOf(sampleResult(report, week), 'day', words), report).toEqual([]);
  }
});
