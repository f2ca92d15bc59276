import { expect } from 'vitest';
import type { Input, Output } from '../../src/shared/contract/index.ts';
import { reportKeys } from '../../src/shared/contract/reports.ts';
import type { CalendarDate } from '../../src/shared/domain/calendar.ts';
import type { TestApp } from '../support/create-test-app.ts';

type Span = { readonly from: CalendarDate; readonly to: CalendarDate };
type Asked = Pick<Input<'reports.explain'>, 'metric' | 'part'> & Span;

/** How many explanations were looked at, by figure and kind of part. */
export const explained = new Map<string, number>();

/** Every figure and every cell of every report: the rows behind it come to it, and all its pages to the sum of them. */
export async function expectExplained(test: TestApp, span: Span): Promise<void> {
  for (const report of reportKeys) {
    const result = await test.ask('reports.run', {
      ...{ report, ...span, by: 'month', compare: 'none', sort: null, limit: 8 },
    });
    const everything = { kind: 'all' as const, key: '' };
    for (const { metric, value } of result.figures)
      await expectRows(test, { ...span, metric, part: everything }, value);
    for (const row of result.rows) {
      for (const [index, { metric }] of result.columns.entries()) {
        if (metric === null) continue;
        await expectRows(
          test,
          { ...(row.span ?? span), metric, part: row.part },
          row.cells[index] as number | null,
        );
      }
    }
  }
}

async function expectRows(test: TestApp, asked: Asked, value: number | null): Promise<void> {
  const first = await test.ask('reports.explain', { ...asked, cursor: null, limit: 7 });
  const { metric, part } = asked;
  const { figure } = first;
  const shown = metric === 'paidShare' ? exactShare(value, figure?.value ?? null) : value;
  expect([metric, part, figure?.value, figure?.fromRows, figure?.agrees]).toEqual([
    ...[metric, part, shown, shown],
    true,
  ]);
  explained.set(`${metric} ${part.kind}`, (explained.get(`${metric} ${part.kind}`) ?? 0) + 1);
  if (figure === null || figure.count > 60) return;
  const items = [...first.items];
  for (let next = first.next; next !== null; ) {
    const page: Output<'reports.explain'> = await test.ask('reports.explain', {
      ...asked,
      cursor: next,
      limit: 7,
    });
    expect(page.figure).toBeNull();
    items.push(...page.items);
    next = page.next;
  }
  const times = items.map(({ date, at }) => [date ?? 0, at ?? 0] as const);
  expect(times).toEqual(times.toSorted(([day, at], [otherDay, otherAt]) => otherDay - day || otherAt - at));
  const sum = items.reduce((total, item) => total + item.part, 0);
  expect([metric, items.length, sum]).toEqual([metric, figure.count, figure.divided?.part ?? value]);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
}

/** Tables have shares of payments in whole tenths of a percent, less than one from what is explained. */
function exactShare(shown: number | null, exact: number | null): number | null {
  if (shown === null || exact === null) return shown;
  expect([shown % 1000, Math.abs(shown - exact) < 1000]).toEqual([0, true]);
  return exact;
}
