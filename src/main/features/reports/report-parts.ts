import type { Output } from '../../../shared/contract/index.ts';
import type { ReportInput, ReportPart } from '../../../shared/contract/reports.ts';
import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import type { Span, Step } from '../../../shared/domain/report-span.ts';
import type { Progress, QueryContext } from '../../app/context.ts';
import { addUp, type DayMetric, figureOf, type Sums } from './formulas.ts';
import type { Reading } from './read-days.ts';

export type Result = Output<'reports.run'>;
export type Cell = Result['totals'][number];
type Unit = Result['columns'][number]['unit'];

/** What a report is made from. */
export type Asked = {
  readonly ctx: QueryContext;
  readonly input: ReportInput;
  readonly reading: Reading;
  readonly span: Span;
  readonly seesProfit: boolean;
};

/** A column of figures, reckoned from a row's sums; those of the last row from the sums of all. */
export type Column = {
  readonly key: string;
  readonly unit: Unit;
  readonly metric: Metric | null;
  readonly value: (sums: Sums, all: Sums) => Cell;
};

/** What names a row comes first in it. */
export type NameColumn = { readonly key: string; readonly unit: Unit };

export type Row = {
  readonly part: ReportPart;
  readonly span: Span | null;
  readonly names: readonly Cell[];
  readonly sums: Sums;
};

/** Rows before they are sorted and cut; `nameRows` puts names in those that stay, where to find them costs something. */
export type Table = {
  readonly names: readonly NameColumn[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sort: string | null;
  readonly nameRows?: (rows: readonly Row[]) => readonly Row[];
  /** The last row adds up all others; not where the rows overlap. */
  readonly hasTotals: boolean;
};

export type FigureValues = ReadonlyMap<Metric, number | null>;

/** How a report is made. */
export type Report = {
  readonly figures: readonly Metric[];
  readonly series: readonly Metric[];
  readonly table: (asked: Asked) => Generator<Progress, Table>;
  /** Where a figure of it is asked by other parts than its rows. */
  readonly split?: (asked: Asked, steps: readonly Step[]) => Generator<Progress, Result['split']>;
};

export const everything: ReportPart = { kind: 'all', key: '' };

/** The column of a figure that adds up from days. */
export function dayColumn(metric: DayMetric): Column {
  return { key: metric, unit: metrics[metric].unit, metric, value: (sums) => figureOf(metric, sums) };
}

/** A column that takes one sum as it is. */
export function plainColumn(metric: Metric, name: string, key: string = metric): Column {
  return { key, unit: metrics[metric].unit, metric, value: (sums) => sums[name] ?? 0 };
}

/** Sorts, cuts, names and totals a table; what only some may see of profit is no part of it for others. */
export function finishTable(table: Table, asked: Pick<Asked, 'input' | 'seesProfit'>) {
  const { input, seesProfit } = asked;
  const columns = table.columns.filter(
    ({ metric }) => seesProfit || metric === null || !metrics[metric].isProfit,
  );
  const all = addUp(table.rows.map(({ sums }) => sums));
  const cellsOf = (row: Row): Cell[] => [...row.names, ...columns.map(({ value }) => value(row.sums, all))];
  const keys = [...table.names.map(({ key }) => key), ...columns.map(({ key }) => key)];
  const isNamed = table.nameRows === undefined;
  const sortsByName = table.names.some(({ key }) => key === (input.sort ?? '').replace(/^-/, ''));
  const whole = !isNamed && sortsByName ? (table.nameRows?.(table.rows) ?? []) : table.rows;
  const sorted = sortRows(
    whole.map((row) => ({ row, cells: cellsOf(row) })),
    keys,
    input.sort ?? table.sort,
  );
  const shown = sorted.slice(0, input.limit);
  const rest = sorted.slice(input.limit);
  const named =
    isNamed || sortsByName
      ? shown.map(({ row }) => row)
      : (table.nameRows?.(shown.map(({ row }) => row)) ?? []);
  const blanks = table.names.map(() => null);
  const restSums = addUp(rest.map(({ row }) => row.sums));
  return {
    columns: [
      ...table.names.map(({ key, unit }) => ({ key, unit, metric: null })),
      // A column under another name (the cost of one piece) is no figure that could be explained.
      ...columns.map(({ key, unit, metric }) => ({ key, unit, metric: key === metric ? metric : null })),
    ],
    rows: named.map((row) => ({ part: row.part, span: row.span, cells: cellsOf(row) })),
    others:
      rest.length === 0
        ? null
        : { count: rest.length, cells: [...blanks, ...columns.map(({ value }) => value(restSums, all))] },
    totals: table.hasTotals ? [...blanks, ...columns.map(({ value }) => value(all, all))] : [],
  };
}

type Sortable = { readonly row: Row; readonly cells: readonly Cell[] };

/** By a column, `-` before it for the largest first; nothing where there is none goes last. Ties keep their order. */
function sortRows(
  rows: readonly Sortable[],
  keys: readonly string[],
  sort: string | null,
): readonly Sortable[] {
  if (sort === null) return rows;
  const isDown = sort.startsWith('-');
  const at = keys.indexOf(isDown ? sort.slice(1) : sort);
  if (at === -1) return rows;
  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.cells[at] ?? null, b.cells[at] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const way = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return isDown ? -way : way;
  });
}
