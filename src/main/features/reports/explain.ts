import { type RawBuilder, sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { explainedKinds, type ReportKey, type ReportPart } from '../../../shared/contract/reports.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import type { LongQueryHandler, Progress } from '../../app/context.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { explainedNow } from './explained-now.ts';
import { type Explaining, explainedRows } from './explained-rows.ts';
import { addUp, average, figureOf as figureIn, shareOf } from './formulas.ts';
import { metricValues } from './metric-values.ts';
import { type Asked, everything } from './report-parts.ts';
import { reports } from './reports.ts';
import { readingOf, seesProfit, spanOf } from './run-report.ts';
import { stockByCategory } from './splits.ts';

type Explained = Output<'reports.explain'>;
type Item = Explained['items'][number];
type Figure = NonNullable<Explained['figure']>;
type Input = Parsed<'reports.explain'>;
type Sources = readonly RawBuilder<unknown>[];
type Found = Omit<Item, 'key' | 'kind' | 'date' | 'at'> & {
  readonly kindNo: number;
  readonly sub: number;
  /** 0 where there is none. */
  readonly date: CalendarDate;
  readonly at: number;
};

const cursor = keyCursor('explained', ['date', 'at', 'kindNo', 'rowId', 'sub']);

/**
 * The rows behind a figure, newest first, and with the first of them whether they add up to it: the figure as the report
 * shows it, the rows by SQL that shares nothing with it.
 */
export const explainMetric: LongQueryHandler<'reports.explain'> = function* (ctx, input) {
  const { metric, part } = input;
  const maySee = seesProfit(ctx);
  if (metrics[metric].isProfit && !maySee) throw new AppError('forbidden', { needs: 'see-profit' });
  const span = spanOf(input);
  const explaining = { span, part, timeZone: ctx.shop.timeZone, today: ctx.today };
  const sources = sourcesOf(metric, explaining);
  if (sources === null) throw new AppError('not-explained');
  const asked: Asked = {
    ctx,
    input: { report: 'sales', ...span, by: 'day', compare: 'none', sort: null, limit: 1 },
    ...{ span, reading: readingOf(ctx), seesProfit: maySee },
  };
  const figure = input.cursor === null ? yield* figureOf(asked, metric, explaining, sources) : null;
  const found = ctx.db.all(pageOf(sources, input));
  const last = found.length > input.limit ? found[input.limit - 1] : undefined;
  return {
    ...{ metric, figure },
    items: found.slice(0, input.limit).map(({ kindNo, sub, date, at, ...item }) => ({
      ...item,
      key: `${kindNo}.${item.rowId}.${sub}`,
      kind: explainedKinds[kindNo] ?? 'order',
      date: date === 0 ? null : date,
      at: at === 0 ? null : at,
    })),
    next: last ? cursor.encode(last) : null,
  };
};

function sourcesOf(metric: Metric, explaining: Explaining): Sources | null {
  return explainedRows(metric, explaining) ?? explainedNow(metric, explaining);
}

/** The figure and its rows are read one after the other: where a sale came in between, both are read once more. */
function* figureOf(
  asked: Asked,
  metric: Metric,
  explaining: Explaining,
  sources: Sources,
): Generator<Progress, Figure> {
  const first = yield* figureFrom(asked, metric, explaining, sources);
  if (first.agrees) return first;
  // A reading keeps what it has read.
  const anew = { ...asked, reading: readingOf(asked.ctx) };
  return yield* figureFrom(anew, metric, explaining, sources);
}

/** What the figure is beside what its rows come to. */
function* figureFrom(
  asked: Asked,
  metric: Metric,
  explaining: Explaining,
  sources: Sources,
): Generator<Progress, Figure> {
  const value = yield* shownValue(asked, metric, explaining.part);
  yield { done: 1, total: 3 };
  const { count, part, base: ownBase } = sumsOf(asked, sources);
  const whole = wholes[metric];
  const wholeRows = whole && sourcesOf(whole, { ...explaining, part: everything });
  const base = wholeRows ? sumsOf(asked, wholeRows).part : ownBase;
  yield { done: 2, total: 3 };
  const isDivided = isAverage(metric) || metrics[metric].unit === 'share';
  const fromRows = isDivided ? divided(metric, part, base) : part;
  return {
    ...{ value, fromRows, agrees: value === fromRows, count },
    divided: isDivided ? { part, by: base } : null,
  };
}

/** Shares of something that is no part of their own rows. */
const wholes: Partial<Record<Metric, Metric>> = { paidShare: 'paid' };

const isAverage = (metric: Metric): boolean => metric === 'averageOrder';

/** An average or a share is divided once, of all rows together. */
function divided(metric: Metric, part: number, base: number): number | null {
  return isAverage(metric) ? average(part, base) : shareOf(part, base);
}

const isSomething = sql`(part <> 0 OR base <> 0)`;

/** The limit keeps SQLite from reckoning the sums of an order's lines anew wherever they are named. */
function sumsOf({ ctx }: Asked, sources: Sources): { count: number; part: number; base: number } {
  const rows = sources.map((source) => sql`SELECT part, base FROM (${source})`);
  const sums = ctx.db.get(sql<{ count: number; part: number; base: number }>`
    SELECT count(*) AS count, ifnull(sum(part), 0) AS part, ifnull(sum(base), 0) AS base
    FROM (SELECT * FROM (${sql.join(rows, sql` UNION ALL `)}) LIMIT -1) WHERE ${isSomething}`);
  return sums ?? { count: 0, part: 0, base: 0 };
}

/** Each source in its own order, by day, so that an index leads to where the page begins; then those together. */
function pageOf(sources: Sources, { cursor: after, limit }: Input): RawBuilder<Found> {
  const from = cursor.decode(after);
  const before = from
    ? sql`AND date <= ${from.date}
      AND (date, at, kindNo, rowId, sub) < (${from.date}, ${from.at}, ${from.kindNo}, ${from.rowId}, ${from.sub})`
    : sql``;
  const order = sql`ORDER BY date DESC, at DESC, kindNo DESC, rowId DESC, sub DESC LIMIT ${limit + 1}`;
  const pages = sources.map(
    (source) => sql`SELECT * FROM (SELECT kindNo, orderId, rowId, date, at, name, part, sub
      FROM (${source}) WHERE ${isSomething} ${before} ${order})`,
  );
  return sql<Found>`SELECT * FROM (${sql.join(pages, sql` UNION ALL `)}) ${order}`;
}

/** The reports whose rows are parts of a kind. */
const reportsOfPart: Readonly<Record<Exclude<ReportPart['kind'], 'all'>, readonly ReportKey[]>> = {
  product: ['products', 'stock-value', 'dead-stock'],
  category: ['categories'],
  status: ['status'],
  tender: ['payments'],
  tax: ['tax'],
  reason: ['refunds', 'returns'],
  discount: ['discounts'],
  customer: ['customers'],
  staff: ['staff'],
  hour: ['hours'],
  movement: ['stock-movements'],
};

/** The figure as a report shows it: on top, or in the row of a part. @throws AppError `not-explained`. */
function* shownValue(asked: Asked, metric: Metric, part: ReportPart): Generator<Progress, number | null> {
  if (part.kind === 'all') {
    const wanted =
      metric === 'deadStockValue'
        ? ['deadStock' as const]
        : movementFigures.has(metric)
          ? ['movements' as const]
          : [metric];
    return (yield* metricValues(asked, wanted)).get(metric) ?? null;
  }
  if (part.kind === 'category' && (metric === 'stockValue' || metric === 'onHand')) {
    return stockByCategory(asked.ctx.db).get(Number(part.key))?.[metric] ?? 0;
  }
  for (const report of reportsOfPart[part.kind]) {
    const table = yield* reports[report].table(asked);
    const column = table.columns.find((one) => one.metric === metric && one.key === metric);
    if (!column) continue;
    const all = addUp(table.rows.map(({ sums }) => sums));
    const sums = table.rows.find((one) => one.part.key === part.key)?.sums ?? {};
    // Tables have it in tenths that come to 100.0 % together; here it is as exact as it is.
    if (metric === 'paidShare') return shareOf(figureIn('paid', sums) ?? 0, figureIn('paid', all) ?? 0);
    const value = column.value(sums, all);
    return typeof value === 'string' ? null : value;
  }
  throw new AppError('not-explained');
}

const movementFigures: ReadonlySet<Metric> = new Set(['movements', 'stockIn', 'stockOut']);
