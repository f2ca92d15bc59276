import { z } from 'zod';
import { type Metric, metricKeys } from '../domain/kpi.ts';
import { comparisons } from '../domain/report-span.ts';
import { command, longQuery, query, task } from './define.ts';
import { day, done, flag, id, instant } from './fields.ts';

export const reportKeys = [
  'sales',
  'products',
  'categories',
  'average-order',
  'status',
  'payments',
  'tax',
  'refunds',
  'returns',
  'discounts',
  'customers',
  'staff',
  'hours',
  'stock-value',
  'low-stock',
  'dead-stock',
  'stock-movements',
] as const;
const reportKey = z.enum(reportKeys);
export type ReportKey = z.output<typeof reportKey>;

const metric = z.enum(metricKeys as readonly [Metric, ...Metric[]]);
export const reportSteps = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;

/** Days with room before and after them: what they are compared with, and the step after the last, are days as well. */
const reportDay = day.refine((date) => date >= 1100_01_01 && date <= 9899_12_31, 'too far away');

/**
 * What a report is asked for. Both days count; ranges of at most 40 years, time lines of at most 4,000 steps. What is
 * counted now (`low-stock`, `stock-value`) leaves the range alone. Hours are for `sales` and `hours`; elsewhere they are days.
 */
export const reportInput = z.strictObject({
  report: reportKey,
  from: reportDay,
  to: reportDay,
  /** How the time line is cut; hours are of the shop's clock. */
  by: z.enum(reportSteps),
  compare: z.enum(comparisons),
  /** The column that the table is sorted by, `-` before it for the largest first; null takes the report's own. */
  sort: z.string().max(60).nullable(),
  /** Rows of the table at most; the rest is added up in `others`. */
  limit: z.int().min(1).max(1000),
});
export type ReportInput = z.output<typeof reportInput>;

/** Figures by metric in its unit; null where there is none (an average of nothing). */
const figureValue = z.int().nullable();

/** Which part of the figures a row or a bar stands for; what `reports.explain` takes to name its orders. */
export const reportPart = z.strictObject({
  kind: z.enum([
    'all',
    'product',
    'category',
    'status',
    'tender',
    'tax',
    'reason',
    'discount',
    'customer',
    'staff',
    'hour',
    'movement',
  ]),
  /** Its id or word: product id, "CGST 9 %" as `name|rate`, `weekday-hour`; empty for `all`. */
  key: z.string().max(200),
});
export type ReportPart = z.output<typeof reportPart>;

const cell = z.union([z.string(), z.int(), z.null()]);

