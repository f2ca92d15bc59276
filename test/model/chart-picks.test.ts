import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Picked } from '../../src/renderer/explain/picked.ts';
import type { Panel } from '../../src/renderer/features/reports/chart/panel.ts';
import { panelsOf } from '../../src/renderer/features/reports/chart/panels-of.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { type ReportResult, reportKeys } from '../../src/shared/contract/reports.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { createEnglishText } from '../../src/shared/text/english.ts';
import { createFormat } from '../../src/shared/text/format.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { eventfulShop } from '../support/eventful-shop.ts';

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

const words = {
  text: createEnglishText('en-IE'),
  format: createFormat({ locale: 'en-IE', currency: 'EUR', exponent: 2, timeZone: 'Europe/Dublin' }),
};

type Asked = Input<'reports.run'>;
/** A point of a picture: how high it is, and what it says it stands for. */
type Point = { readonly where: string; readonly value: number | null; readonly picked: Picked };

function pointsOf(result: ReportResult, by: Asked['by']): readonly Point[] {
  return panelsOf(result, by, words).flatMap((panel) => pointsIn(panel, result.report));
}

function pointsIn(panel: Panel, report: string): readonly Point[] {
  const where = `${report}, ${panel.title}`;
  if (panel.as === 'chart') {
    return panel.chart.series.flatMap(({ values }, at) =>
      values.flatMap((value, index) => {
        const picked = panel.pick(index, at);
        // What goes out or back is drawn downwards; what is low is explained by what is on hand.
        const height = report === 'low-stock' ? null : Math.abs(value ?? 0);
        return picked && value !== null ? [{ where, value: height, picked }] : [];
      }),
    );
  }
  if (panel.as === 'heat') {
    return panel.heat.cells.flatMap((row, at) =>
      row.flatMap(({ value }, column) => {
        const picked = panel.pick(at, column);
        return picked ? [{ where, value, picked }] : [];
      }),
    );
  }
  if (panel.as !== 'shares') return [];
  return panel.rows.flatMap((_, index) => {
    const picked = panel.pick(index);
    return picked ? [{ where, value: null, picked }] : [];
  });
}

async function explained({ metric, part, from, to }: Picked) {
  const span = { from: calendarDate(from), to: calendarDate(to) };
  return (await test.ask('reports.explain', { metric, part, ...span, cursor: null, limit: 1 })).figure;
}

const november = { from: calendarDate(20261101), to: calendarDate(20261130) };
const oneDay = { from: calendarDate(20261122), to: calendarDate(20261122) };

it.each([
  ['day', 'none', november],
  ['week', 'previous', november],
  ['month', 'last-year', november],
  ['hour', 'previous', november],
  ['hour', 'none', oneDay],
] as const)(
  'whatever is pressed in a picture by %s against %s is explained, and is as high as what explains it',
  async (by, compare, span) => {
    let seen = 0;
    for (const report of reportKeys) {
      const asked: Asked = { report, ...span, by, compare, sort: null, limit: 250 };
      const points = pointsOf(await test.ask('reports.run', asked), by).filter(({ value }) => value !== 0);
      for (const { where, value, picked } of points) {
        const found = await explained(picked);
        expect(found?.agrees, `${where}: ${picked.label}`).toBe(true);
        if (value !== null) expect(Math.abs(found?.value ?? 0), `${where}: ${picked.label}`).toBe(value);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(20);
  },
);
