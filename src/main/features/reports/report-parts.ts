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
  const isNamed = table.nameRows === undefined;
  const sort = input.sort ?? table.sort;
  const by = sort?.replace(/^-/, '');
  const sortsByName = table.names.some(({ key }) => key === (input.sort ?? '').replace(/^-/, ''));
  const whole = !isNamed && sortsByName ? (table.nameRows?.(table.rows) ?? []) : table.rows;
  const name = table.names.findIndex(({ key }) => key === by);
  const column = columns.find(({ key }) => key === by);
  // Of tens of thousands of rows a few are shown: of the others nothing is reckoned but what they are sorted by.
  const keyOf = (row: Row): Cell => (name >= 0 ? row.names[name] : column?.value(row.sums, all)) ?? null;
  const isSorted = name >= 0 || column !== undefined;
  const sorted = isSorted ? sortRows(whole, keyOf, sort?.startsWith('-') ?? false) : whole;
  const shown = sorted.slice(0, input.limit);
  const restCount = sorted.length - shown.length;
  const named = isNamed || sortsByName ? shown : (table.nameRows?.(shown) ?? []);
  const blanks = table.names.map(() => null);
  const restSums = without(all, addUp(shown.map(({ sums }) => sums)));
  return {
    columns: [
      ...table.names.map(({ key, unit }) => ({ key, unit, metric: null })),
      // A column under another name (the cost of one piece) is no figure that could be explained.
      ...columns.map(({ key, unit, metric }) => ({ key, unit, metric: key === metric ? metric : null })),
    ],
    rows: named.map((row) => ({ part: row.part, span: row.span, cells: cellsOf(row) })),
    others:
      restCount === 0
        ? null
        : { count: restCount, cells: [...blanks, ...columns.map(({ value }) => value(restSums, all))] },
    totals: table.hasTotals ? [...blanks, ...columns.map(({ value }) => value(all, all))] : [],
  };
}

function without(all: Sums, some: Sums): Sums {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value - (some[name] ?? 0)]));
}

/** The largest first if `isDown`; nothing where there is none goes last. Ties keep their order. */
function sortRows(rows: readonly Row[], keyOf: (row: Row) => Cell, isDown: boolean): readonly Row[] {
  const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare;
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort(({ key: x }, { key: y }) => {
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const way = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return isDown ? -way : way;
  });
  return keyed.map(({ row }) => row);
}
