import { Buffer } from 'node:buffer';
import { isCalendarDate, isoDate } from '../../../../shared/domain/calendar.ts';
import { decimalString } from '../../../../shared/text/format-number.ts';
import { cellWords, columnWords, isNaming } from '../../../../shared/text/report-words.ts';
import type { InnerRead } from '../../../app/context.ts';
import { writeCsv } from '../../csv/write-csv.ts';
import { type DocumentWords, type Language, wordsIn } from '../../documents/document-words.ts';
import type { Cell } from '../report-parts.ts';
import {
  isCompared,
  nothingIn,
  type ReportWish,
  reportSheet,
  type Sheet,
  type SheetRow,
} from './report-sheet.ts';

type Column = Sheet['columns'][number];
type Row = NonNullable<SheetRow['before']>;
type Writing = DocumentWords & { readonly exponent: number; readonly sheet: Sheet };

/** The file's bytes, and how many rows stand under its head, totals not counted. */
export type ReportCsv = { readonly bytes: Uint8Array; readonly rows: number };

/** The whole table of a report as CSV, made in the helper process: a report may have a million rows. */
export const reportCsv: InnerRead<{ readonly wish: ReportWish; readonly language: Language }, ReportCsv> = {
  name: 'report-csv',
  *steps(ctx, { wish, language }) {
    const sheet = yield* reportSheet(ctx, wish);
    const writing = { ...wordsIn(ctx.shop, language), exponent: ctx.shop.currencyExponent, sheet };
    const chunks: Uint8Array[] = [];
    for (const chunk of writeCsv(rowsOf(writing), { mark: true })) chunks.push(Buffer.from(chunk, 'utf8'));
    return { bytes: Buffer.concat(chunks), rows: sheet.rows.length };
  },
};

function* rowsOf(writing: Writing): Generator<readonly string[]> {
  const { sheet } = writing;
  yield headOf(writing);
  for (const row of sheet.rows) yield cellsOf(writing, row);
  if (sheet.totals.length > 0) yield totalsOf(writing);
}

/** Steps of time have their last day too, where they are longer than one; and the step that they stand beside. */
function stepColumns({ sheet }: Writing): { readonly hasEnd: boolean; readonly hasBefore: boolean } {
  const isInSteps = sheet.columns[0]?.unit === 'date';
  return {
    hasEnd: isInSteps && sheet.by !== 'day' && sheet.by !== 'hour',
    hasBefore: isInSteps && sheet.before !== null,
  };
}

function headOf(writing: Writing): string[] {
  const { sheet, text } = writing;
  const { hasEnd, hasBefore } = stepColumns(writing);
  return sheet.columns.flatMap((column, at) => {
    const name = headingOf(writing, column);
    if (at === 0 && column.unit === 'date') {
      return [
        ...(hasEnd ? [text('reports.from'), text('reports.to')] : [text('report-out.date')]),
        ...(hasBefore ? [text('report-out.column-compared')] : []),
      ];
    }
    if (sheet.before === null || !isCompared(column)) return [name];
    const [from, to] = [isoDate(sheet.before.from), isoDate(sheet.before.to)];
    return [name, text('report-out.column-before', { column: name, from, to })];
  });
}

/** Plain figures carry no percent sign, so the head does. */
function headingOf(writing: Writing, column: Column): string {
  const { report, by } = writing.sheet;
  const name = columnWords(writing, column, report, by);
  return column.unit === 'share' && column.metric !== 'marginShare'
    ? writing.text('report-out.column-percent', { column: name })
    : name;
}

function cellsOf(writing: Writing, row: SheetRow): string[] {
  const { sheet } = writing;
  const { hasEnd, hasBefore } = stepColumns(writing);
  return sheet.columns.flatMap((column, at) => {
    if (at === 0 && column.unit === 'date') {
      const days = row.span;
      return [
        days ? isoDate(days.from) : '',
        ...(hasEnd ? [days ? isoDate(days.to) : ''] : []),
        ...(hasBefore ? [row.before?.span ? isoDate(row.before.span.from) : ''] : []),
      ];
    }
    const cell = plainCell(writing, column, row, at);
    if (sheet.before === null || !isCompared(column)) return [cell];
    return [
      cell,
      row.before ? plainCell(writing, column, row.before, at) : figure(writing, column, nothingIn(column)),
    ];
  });
}

/** Totals stand under their columns, their name under what names the rows. */
function totalsOf(writing: Writing): string[] {
  const { sheet, text } = writing;
  const { hasEnd, hasBefore } = stepColumns(writing);
  const isStep = sheet.columns[0]?.unit === 'date';
  return sheet.columns.flatMap((column, at) => {
    if (at === 0)
      return [text('reports.total'), ...Array(isStep ? Number(hasEnd) + Number(hasBefore) : 0).fill('')];
    const cell = figure(writing, column, sheet.totals[at] ?? null);
    if (sheet.before === null || !isCompared(column)) return [cell];
    return [cell, figure(writing, column, sheet.totalsBefore[at] ?? null)];
  });
}

function plainCell(writing: Writing, column: Column, row: SheetRow | Row, at: number): string {
  const cell = row.cells[at] ?? null;
  if (column.key === 'hour' && typeof cell === 'number') return `${String(cell).padStart(2, '0')}:00`;
  const isPlain = !isNaming(column) || column.key === 'rate';
  return isPlain ? figure(writing, column, cell) : cellWords(writing, column, row, at, writing.sheet.by);
}

/** `1234.50`, `0.355`, `12.5`, `2026-11-22`: the same in every country, empty for none. */
function figure({ exponent }: Writing, { unit }: Column, cell: Cell): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  switch (unit) {
    case 'money':
      return decimalString(cell, exponent);
    case 'quantity':
      return trimmed(decimalString(cell, 3));
    case 'share':
      return trimmed(decimalString(cell, 4));
    case 'date':
      return isCalendarDate(cell) ? isoDate(cell) : '';
    default:
      return String(cell);
  }
}

function trimmed(decimals: string): string {
  return decimals.replace(/\.?0+$/u, '');
}
