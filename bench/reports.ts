import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { answerSteps } from '../src/main/app/long-read.ts';
import { finishSteps } from '../src/main/features/csv/steps.ts';
import type { Input } from '../src/shared/contract/index.ts';
import { calendarDate } from '../src/shared/domain/calendar.ts';
import { ownerPassword, type TestApp } from '../test/support/create-test-app.ts';
import { atMost, atMostTimes, type Budget, growsAtMost, type Line, quicker } from './line.ts';
import { copyOfShop, type ShopSize, shopOfSize } from './make-shop.ts';
import { inTurn, timed } from './measure.ts';
import { native, noCompiler } from './native.ts';
import type { Orderlla } from './orderlla.ts';
import { openShop, place, salesOf } from './sale/recording.ts';
import { closeDays } from './shop/close-all-days.ts';
import { dayMs } from './shop/size.ts';

type Report = Input<'reports.run'>;

const rounds = 5;
const today = 20_261_122;
const spans = { '30 days': 20_261_024, '365 days': 20_251_123, '10 years': 20_161_123 } as const;
type SpanName = keyof typeof spans;

function asked(report: Report['report'], span: SpanName, change: Partial<Report> = {}): Report {
  const from = calendarDate(spans[span]);
  const by = span === '10 years' ? 'month' : 'day';
  return { report, from, to: calendarDate(today), by, compare: 'none', sort: null, limit: 100, ...change };
}

/** Answers as the helper process does, without the turns that only a report in the main process would give. */
function answered({ file, now }: TestApp, input: Report): unknown {
  const question = { name: 'reports.run', input, actor: { kind: 'system' }, now, till: 'till-1' } as const;
  return finishSteps(answerSteps(file.read, question));
}

/** Opens a made shop to be read; the file is not written. */
async function reading<T>(size: ShopSize, work: (test: TestApp) => Promise<T>): Promise<T> {
  const test = await openShop(await shopOfSize(size));
  const value = await work(test);
  await test.close();
  return value;
}

/** The dashboard's two questions, beside Orderlla's nine statements. */
export async function benchDashboard(sizes: readonly ShopSize[], orderlla: Orderlla): Promise<Line> {
  const values: number[] = [];
  let old = 0;
  for (const size of sizes) {
    await reading(size, async (test) => {
      const ask = () => test.ask('dashboard.today', {});
      // Orderlla's takes seconds: once is enough to tell how many thousand times.
      const [ours] = await inTurn(rounds * 4, [ask]);
      values.push(ours);
      if (size === sizes.at(-1)) old = await timed(() => orderlla.dashboard());
    });
  }
  const value = values.at(-1) ?? 0;
  const budgets = [atMost(value, 1, 'ms'), quicker(value, 1000, old)];
  return { no: '8', what: 'the dashboard’s figures', unit: 'ms', values, orderlla: old, budgets };
}

/** Which kind of the added-up days a report reads most of: what reading just those costs is its limit. */
const overYears: readonly (readonly [Report['report'], string, ((orderlla: Orderlla) => void) | null])[] = [
  ['sales', 'sale', (orderlla) => orderlla.salesByMonth()],
  ['tax', 'sale-tax', null],
  ['payments', 'payment', (orderlla) => orderlla.payments()],
  ['average-order', 'sale', (orderlla) => orderlla.averages()],
  ['status', 'kept', (orderlla) => orderlla.statuses()],
];

/** Ten years of every report that is read from closed days. */
export async function benchYears(sizes: readonly ShopSize[], orderlla: Orderlla): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [report, kind, old] of overYears) {
    const values: number[] = [];
    let limit = 0;
    for (const size of sizes) {
      await reading(size, async (test) => {
        const rowsAlone = () =>
          test.file.read.all(sql`SELECT key, date / 100 AS month, sum(count), sum(amount), sum(tax) FROM dayFigures
            WHERE kind = ${kind} GROUP BY 1, 2`);
        const [ours, bare] = await inTurn(rounds, [
          () => answered(test, asked(report, '10 years')),
          rowsAlone,
        ]);
        values.push(ours);
        limit = bare;
      });
    }
    const value = values.at(-1) ?? 0;
    const orderllas = old ? await timed(() => old(orderlla)) : null;
    const against: Budget[] = orderllas === null ? [] : [quicker(value, 100, orderllas)];
    lines.push({
      ...{ no: '9', what: `report "${report}" over ten years`, unit: 'ms', values },
      limit: { of: 'reading its added-up days', value: limit },
      ...(orderllas === null ? {} : { orderlla: orderllas }),
      budgets: [atMost(value, 15, 'ms'), growsAtMost(values, 3), ...against],
    });
  }
  return lines;
}