export const reportResult = z.strictObject({
  report: reportKey,
  from: day,
  to: day,
  /** The range that it is compared with. */
  before: z.strictObject({ from: day, to: day }).nullable(),
  /** The figures on top, with those of the range before. */
  figures: z.array(z.strictObject({ metric, value: figureValue, before: figureValue })),
  /** The time line: each step with the value of every metric in `seriesMetrics`, empty steps included. */
  seriesMetrics: z.array(metric),
  series: z.array(
    z.strictObject({
      from: day,
      to: day,
      /** The hour of the shop's clock, where the steps are hours. */
      hour: z.int().nullable(),
      values: z.array(figureValue),
      before: z.array(figureValue).nullable(),
    }),
  ),
  /** The table below. `text` cells are words of the shop (a product's name) or, with `key`, of the application. */
  columns: z.array(
    z.strictObject({
      key: z.string(),
      unit: z.enum(['text', 'word', 'date', 'money', 'count', 'quantity', 'share']),
      /** The metric it shows, to explain it; null for what names the row. */
      metric: metric.nullable(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      part: reportPart,
      /** The days a row stands for, where the rows are steps of time; null is the whole range. */
      span: z.strictObject({ from: day, to: day }).nullable(),
      cells: z.array(cell),
    }),
  ),
  /** What the rows beyond the limit come to, and how many they are. */
  others: z.strictObject({ count: z.int(), cells: z.array(cell) }).nullable(),
  totals: z.array(cell),
  /** A figure of the report by other parts than its rows: stock value by category; each tax by itself, step by step. */
  split: z
    .strictObject({
      metric,
      parts: z.array(
        z.strictObject({
          part: reportPart,
          /** Null is what has no name: goods without a category. */
          name: z.string().nullable(),
          /** Of a tax, in parts per million. */
          rate: z.int().nullable(),
          value: z.int(),
          /** At each step of the time line; null where there is none. */
          steps: z.array(z.int()).nullable(),
        }),
      ),
    })
    .nullable(),
  /** The hour of the shop's clock with which its business day begins: hours of a day stand in order from here. */
  firstHour: z.int(),
  /** Days up to this one were read from roll-ups; null where all came from raw rows. */
  closedThrough: day.nullable(),
});
export type ReportResult = z.output<typeof reportResult>;

/** What the rows behind a figure are. */
export const explainedKinds = [
  'order',
  'cancel',
  'return',
  'refund',
  'payment',
  'customer',
  'product',
  'movement',
] as const;

export const reportsCalls = {
  /** A report over a range of business dates. Costs and margins only for who may see profit. */
  'reports.run': longQuery({
    needs: 'see-reports',
    input: reportInput,
    output: reportResult,
    errors: ['range-upside-down', 'range-too-long', 'too-many-steps'],
    reads: ['orders', 'refunds', 'returns', 'products', 'categories', 'customers', 'staff', 'stock', 'shop'],
  }),
  /**
   * What a figure is made of: the orders (or returns, refunds) behind it, each with its part, newest first, by keyset;
   * and, with the first page, whether they add up to the figure. @throws `not-explained` for what is no figure of a report.
   */
  'reports.explain': longQuery({
    needs: 'see-reports',
    input: z.strictObject({
      metric,
      from: reportDay,
      to: reportDay,
      part: reportPart,
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({
      metric,
      /** With the first page alone: those after it are of the same figure. */
      figure: z
        .strictObject({
          value: figureValue,
          /** What all rows come to, by SQL of its own. */
          fromRows: figureValue,
          agrees: flag,
          /** How many rows there are. */
          count: z.int(),
          /** Of an average or a share: what is divided by what, in the units of those. */
          divided: z.strictObject({ part: z.int(), by: z.int() }).nullable(),
        })
        .nullable(),
      items: z.array(
        z.strictObject({
          /** Tells the row from every other of this figure. */
          key: z.string(),
          kind: z.enum(explainedKinds),
          /** The order it belongs to; null for a return without a receipt, products and customers. */
          orderId: id.nullable(),
          /** Its own number: of the order, return, refund, customer or product; of a payment that within its order. */
          rowId: id,
          date: day.nullable(),
          at: instant.nullable(),
          name: z.string(),
          /** What of the figure it is; of an average or a share, of what is divided. */
          part: z.int(),
        }),
      ),
      next: z.string().nullable(),
    }),
    errors: ['range-upside-down', 'range-too-long', 'not-explained'],
    reads: ['orders', 'refunds', 'returns', 'products', 'customers', 'stock', 'shop'],
  }),
  /** Up to which day the roll-ups reach, and when they were last proven equal to the rows. */
  'reports.state': query({
    needs: 'see-reports',
    input: z.strictObject({}),
    output: z.strictObject({
      closedThrough: day.nullable(),
      /** The first business date of an order or a return: where all time begins. Null in a shop that sold nothing yet. */
      firstDay: day.nullable(),
      /** Days that ended are not folded yet: the timer does that, and reports are right meanwhile. */
      isBehind: flag,
      provenAt: instant.nullable(),
      provenThrough: day.nullable(),
      /** What differed then and was not added up anew since. */
      differences: z.int(),
      /** They were not proven on this business date. */
      isProofDue: flag,
    }),
    errors: [],
    reads: ['reports', 'orders', 'returns'],
  }),
  /**
   * Adds closed days up anew and compares with what stands: what differs by day and kind is told, and kept as a finding.
   * Every closed day; the application's own, by night, proves those of the last two months.
   */
  'reports.prove': task({
    needs: 'see-reports',
    input: z.strictObject({}),
    output: z.strictObject({
      days: z.int(),
      figures: z.int(),
      /** The first hundred of them. */
      differences: z.array(
        z.strictObject({
          /** Which sums of the day, whose of them, and what of those: money but for counts and quantities. */
          kind: z.string(),
          key: z.string(),
          date: day,
          column: z.string(),
          /** Null for what goods cost, to who may not see profit. */
          stored: z.int().nullable(),
          counted: z.int().nullable(),
        }),
      ),
      differenceCount: z.int(),
    }),
    errors: ['helper-ended'],
    changes: ['reports', 'audit'],
  }),
  /** Stops the proof, or the adding up anew, that this window has running; nothing of it is kept. */
  'reports.cancelWork': task({ needs: 'see-reports', input: z.strictObject({}), output: done, errors: [] }),
  /** Makes the roll-ups anew from the rows. */
  'reports.rebuild': command({
    needs: 'change-settings',
    input: z.strictObject({}),
    output: z.strictObject({ days: z.int(), changed: z.int() }),
    errors: [],
    changes: ['reports'],
    long: true,
  }),
  /** Folds the days that ended into roll-ups: by the timer, once a business day. */
  'reports.close': command({
    needs: 'change-settings',
    input: z.strictObject({}),
    output: z.strictObject({ closedThrough: day.nullable(), days: z.int() }),
    errors: [],
    changes: ['reports'],
    unaudited: 'adds up what is there and changes no figure',
  }),
};
