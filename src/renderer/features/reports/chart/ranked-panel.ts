import type { ReportResult } from '../../../../shared/contract/reports.ts';
import type { Metric } from '../../../../shared/domain/kpi.ts';
import type { TextKey } from '../../../../shared/text/english.ts';
import type { Picked } from '../../../explain/picked.ts';
import type { ChartSeries } from '../../../ui/chart-types.ts';
import { formatsOf } from './figure-words.ts';
import { columnOf, type Panel, type Row } from './panel.ts';
import { partName } from './part-names.ts';
import type { Words } from './step-words.ts';

/** Bars that are seen at a glance. */
export const mostBars = 10;

type Ranked = {
  /** The column whose figures the bars show, and what a bar is explained by. */
  readonly column: string;
  readonly metric: Metric;
  readonly title: Extract<TextKey, `report-chart.of-${string}`>;
  /** A part of it, as a narrower bar inside; only where the person may see it. */
  readonly inset?: { readonly column: string; readonly name: string };
};

type Figures = { readonly of: (row: Row) => number | null; readonly unit: keyof typeof units };
const units = { money: 'money', count: 'count', quantity: 'quantity', share: 'share' } as const;

/** The largest parts of a report as lying bars, each with its figure at its end. */
export function rankedPanel(result: ReportResult, ranked: Ranked, words: Words): Panel | null {
  const { text, format } = words;
  const main = figuresOf(result, ranked.column);
  if (main === null) return null;
  const top = topRows(result, main.of);
  const title = text(ranked.title);
  const base = { key: `top-${ranked.column}`, title, note: restNote(result, top, words) };
  if (top.rows.length === 0) return { ...base, as: 'nothing', sentence: text('report-chart.nothing') };
  const inset = ranked.inset ? columnOf(result, ranked.inset.column) : null;
  const series: ChartSeries[] = [
    { name: text(`metric.name-${ranked.metric}`), role: 'strong', values: top.rows.map(main.of) },
  ];
  if (inset && ranked.inset) {
    series.push({ name: ranked.inset.name, role: 'second', inset: true, values: top.rows.map(inset) });
  }
  return {
    ...base,
    as: 'chart',
    chart: {
      kind: 'ranked',
      label: title,
      labelName: labelNameOf(result, text),
      labels: top.rows.map((row) => partName(result, row, words)),
      series,
      ...formatsOf(main.unit, format),
    },
    pick: (index, at) => {
      const row = top.rows[index];
      return row ? pickRow(result, row, at === 1 ? 'margin' : ranked.metric, words) : null;
    },
  };
}

function figuresOf(result: ReportResult, key: string): Figures | null {
  const of = columnOf(result, key);
  const unit = result.columns.find((column) => column.key === key)?.unit;
  return of && unit !== undefined && unit in units ? { of, unit: unit as Figures['unit'] } : null;
}

export type Top = {
  readonly rows: readonly Row[];
  /** Whether these are the largest of all, and not only of the rows that the table shows. */
  readonly isOfAll: boolean;
};

/** The rows with the largest figures; those without any are left away. */
export function topRows({ rows, others }: ReportResult, of: (row: Row) => number | null): Top {
  const some = rows.filter((row) => (of(row) ?? 0) !== 0);
  const sorted = some.toSorted((a, b) => (of(b) ?? 0) - (of(a) ?? 0));
  const values = rows.map((row) => of(row) ?? 0);
  const isSorted = values.every((value, index) => index === 0 || value <= (values[index - 1] ?? 0));
  return { rows: sorted.slice(0, mostBars), isOfAll: others === null || isSorted };
}

/** How many more there are, and where the bars are not the largest of all, that. */
function restNote(result: ReportResult, top: Top, { text }: Words): string | null {
  if (!top.isOfAll) return text('report-chart.only-shown', { count: result.rows.length });
  const rest = result.rows.length + (result.others?.count ?? 0) - top.rows.length;
  return rest > 0 && top.rows.length === mostBars
    ? text('report-chart.largest', { most: mostBars, count: rest })
    : null;
}

const named = {
  products: 'reports.name-products',
  categories: 'reports.name-categories',
  payments: 'reports.name-payments',
  tax: 'reports.name-tax',
  customers: 'reports.name-customers',
  staff: 'reports.name-staff',
  status: 'reports.column-status',
  refunds: 'reports.column-cause',
  returns: 'reports.column-reason',
  discounts: 'reports.column-kind',
  'stock-value': 'reports.name-stock-value',
  'low-stock': 'reports.name-low-stock',
  'dead-stock': 'reports.name-dead-stock',
  'stock-movements': 'reports.column-type',
} as const;

/** What the bars are: "Product", "Why". */
export function labelNameOf({ report }: ReportResult, text: Words['text']): string {
  return report in named ? text(named[report as keyof typeof named]) : text(`reports.${report}`);
}

export function pickRow(result: ReportResult, row: Row, metric: Metric, words: Words): Picked {
  const { from: first, to: last } = row.span ?? result;
  return { metric, part: row.part, from: first, to: last, label: partName(result, row, words) };
}
