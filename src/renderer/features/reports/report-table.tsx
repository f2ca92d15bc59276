import { type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react';
import type { ReportResult } from '../../../shared/contract/reports.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { rowWords } from '../../../shared/text/report-words.ts';
import { useSession } from '../../bridge/use-session.ts';
import { pickFigure, readPicked } from '../../explain/picked.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useWidthInRems } from '../../ui/fitting-columns.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { navigate, usePlace } from '../../ui/router.ts';
import { Table, type TableFooterRow, type TableSort } from '../../ui/table.tsx';
import { columnsThatFit } from './fit-columns.ts';
import {
  type ColumnSettings,
  Figure,
  metricOfRow,
  type ReportRow,
  reportColumns,
} from './report-columns.tsx';
import { reportOf, rowLimits } from './report-of.ts';
import styles from './report-table.module.css';
import { firstRows } from './report-view.ts';
import { placeOfRow } from './row-places.ts';
import type { Answer, Report } from './use-report.ts';

type ReportTableProps = {
  readonly answer: Answer;
  readonly look: Report['look'];
  /** Whether every column is wanted, however wide they are together. */
  readonly hasAllColumns: boolean;
  /** Around the table, for moving the focus into it. */
  readonly frame: RefObject<HTMLDivElement | null>;
};

/** The rows of a report with what they add up to. Enter or a press shows what a row is made of. */
export function ReportTable({ answer, look, hasAllColumns, frame }: ReportTableProps) {
  const { result, input } = answer;
  const { text } = useApp();
  const rows = useRows(answer);
  const footer = useFooter(result, rows.settings);
  const width = useWidthInRems(frame);
  const sorted = input.sort?.replace(/^-/u, '') ?? null;
  const fitting = useMemo(
    () => columnsThatFit(result.report, rows.columns, sorted, width),
    [result.report, rows.columns, sorted, width],
  );
  const shown = Math.min(result.rows.length, mostInView) + 1 + footer.length;
  return (
    <div ref={frame}>
      <div className={styles.frame} style={{ blockSize: `calc(${shown} * 2rem + 2px)` }}>
        <Table
          label={text('reports.table-of', { report: text(`reports.${result.report}`) })}
          dense
          holdFirst
          columns={hasAllColumns ? rows.columns : fitting}
          rows={result.rows}
          rowKey={keyOf}
          rowName={rows.settings.nameOf}
          onOpen={rows.open}
          openKey={rows.openKey}
          onWalk={rows.walk}
          sort={sortOf(input.sort)}
          onSort={({ column }) => look({ sort: nextSort(result, input.sort, column) })}
          footer={footer}
        />
      </div>
      <MoreRows answer={answer} look={look}>
        {fitting.length < rows.columns.length && (
          <Button size="small" variant="quiet" onPress={() => look({ hasAllColumns: !hasAllColumns })}>
            {hasAllColumns
              ? text('reports.fewer-columns')
              : text('reports.more-columns', { count: rows.columns.length - fitting.length })}
          </Button>
        )}
      </MoreRows>
    </div>
  );
}

/** More rows scroll inside the table, so that its totals stay in sight. */
const mostInView = 14;

function keyOf({ part, span }: ReportRow): string {
  return `${part.kind} ${part.key} ${span?.from ?? ''}`;
}

function sortOf(sort: string | null): TableSort | undefined {
  if (sort === null) return undefined;
  return sort.startsWith('-')
    ? { column: sort.slice(1), direction: 'down' }
    : { column: sort, direction: 'up' };
}

/** The largest figure and the newest day first, names from A; the other way at the second press. */
function nextSort({ columns }: ReportResult, sort: string | null, column: string): string {
  if (sort === column) return `-${column}`;
  if (sort === `-${column}`) return column;
  const unit = columns.find(({ key }) => key === column)?.unit;
  return unit === 'text' || unit === 'word' ? column : `-${column}`;
}

/** The rows as they are shown, and what opens from them. */
function useRows({ result, input }: Answer) {
  const words = useApp();
  const { text, format } = words;
  const rights = useSession()?.rights ?? noRights;
  const { query } = usePlace();
  const [walked, setWalked] = useState<string | null>(null);
  const { by, sort } = input;
  const nameOf = useCallback(
    (row: ReportRow) => rowWords({ text, format }, result.columns, row, by),
    [text, format, result, by],
  );
  const placeOf = useCallback((row: ReportRow) => placeOfRow(row.part, rights), [rights]);
  const onFigure = useCallback(
    (row: ReportRow, metric: Metric) => {
      const { from, to } = row.span ?? result;
      pickFigure({ metric, part: row.part, from, to, label: nameOf(row) });
    },
    [result, nameOf],
  );
  const settings: ColumnSettings = useMemo(
    () => ({ text, format, by, onFigure, placeOf, nameOf }),
    [text, format, by, onFigure, placeOf, nameOf],
  );
  const columns = useMemo(() => reportColumns(result, settings), [result, settings]);
  const goTo = (row: ReportRow | undefined) => {
    const place = row && placeOf(row);
    if (place) navigate(place.path, { query: place.query });
  };
  const metric = metricOfRow(result, sort, reportOf[result.report].metric);
  const walkedRow = result.rows.find((row) => keyOf(row) === walked);
  useHotkeys([
    {
      ...{ keys: 'Alt+Enter', label: text('reports.key-open'), run: () => goTo(walkedRow) },
      enabled: walkedRow !== undefined && placeOf(walkedRow) !== null,
    },
  ]);
  return {
    ...{ settings, columns, walk: setWalked },
    openKey: openKeyOf(result, readPicked(query)),
    open: (row: ReportRow) => (metric === null ? goTo(row) : onFigure(row, metric)),
  };
}

const noRights: readonly string[] = [];

/** The row whose figure is explained beside the report. */
function openKeyOf(result: ReportResult, picked: ReturnType<typeof readPicked>): string | null {
  if (picked === null) return null;
  const open = result.rows.find(
    ({ part, span }) =>
      part.kind === picked.part.kind &&
      part.key === picked.part.key &&
      (span ?? result).from === picked.from &&
      (span ?? result).to === picked.to,
  );
  return open === undefined ? null : keyOf(open);
}

/** What rows beyond the limit come to, and all of them. */
function useFooter(result: ReportResult, settings: ColumnSettings): readonly TableFooterRow[] {
  return useMemo(() => {
    const { columns, others, totals } = result;
    const { text } = settings;
    const row = (key: string, name: string, cells: ReportResult['totals']): TableFooterRow => ({
      key,
      cells: Object.fromEntries(
        columns.map(({ key: column, unit }, at) => {
          const value = cells[at] ?? null;
          if (at === 0) return [column, name];
          return [
            column,
            typeof value === 'number' && <Figure unit={unit} value={value} settings={settings} />,
          ];
        }),
      ),
    });
    return [
      ...(others ? [row('others', text('reports.others', { count: others.count }), others.cells)] : []),
      ...(totals.length > 0 ? [row('total', text('reports.total'), totals)] : []),
    ];
  }, [result, settings]);
}

type MoreRowsProps = Pick<ReportTableProps, 'answer' | 'look'> & { readonly children: ReactNode };

/** What a row does, and more of them. */
function MoreRows({ answer: { result, input }, look, children }: MoreRowsProps) {
  const { text } = useApp();
  const { others } = result;
  const next = rowLimits.find((limit) => limit > input.limit);
  const usual = firstRows(result.report);
  const isLonger = input.limit > usual && result.rows.length > usual;
  const opensPage = reportOf[result.report].metric === null;
  return (
    <div className={styles.more}>
      <p className={styles.hint}>{text(opensPage ? 'reports.page-hint' : 'reports.explain-hint')}</p>
      {children}
      {others !== null && next !== undefined && (
        <Button size="small" onPress={() => look({ rows: next })}>
          {text('reports.show-more', { count: Math.min(others.count, next - input.limit) })}
        </Button>
      )}
      {isLonger && (
        <Button size="small" variant="quiet" onPress={() => look({ rows: null })}>
          {text('reports.show-fewer')}
        </Button>
      )}
    </div>
  );
}
