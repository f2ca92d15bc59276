import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../../test/support/catalog-builders.ts';
import type { TestApp } from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import type { ReportResult } from '../../shared/contract/reports.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import { openReader, type Reader } from '../database/open-reader.ts';
import { answer } from './answer.ts';
import type { FromReader } from './messages.ts';

let test: TestApp;
let reader: Reader;
beforeEach(async () => {
  test = await eventfulShop();
  reader = openReader(join(test.folder, 'shop.db'));
});
afterEach(async () => {
  reader.close();
  await test.close();
});

const span = { from: calendarDate(20261101), to: calendarDate(20261130) };

/** Asks for a report; `between` happens at every step of it. */
function ask(name: string, input: object, between: () => void = () => undefined): unknown {
  let found: unknown = null;
  const question = { name, input, actor: { kind: 'system' } as const, now: test.now, till: 'till-1' };
  answer(reader, { id: 1, question }, (message: FromReader) => {
    if (message.kind === 'progress') between();
    else found = message;
  });
  return found;
}

const input = { report: 'sales', ...span, by: 'day', compare: 'none', sort: null, limit: 100 };
const sales = (message: unknown): unknown => {
  const { figures, totals } = (message as { value: ReportResult }).value;
  return [figures.find(({ metric }) => metric === 'sales')?.value, totals[3]];
};
const sellMore = (): void =>
  change(
    test,
    'UPDATE orders SET rounding = rounding + 10, total = total + 10, paid = paid + 10 WHERE id = 1',
  );

describe('an answer', () => {
  it('is of one moment, whatever is sold while it is worked on', () => {
    expect(sales(ask('reports.run', input, sellMore))).toEqual([5001, 5001]);
    const after = sales(ask('reports.run', input)) as number[];
    expect(after[0]).toBeGreaterThan(5001);
    expect(after[0]).toBe(after[1]);
  });

  it('that adds closed days up again finds nothing where an import makes them anew meanwhile', async () => {
    test.now += 3 * 86_400_000;
    while ((await test.ask('reports.close', {})).days > 0);
    const proof = ask('reports.prove', {}, () => change(test, 'DELETE FROM productMonths'));
    expect(proof).toMatchObject({ kind: 'value', value: { differenceCount: 0 } });
    expect(ask('reports.prove', {})).not.toMatchObject({ value: { differenceCount: 0 } });
  });

  it('lets go of its moment when it is refused or fails', () => {
    expect(ask('reports.run', { ...input, from: span.to, to: span.from })).toMatchObject({ kind: 'refusal' });
    expect(ask('reports.run', null as never)).toMatchObject({ kind: 'fault' });
    sellMore();
    expect(sales(ask('reports.run', input))).toEqual([5011, 5011]);
  });
});
