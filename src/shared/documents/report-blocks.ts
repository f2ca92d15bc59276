import type { ReportResult } from '../contract/reports.ts';
import type { ShopView } from '../contract/setup.ts';
import { type Metric, metrics } from '../domain/kpi.ts';
import { money } from '../domain/money.ts';
import { rate } from '../domain/rate.ts';
import type { StepSize } from '../domain/report-span.ts';
import { mulDivRounded } from '../domain/round.ts';
import { cellWords, columnWords, figureWords, isNaming, spanWords } from '../text/report-words.ts';
import type { DocumentBlock, DocumentRow } from './document-block.ts';
import { markBlocks } from './document-marks.ts';
import { type DocumentWords, shopHeader } from './document-parts.ts';
import type { LedgerColumn, ReportBlock } from './report-block.ts';

/** A report as it goes on paper. */
export type PaperReport = {
  readonly result: ReportResult;
  /** How its time line is cut. */
  readonly by: StepSize;
  readonly shop: ShopView;
  /** When it was made, milliseconds UTC, and by whom. */
  readonly madeAt: number;
  readonly madeBy: string;
  readonly hasChart: boolean;
};

type Result = ReportResult;
type Blocks = readonly (DocumentBlock | ReportBlock)[];

/** A report: what it is of, its figures beside those compared, the chart, the table, and what each figure counts. */
export function reportBlocks(report: PaperReport, words: DocumentWords): Blocks {
  const { result, shop, hasChart } = report;
  const { text } = words;
  const name = text(`reports.${result.report}`);
  return [
    shopHeader(shop, words, { withLines: false }),
    ...markBlocks({ shop, isCancelled: false, printed: 0 }, words),
    { kind: 'title', text: name, rows: titleRows(report, words) },
    ...figureBlocks(result, words),
    ...(hasChart ? [{ kind: 'picture', label: text('report-out.chart', { report: name }) } as const] : []),
    ...tableBlocks(report, name, words),
    meaningBlock(result, words),
  ];
}

/** Reports of how things stand now, whatever the days. */
const nowReports: ReadonlySet<Result['report']> = new Set(['stock-value', 'low-stock']);

function titleRows({ result, madeAt, madeBy }: PaperReport, words: DocumentWords): DocumentRow[] {
  const { text, format } = words;
  const { before } = result;
  return [
    nowReports.has(result.report)
      ? { label: text('reports.range'), value: text('reports.now') }
      : { label: text('reports.range'), value: daysWords(words, result) },
    ...(before === null || nowReports.has(result.report)
      ? []
      : [{ label: text('reports.compare'), value: daysWords(words, before) }]),
    {
      label: text('report-out.made'),
      value: text('report-out.made-by', { time: format.dateTime(madeAt), name: madeBy }),
    },
  ];
}

/** A month or a year by its name, and always its days too: a paper says of itself what it is of. */
function daysWords(words: DocumentWords, span: Pick<Result, 'from' | 'to'>): string {
  const [named, days] = [spanWords(words, span), words.format.daySpan(span.from, span.to)];
  return named === days ? days : words.text('report-out.named-days', { name: named, days });
}

function figureBlocks(result: Result, words: DocumentWords): Blocks {
  const { text } = words;
  const { before, figures } = result;
  if (figures.length === 0) return [];
  const headings = [
    text('report-out.figure'),
    nowReports.has(result.report) ? text('reports.now') : spanWords(words, result),
    ...(before === null ? [] : [spanWords(words, before), text('report-out.change')]),
  ];
  const rows = figures.map((figure) => {
    const { unit } = metrics[figure.metric];
    return [
      text(`metric.name-${figure.metric}`),
      figureWords(words, unit, figure.value),
      ...(before === null ? [] : [figureWords(words, unit, figure.before), changeWords(figure, words)]),
    ];
  });
  return [{ kind: 'comparison', headings, rows }];
}

