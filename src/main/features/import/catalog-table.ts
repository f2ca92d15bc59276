import { csvLimits } from '../csv/csv-limits.ts';
import { cutText } from '../csv/cut-text.ts';
import { detectDelimiter } from '../csv/detect-delimiter.ts';
import { type CsvDelimiter, type CsvFlaw, type CsvRow, isCutFlaw, readCsvParts } from '../csv/read-csv.ts';
import type { RowProblem } from '../csv/row-problem.ts';
import { createPace, itemsPerStep, type Steps } from '../csv/steps.ts';
import { findHeaderSteps } from './find-header.ts';
import { createProblemList } from './problem-list.ts';

export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** A file as a table: its header, if it has one, and its rows, each as wide as the header. */
export type CatalogTable = {
  readonly delimiter: CsvDelimiter;
  readonly hasHeader: boolean;
  /** As the file spells them; empty texts where there is no header. */
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that cannot be read by the header, as they stand: for the list of problems. */
  readonly leftOutRows: readonly TableRow[];
  /** Rows under the header that are not blank, also those left out below. */
  readonly rowCount: number;
  readonly problems: readonly RowProblem[];
};

/** What a person may overrule. */
export type TableChoices = { readonly delimiter?: CsvDelimiter; readonly hasHeader?: boolean };

/**
 * Reads the rows of a CSV text that comes in parts; yields rows done. Blank rows are dropped. A row with more filled cells than
 * the header is left out, because nobody can say which of its cells moved; a shorter one is filled up.
 */
export function* readTableSteps(parts: readonly string[], choices: TableChoices = {}): Steps<CatalogTable> {
  const detected = detectDelimiter(beginOf(parts));
  const delimiter = choices.delimiter ?? detected.delimiter;
  const all: CsvRow[] = [];
  const problems = createProblemList();
  const pace = createPace(itemsPerStep);
  for (const row of readCsvParts(partsFrom(parts, detected.from), delimiter)) {
    // Blank rows count here: a file of nothing else holds nobody up.
    if (pace(row)) yield all.length;
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (all.length >= csvLimits.rows) {
      const code = 'too-many-rows';
      problems.add({ line: 0, code, params: { most: csvLimits.rows }, severity: 'error' });
      return { delimiter, hasHeader: false, ...noRows, problems: problems.sorted() };
    }
    all.push(detected.linesBefore > 0 ? { ...row, line: row.line + detected.linesBefore } : row);
  }
  if (all.length === 0) problems.add({ line: 0, code: 'file-empty', params: {}, severity: 'error' });
  const header = yield* headerPlaceSteps(all, choices.hasHeader);
  const headers = header === null ? blankHeaders(all) : trimHeaders(all[header]?.cells ?? []);
  const rows: TableRow[] = [];
  const leftOutRows: TableRow[] = [];
  let done = 0;
  for (const row of header === null ? all : all.slice(header + 1)) {
    const problem = problemOf(row, headers);
    if (problem !== null) problems.add(problem);
    if (problem?.severity === 'error') leftOutRows.push({ line: row.line, cells: row.cells });
    else rows.push({ line: row.line, cells: fitCells(row.cells, headers.length) });
    done += 1;
    if (pace(row)) yield all.length + done;
  }
  return {
    delimiter,
    hasHeader: header !== null,
    headers,
    rows,
    leftOutRows,
    rowCount: done,
    problems: problems.sorted(),
  };
}

const leastSample = 64 * 1024 + 1;

/** Enough of a text to tell how its cells are parted. */
function beginOf(parts: readonly string[]): string {
  let begin = '';
  for (const part of parts) {
    if (begin.length >= leastSample) break;
    begin += part;
  }
  return begin;
}

function* partsFrom(parts: readonly string[], place: number): Generator<string, void, void> {
  let toPass = place;
  for (const part of parts) {
    if (part.length > toPass) yield part.slice(toPass);
    toPass = Math.max(0, toPass - part.length);
  }
}

/** Of a cell that is no page of text so much is read; no field of the shop holds as much. */
export const longestCell = 20_000;

/** Whether a row is as long as a page of text: whoever reads it ends a step then, however few rows were read. */
export function isLongRow({ cells }: Pick<TableRow, 'cells'>): boolean {
  let length = 0;
  for (const cell of cells) length += cell.length;
  return length > longestCell;
}

const noRows = { headers: [], rows: [], leftOutRows: [], rowCount: 0 } as const;

/** A person who says that there is a header means the first row, unless a later one is found. */
function* headerPlaceSteps(rows: readonly CsvRow[], chosen: boolean | undefined): Steps<number | null> {
  if (chosen === false || rows.length === 0) return null;
  const begin = rows.slice(0, 500).map((row) => row.cells);
  return (yield* findHeaderSteps(begin)) ?? (chosen === true ? 0 : null);
}

/** Without header every row counts: as many columns as the widest of the first rows has. */
function blankHeaders(rows: readonly CsvRow[]): readonly string[] {
  let width = 0;
  for (const row of rows.slice(0, 500)) width = Math.max(width, row.cells.length);
  return Array.from({ length: width }, () => '');
}

const longestHeader = 200;

function trimHeaders(cells: readonly string[]): readonly string[] {
  let width = cells.length;
  while (width > 1 && cells[width - 1]?.trim() === '') width -= 1;
  return cells.slice(0, width).map((cell) => cutText(cell.trim(), longestHeader).trim());
}

function fitCells(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  if (cells.length > width) return cells.slice(0, width);
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}

const flawLimits: Readonly<Record<CsvFlaw, number>> = {
  'quote-unclosed': 0,
  'quote-stray': 0,
  'too-many-columns': csvLimits.columns,
  'cell-too-long': csvLimits.cell,
  'row-too-long': csvLimits.row,
};

function problemOf(row: CsvRow, headers: readonly string[]): RowProblem | null {
  const { line, flaw, cells } = row;
  if (isCutFlaw(flaw)) {
    return { line, code: `${flaw}`, params: { most: flawLimits[flaw] }, severity: 'error' };
  }
  const expected = headers.length;
  const isLong = cells.slice(expected).some((cell) => cell.trim() !== '');
  const params = { found: cells.length, expected };
  if (isLong) {
    return { line, code: 'row-long', params, severity: 'error' };
  }
  if (flaw !== null) return { line, code: `${flaw}`, params: {}, severity: 'note' };
  return cells.length < expected ? { line, code: 'row-short', params, severity: 'note' } : null;
}
