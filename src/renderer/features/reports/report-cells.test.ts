import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import type { TestApp } from '../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../test/support/eventful-shop.ts';
import { type ReportResult, reportKeys, reportSteps } from '../../../shared/contract/reports.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { metricKeys } from '../../../shared/domain/kpi.ts';
import { refundCauses } from '../../../shared/domain/refund-state.ts';
import { presetSpan } from '../../../shared/domain/report-range.ts';
import { returnReasons } from '../../../shared/domain/return-line.ts';
import { createEnglishText } from '../../../shared/text/english.ts';
import { createFormat } from '../../../shared/text/format.ts';
import {
  cellWords,
  columnWords,
  figureWords,
  rowWords,
  spanWords,
  stepWords,
} from '../../../shared/text/report-words.ts';
import { isEmpty } from './empty-report.tsx';
import { inputOf, readReportView } from './report-view.ts';

const text = createEnglishText('en-IE');
const words = {
  text,
  format: createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'UTC' }),
};
const today = calendarDate(20261122);

/** A key that has no text is shown as it is. */
const noKey = /^(?:reports|metric|ui)\.|undefined|NaN/u;

let test: TestApp;
beforeAll(async () => {
  test = await eventfulShop();
  // Low, and never sold.
  addProduct(test, { name: 'Soap', stock: 2 });
});
afterAll(() => test.close());

function run(report: ReportResult['report'], by: (typeof reportSteps)[number] = 'day') {
  const input = inputOf(
    report,
    readReportView(report, { range: 'this-month' }),
    presetSpan('this-month', today, null),
  );
  return test.ask('reports.run', { ...input, by, limit: 1000 });
}

describe('the words of reports', () => {
  it.each(reportKeys)('has one for every heading, cell and row of %s', async (report) => {
    const result = await run(report);
    expect(isEmpty(result)).toBe(false);
    const written = [
      ...result.columns.map((column) => columnWords(words, column, report, 'day')),
      ...result.rows.flatMap((row) => [
        rowWords(words, result.columns, row, 'day'),
        ...result.columns.map((column, at) => cellWords(words, column, row, at, 'day')),
      ]),
    ];
    expect(written.length).toBeGreaterThan(2);
    expect(written.filter((one) => noKey.test(one))).toEqual([]);
    const names = result.rows.map((row) => rowWords(words, result.columns, row, 'day'));
    expect(names.filter((name) => name === '')).toEqual([]);
  });

  it('has one for every figure, reason and cause there may be', () => {
    const keys = [
      ...metricKeys.map((metric) => `metric.name-${metric}`),
      ...[...refundCauses, ...returnReasons].map((word) => `reports.word-${word}`),
      ...['opening', 'receipt', 'sale', 'customer-return', 'write-off', 'adjust', 'count'].map(
        (type) => `reports.word-${type}`,
      ),
      ...reportSteps.map((step) => `reports.by-${step}`),
      ...reportSteps.filter((step) => step !== 'hour').map((step) => `reports.step-${step}`),
    ];
    const say = text as (key: string) => string;
    expect(keys.filter((key) => say(key) === key)).toEqual([]);
  });

  it('says steps and spans aloud', () => {
    const days = (from: number, to: number) => ({ from, to });
    const plain = (written: string) => written.replace(/\s/gu, ' ');
    expect(stepWords(words, days(20261101, 20261122), 'month')).toBe('Nov 2026');
    expect(stepWords(words, days(20261001, 20261122), 'quarter')).toBe('Q4 2026');
    expect(stepWords(words, days(20260101, 20260331), 'quarter')).toBe('Q1 2026');
    expect(stepWords(words, days(20260101, 20261122), 'year')).toBe('2026');
    expect(stepWords(words, days(20261122, 20261122), 'day')).toBe('22 Nov 2026');
    expect(plain(stepWords(words, days(20261116, 20261122), 'week'))).toMatch(/^16 ?– ?22 Nov 2026$/u);
    expect(spanWords(words, days(20261001, 20261031))).toBe('Oct 2026');
    expect(spanWords(words, days(20250101, 20251231))).toBe('2025');
    expect(spanWords(words, days(20251231, 20251231))).toBe('31 Dec 2025');
  });

  it('rounds shares once, to tenths', () => {
    expect(figureWords(words, 'share', 129_500)).toBe('13%');
    expect(figureWords(words, 'share', 129_499)).toBe('12.9%');
    expect(figureWords(words, 'share', -500)).toBe('−0.1%');
    expect(figureWords(words, 'money', null)).toBe('–');
  });
});