const most: Readonly<Record<SpanName, number>> = { '30 days': 50, '365 days': 75, '10 years': 200 };

/** The ten products that sold most, beside a C program that reads every line there is. */
export async function benchProducts(
  sizes: readonly ShopSize[],
  orderlla: Orderlla,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const scan = native()?.limits('scan', join(await shopOfSize(sizes.at(-1) ?? sizes[0]!), 'shop.db'));
  const inC = scan ? Math.min(...scan) / 1000 : null;
  for (const span of Object.keys(spans) as SpanName[]) {
    const values: number[] = [];
    for (const size of sizes) {
      await reading(size, async (test) => {
        const [ours] = await inTurn(rounds, [() => answered(test, asked('products', span, { limit: 10 }))]);
        values.push(ours);
      });
    }
    const value = values.at(-1) ?? 0;
    const isAll = span === '10 years';
    const of = 'reading all lines in C';
    lines.push({
      ...{ no: '10', what: `top ten products, ${span}`, unit: 'ms', values },
      ...(isAll && inC !== null ? { limit: { of, value: inC } } : {}),
      ...(isAll ? { orderlla: await timed(() => orderlla.topProducts()) } : {}),
      budgets: [
        atMost(value, most[span], 'ms'),
        ...(isAll && inC !== null ? [atMostTimes(value, 0.4, inC, of)] : []),
      ],
      ...(isAll && inC === null ? { note: noCompiler } : {}),
    });
  }
  return lines;
}

/** Everything else that reports tell, so that none is slow unseen; over ten years and compared with the ten before. */
export async function benchOtherReports(size: ShopSize): Promise<readonly Line[]> {
  const others = [
    ...(['categories', 'refunds', 'returns', 'discounts', 'customers', 'staff', 'hours'] as const),
    ...(['stock-value', 'low-stock', 'dead-stock', 'stock-movements'] as const),
  ];
  return await reading(size, async (test) => {
    const lines: Line[] = [];
    for (const report of others) {
      const value = await timed(() => answered(test, asked(report, '10 years')));
      const what = `report "${report}" over ten years, in the helper process`;
      lines.push({ no: '9b', what, unit: 'ms', values: [value], budgets: [] });
    }
    return lines;
  });
}

/**
 * A day is sold, part of it cancelled, and closed; then every closed day is added up again and compared. `rebuild` makes
 * all of them anew, which takes long in a large shop.
 */
export async function benchClosing(size: ShopSize, rebuild: boolean): Promise<readonly Line[]> {
  const folder = await copyOfShop(size);
  const test = await openShop(folder);
  for (const sale of salesOf(test, 270)) await place(test, sale);
  const open = test.file.read.all(
    sql<{ id: number }>`SELECT id FROM orders WHERE status = 'received' ORDER BY id LIMIT 20`,
  );
  for (const { id } of open)
    await test.ask('orders.cancel', { orderId: id, reason: 'other', note: '', refundCashNow: false });
  test.now += dayMs;
  const closing = await timed(() => closeDays(test));
  const lines: Line[] = [
    {
      ...{ no: '12', what: 'closing a day of 270 sales', unit: 'ms', values: [closing] },
      budgets: [atMost(closing, 100, 'ms')],
    },
  ];
  await test.ask('session.signIn', { staffId: 1, password: ownerPassword });
  if (rebuild) {
    const value = (await timed(() => test.ask('reports.rebuild', {}))) / 1000;
    lines.push({
      no: '12',
      what: 'making all closed days anew',
      unit: 's',
      values: [value],
      budgets: [atMost(value, 30, 's')],
    });
  }
  const { differenceCount, figures } = await test.ask('reports.prove', {});
  lines.push({
    ...{
      no: '11',
      what: 'closed days that differ from their rows',
      unit: `of ${figures}`,
      values: [differenceCount],
    },
    budgets: [{ text: '= 0', isKept: differenceCount === 0 && figures > 0, isExact: true }],
  });
  await test.close();
  rmSync(folder, { recursive: true });
  return lines;
}
