import { expect } from 'vitest';
import type { Output } from '../../src/shared/contract/index.ts';
import { type ReportKey, reportKeys } from '../../src/shared/contract/reports.ts';
import { type CalendarDate, calendarDate } from '../../src/shared/domain/calendar.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { figuresBySql, reportsWithTables, tableBySql, worthBySql } from '../support/report-sums.ts';

type Span = { readonly from: CalendarDate; readonly to: CalendarDate };
type Result = Output<'reports.run'>;

export const allTime: Span = { from: calendarDate(20200101), to: calendarDate(20301231) };

async function run(test: TestApp, report: ReportKey, span: Span): Promise<Result> {
  const by = span.to - span.from > 10_000 ? 'quarter' : 'week';
  return test.ask('reports.run', { report, ...span, by, compare: 'none', sort: null, limit: 1000 });
}

/** Every report of a span beside SQL of its own: figures, the sum of the time line, rows of the table. */
export async function expectReports(test: TestApp, span: Span): Promise<void> {
  const { read } = test.file;
  const bySql = figuresBySql(read, span);
  for (const report of reportKeys) {
    const result = await run(test, report, span);
    for (const { metric, value } of result.figures) {
      if (metric in bySql) expect([report, metric, value]).toEqual([report, metric, bySql[metric]]);
    }
    for (const [index, metric] of result.seriesMetrics.entries()) {
      if (!addsUp.has(metric)) continue;
      const sum = result.series.reduce((total, { values }) => total + (values[index] ?? 0), 0);
      expect([report, 'series', metric, sum]).toEqual([report, 'series', metric, bySql[metric]]);
    }
    if (reportsWithTables.includes(report)) expectTable(test, result, span);
  }
}

/** Averages and people do not add up over the steps of a time line. */
const addsUp: ReadonlySet<string> = new Set([
  ...['netSales', 'sales', 'orders', 'goods', 'units', 'keptOrders', 'paid', 'refunded', 'tax', 'refunds'],
  ...['returned', 'returns', 'discounts', 'newCustomers'],
]);

function expectTable(test: TestApp, result: Result, span: Span): void {
  const expected = tableBySql(test.file.read, result.report, span);
  const names = Object.keys(expected[0] ?? {}).filter((name) => name !== 'key');
  const rows = result.rows
    .map(({ part, cells }) => ({
      key: part.key,
      ...Object.fromEntries(
        names.map((name) => [name, cells[result.columns.findIndex(({ key }) => key === name)]]),
      ),
    }))
    .filter((row) => names.some((name) => row[name as 'key'] !== (0 as never)))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  expect([result.report, expected.length === 0 ? [] : rows]).toEqual([result.report, expected]);
}

/** Net sales of all time are what all orders cost now. */
export async function expectWorth(test: TestApp): Promise<void> {
  const { figures } = await run(test, 'sales', allTime);
  expect(figures.find(({ metric }) => metric === 'netSales')?.value).toBe(worthBySql(test.file.read));
}

/** Folds every day that ended. */
export async function closeEveryDay(test: TestApp): Promise<void> {
  for (let slices = 0; (await test.ask('reports.close', {})).days > 0; slices += 1)
    expect(slices).toBeLessThan(500);
}

/** Each roll-up is what the rows come to. */
export async function expectProof(test: TestApp): Promise<void> {
  expect(await test.ask('reports.prove', {})).toMatchObject({ differenceCount: 0, differences: [] });
}
