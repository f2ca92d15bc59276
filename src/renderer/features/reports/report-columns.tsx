import type { ReportResult } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { money } from '../../../shared/domain/money.ts';
import type { StepSize } from '../../../shared/domain/report-span.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { cellWords, columnWords, figureWords, isNaming } from '../../../shared/text/report-words.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { FigureButton, type OnFigure } from './figure-button.tsx';
import styles from './report-table.module.css';
import { RowLink } from './row-link.tsx';
import type { RowPlace } from './row-places.ts';

export type ReportColumn = ReportResult['columns'][number];
export type ReportRow = ReportResult['rows'][number];
type Cells = readonly ReportRow['cells'][number][];

export type ColumnSettings = {
  readonly text: AppText;
  readonly format: Format;
  readonly by: StepSize;
  readonly onFigure: OnFigure;
  /** The page of a row; null where it has none. */
  readonly placeOf: (row: ReportRow) => RowPlace | null;
  readonly nameOf: (row: ReportRow) => string;
};

/** The columns of a report: what names the rows first, then figures as wide as what stands in them. */
export function reportColumns(
  result: ReportResult,
  settings: ColumnSettings,
): readonly TableColumn<ReportRow>[] {
  const { by, placeOf } = settings;
  const columns = result.columns.map((column, at): TableColumn<ReportRow> => {
    const label = columnWords(settings, column, result.report, by);
    const isText = isNaming(column) || column.key === 'lastSold';
    return {
      ...{ key: column.key, label, sortable: true },
      ...{ width: isText ? nameWidth(column, at) : figureWidth(result, column, at, label, settings) },
      ...(isText ? {} : { align: 'end' as const }),
      cell: (row) => <ReportCell column={column} at={at} row={row} settings={settings} />,
    };
  });
  const leads = result.rows.some((row) => placeOf(row) !== null);
  return leads ? [...columns, pageColumn(settings)] : columns;
}

function nameWidth({ key, unit }: ReportColumn, at: number): string {
  if (key === 'sku') return '7.5rem';
  if (unit === 'text') return at === 0 ? 'minmax(11rem, 3fr)' : 'minmax(8rem, 1fr)';
  if (key === 'from') return 'minmax(9rem, 1.5fr)';
  return unit === 'word' ? 'minmax(9rem, 2fr)' : 'minmax(7rem, 1fr)';
}

/** What a figure, a letter of a heading, and the room around them take, in rem. */
const figureRem = 0.55;
const headingRem = 0.4;
const paddingRem = 1.5;
const arrowRem = 1.25;

/** Wide enough for the longest figure, so that none is ever cut off. */
function figureWidth(
  { rows, totals, others }: ReportResult,
  { unit }: ReportColumn,
  at: number,
  label: string,
  { text, format }: ColumnSettings,
): string {
  const all: Cells = [...rows.map(({ cells }) => cells[at]), totals[at], others?.cells[at]].map(
    (cell) => cell ?? null,
  );
  const lengths = all.map((value) =>
    typeof value === 'number' ? plainFigure({ text, format }, unit, value).length : 1,
  );
  const longest = lengths.reduce((most, length) => Math.max(most, length), 1);
  const width = Math.max(longest * figureRem, label.length * headingRem + arrowRem) + paddingRem;
  return `minmax(${Math.ceil(width * 4) / 4}rem, 1fr)`;
}

/** Without the currency's sign: it is the same in the whole column. */
function plainFigure(
  words: Pick<ColumnSettings, 'text' | 'format'>,
  unit: ReportColumn['unit'],
  value: number,
): string {
  return unit === 'money' ? words.format.amount(money(value)) : figureWords(words, unit, value);
}

type CellProps = {
  readonly column: ReportColumn;
  readonly at: number;
  readonly row: ReportRow;
  readonly settings: ColumnSettings;
};

function ReportCell({ column, at, row, settings }: CellProps) {
  const value = row.cells[at] ?? null;
  if (column.key === 'status' && typeof value === 'string') return <StatusCell status={value} />;
  if (isNaming(column) || typeof value !== 'number' || column.key === 'lastSold') {
    const words =
      column.key === 'lastSold' && value === null
        ? settings.text('reports.never-sold')
        : cellWords(settings, column, row, at, settings.by);
    return (
      <span className={value === null ? styles.nameless : undefined} title={words}>
        {words}
      </span>
    );
  }
  const figure = <Figure unit={column.unit} value={value} settings={settings} />;
  if (column.metric === null || !isExplained(column, settings)) return figure;
  return (
    <FigureButton row={row} metric={column.metric} onFigure={settings.onFigure}>
      {figure}
    </FigureButton>
  );
}

/** A unit cost is what it is. */
function isExplained({ key, metric }: ReportColumn, _settings: ColumnSettings): boolean {
  return key === metric;
}

function StatusCell({ status }: { readonly status: string }) {
  return <StatusPill status={status as Parameters<typeof StatusPill>[0]['status']} />;
}

type FigureProps = {
  readonly unit: ReportColumn['unit'];
  readonly value: number | null;
  readonly settings: Pick<ColumnSettings, 'text' | 'format'>;
};

/** A figure of the table: numbers line up, minor units are lighter. */
export function Figure({ unit, value, settings }: FigureProps) {
  if (unit === 'money' && value !== null) return <MoneyText amount={money(value)} currencySign={false} />;
  return <bdi>{figureWords(settings, unit, value)}</bdi>;
}

function pageColumn({ text, placeOf, nameOf }: ColumnSettings): TableColumn<ReportRow> {
  return {
    ...{ key: 'page', label: text('reports.column-page'), width: '4rem', align: 'end' },
    cell: (row) => {
      const place = placeOf(row);
      return place && <RowLink place={place} label={text('reports.open-row', { name: nameOf(row) })} />;
    },
  };
}

/** By what a row is explained: the sorted column where that is a figure of the dictionary, else the report's own. */
export function metricOfRow(result: ReportResult, sort: string | null, usual: Metric | null): Metric | null {
  if (usual === null) return null;
  const sorted = result.columns.find(({ key }) => key === sort?.replace(/^-/u, ''));
  if (sorted?.metric && sorted.metric === sorted.key) return sorted.metric;
  const own = result.columns.find(({ metric }) => metric === usual);
  return own?.metric ?? result.columns.find(({ metric }) => metric !== null)?.metric ?? null;
}