/** By how many percent, or by how much where a percentage says nothing: from nothing, beyond tenfold, of a share. */
function changeWords({ metric, value, before }: Result['figures'][number], words: DocumentWords): string {
  if (value === null || before === null) return '';
  const { unit } = metrics[metric];
  const difference = Math.abs(value - before);
  if (difference === 0) return words.text('report-out.same');
  const isPictured = unit !== 'share' && before > 0 && difference / before <= 10;
  const hundredths = isPictured ? mulDivRounded(difference, 100, before) : 0;
  const amount =
    hundredths === 0 ? figureWords(words, unit, difference) : words.format.percent(rate(hundredths * 10_000));
  return `${value > before ? '+' : '\u2212'}${amount}`;
}

function tableBlocks({ result, by }: PaperReport, name: string, words: DocumentWords): Blocks {
  const { text, format } = words;
  const { columns, others } = result;
  const title = text('reports.table-of', { report: name });
  if (result.rows.length === 0) return [{ kind: 'note', text: text('report-out.empty') }];
  const drawn = columns.flatMap((column, at) => (isEmptyColumn(result, at) ? [] : [{ column, at }]));
  const heads = drawn.map(({ column }): LedgerColumn => {
    const isWords = isNaming(column) || column.unit === 'date';
    return { heading: columnWords(words, column, result.report, by), kind: isWords ? 'words' : 'figure' };
  });
  const rows = result.rows.map((row) =>
    drawn.map(({ column, at }) => rowCell(words, { column, at, by }, row)),
  );
  const summed = (first: string, cells: Result['totals']): string[] =>
    drawn.map(({ column, at }) => (at === 0 ? first : sumWords(words, column, cells[at] ?? null)));
  const sums = [
    ...(others === null ? [] : [summed(text('report-out.others', { count: others.count }), others.cells)]),
    ...(result.totals.length === 0 ? [] : [summed(text('reports.total'), result.totals)]),
  ];
  const note = text('report-out.others-note', { count: format.number(result.rows.length) });
  return [
    { kind: 'ledger', title, columns: heads, rows, sums },
    ...(others === null ? [] : [{ kind: 'note', text: note } as const]),
  ];
}

/** A shop without SKUs needs no column for them. */
function isEmptyColumn({ columns, rows }: Result, at: number): boolean {
  return columns[at]?.key === 'sku' && rows.every(({ cells }) => cells[at] === null);
}

type Drawn = { readonly column: Result['columns'][number]; readonly at: number; readonly by: StepSize };

function rowCell(words: DocumentWords, { column, at, by }: Drawn, row: Result['rows'][number]): string {
  const cell = row.cells[at] ?? null;
  if (column.key === 'lastSold' && cell === null) return words.text('reports.never-sold');
  return isNaming(column) || column.unit === 'date' || typeof cell !== 'number'
    ? cellWords(words, column, row, at, by)
    : figureIn(words, column.unit, cell);
}

/** Without the currency's sign: it is the same in the whole column, and stands with the figures above. */
function figureIn(words: DocumentWords, unit: Result['columns'][number]['unit'], value: number): string {
  return unit === 'money' ? words.format.amount(money(value)) : figureWords(words, unit, value);
}

function sumWords(words: DocumentWords, column: Result['columns'][number], cell: Result['totals'][number]) {
  if (isNaming(column) || column.unit === 'date' || typeof cell === 'string') return '';
  return cell === null ? '' : figureIn(words, column.unit, cell);
}

/** The dictionary's words for every figure on the paper. */
function meaningBlock({ figures, columns }: Result, { text }: DocumentWords): ReportBlock {
  const shown = new Set<Metric>([
    ...figures.map(({ metric }) => metric),
    ...columns.flatMap(({ metric }) => metric ?? []),
  ]);
  const items = [...shown].map((metric) => ({
    label: text(`metric.name-${metric}`),
    value: text('report-out.meaning-line', {
      formula: text(`metric.formula-${metric}`),
      counts: text(`metric.counts-${metrics[metric].countedBy}`),
      leaves: text(`metric.leaves-out-${metric}`),
    }),
  }));
  return { kind: 'meanings', title: text('report-out.meaning'), items };
}
