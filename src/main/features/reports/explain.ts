import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { explainedKinds, type ReportKey, type ReportPart } from '../../../shared/contract/reports.ts';
import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import type { LongQueryHandler, Progress } from '../../app/context.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { explainedNow } from './explained-now.ts';
import { explainedRows } from './explained-rows.ts';
import { addUp, average, shareOf } from './formulas.ts';
import { metricValues } from './metric-values.ts';
import type { Asked } from './report-parts.ts';
import { reports } from './reports.ts';
import { readingOf, seesProfit, spanOf } from './run-report.ts';

type Explained = Output<'reports.explain'>;
type Item = Explained['items'][number];
type Input = Parsed<'reports.explain'>;
type Found = Omit<Item, 'kind'> & { readonly kindNo: number; readonly sub: number };

const cursor = keyCursor('explained', ['date', 'kindNo', 'rowId', 'sub']);

/**
 * The rows behind a figure, newest first, and whether they add up to it: the figure as the report shows it, the rows by
 * SQL that shares nothing with it.
 */
export const explainMetric: LongQueryHandler<'reports.explain'> = function* (ctx, input) {
  const { metric, part } = input;
  const maySee = seesProfit(ctx);
  if (metrics[metric].isProfit && !maySee) throw new AppError('forbidden', { needs: 'see-profit' });
  const span = spanOf(input);
  const explaining = { span, part, timeZone: ctx.shop.timeZone, today: ctx.today };
  const rows = explainedRows(metric, explaining) ?? explainedNow(metric, explaining);
  if (rows === null) throw new AppError('not-explained');
  const asked: Asked = {
    ctx,
    input: { report: 'sales', ...span, by: 'day', compare: 'none', sort: null, limit: 1 },
    ...{ span, reading: readingOf(ctx), seesProfit: maySee },
  };
  const value = yield* shownValue(asked, metric, part);
  yield { done: 1, total: 3 };
  const some = sql`SELECT * FROM (${rows}) WHERE part <> 0 OR base <> 0`;
  const sums = ctx.db.get(sql<{ count: number; part: number; base: number }>`
    SELECT count(*) AS count, ifnull(sum(part), 0) AS part, ifnull(sum(base), 0) AS base FROM (${some})`);
  const fromRows = dividedBy(metric, sums?.part ?? 0, sums?.base ?? 0);
  yield { done: 2, total: 3 };
  const found = ctx.db.all(pageOf(some, input));
  const last = found.length > input.limit ? found[input.limit - 1] : undefined;
  return {
    ...{ metric, value, fromRows, agrees: value === fromRows, count: sums?.count ?? 0 },
    items: found.slice(0, input.limit).map(({ kindNo, sub: _, ...item }) => ({
      ...item,
      kind: explainedKinds[kindNo] ?? 'order',
    })),
    next: last ? cursor.encode({ ...last, date: last.date ?? 0 }) : null,
  };
};

/** An average or a share is divided once, of all rows together. */
function dividedBy(metric: Metric, part: number, base: number): number | null {
  if (metric === 'averageOrder') return average(part, base);
  return metrics[metric].unit === 'share' ? shareOf(part, base) : part;
}

function pageOf(rows: ReturnType<typeof sql>, { cursor: after, limit }: Input) {
  const from = cursor.decode(after);
  const place = sql`(ifnull(date, 0), kindNo, rowId, sub)`;
  const before = from
    ? sql`WHERE ${place} < (${from.date}, ${from.kindNo}, ${from.rowId}, ${from.sub})`
    : sql``;
  return sql<Found>`SELECT kindNo, orderId, rowId, date, at, name, part, sub FROM (${rows}) ${before}
    ORDER BY ifnull(date, 0) DESC, kindNo DESC, rowId DESC, sub DESC LIMIT ${limit + 1}`;
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
  for (const report of reportsOfPart[part.kind]) {
    const table = yield* reports[report].table(asked);
    const column = table.columns.find((one) => one.metric === metric && one.key === metric);
    if (!column) continue;
    const all = addUp(table.rows.map(({ sums }) => sums));
    const row = table.rows.find((one) => one.part.key === part.key);
    const value = column.value(row?.sums ?? {}, all);
    return typeof value === 'string' ? null : value;
  }
  throw new AppError('not-explained');
}

const movementFigures: ReadonlySet<Metric> = new Set(['movements', 'stockIn', 'stockOut']);
