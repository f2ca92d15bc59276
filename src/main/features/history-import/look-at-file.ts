import type { ReadDb } from '../../database/connection.ts';
import type { TextEncoding } from '../csv/decode-text.ts';
import { detectDelimiter } from '../csv/detect-delimiter.ts';
import { type CsvDelimiter, type CsvRow, readCsvParts } from '../csv/read-csv.ts';
import { createPace, type Steps } from '../csv/steps.ts';
import { cellText, isBlankValue } from '../import/cell-text.ts';
import { countVote, type MarkVotes } from '../import/decimal-mark.ts';
import { countDate, type DateVotes, dateVotes } from './date-votes.ts';
import { guessEncodingSteps, textParts } from './file-pieces.ts';
import { findHistoryHeaderSteps } from './find-history-header.ts';
import { historyLimits } from './history-limits.ts';

/** What a column says of itself, by all of its cells. */
export type ColumnLook = {
  /** The first three different values. */
  readonly samples: string[];
  readonly marks: MarkVotes;
  readonly dates: DateVotes;
  filled: number;
  /** Filled cells that are digits and nothing else. */
  wholes: number;
};

/** A file as it was opened: how it is to be read, and what its columns say. */
export type FileLook = {
  /** Where its pieces lie in the staging. */
  readonly place: string;
  readonly encoding: TextEncoding;
  readonly delimiter: CsvDelimiter;
  readonly hasHeader: boolean;
  readonly headers: readonly string[];
  /** The line of the file on which the headings stand; rows up to it are none. */
  readonly headerLine: number;
  /** Lines that were taken off before the first row: a spreadsheet's own `sep=;`. */
  readonly linesBefore: number;
  /** The first rows under the headings, each cell cut short. */
  readonly firstRows: readonly (readonly string[])[];
  readonly columns: readonly ColumnLook[];
  readonly rowCount: number;
  /** Characters that the encoding does not have. */
  readonly isBroken: boolean;
};

/** What a person may overrule. */
export type OpenAs = {
  readonly encoding: TextEncoding | undefined;
  readonly delimiter: CsvDelimiter | undefined;
  readonly hasHeader: boolean | undefined;
};

/** Why a file cannot be used. */
export type LookFault = 'file-unreadable' | 'file-empty' | 'too-many-rows';

const rowsPerStep = 100;
const mostFirstRows = 300;
const leastSample = 64 * 1024 + 1;

/** Reads a file once, from beginning to end: how its rows are cut, and what each column holds. Yields rows done. */
export function* lookAtFileSteps(
  db: ReadDb,
  place: string,
  as: OpenAs,
  shop: { readonly thisYear: number },
): Steps<FileLook | LookFault> {
  const encoding = as.encoding ?? (yield* unheard(guessEncodingSteps(db, place)));
  if (encoding === null) return 'file-unreadable';
  const opened = openRows(db, place, encoding, as.delimiter);
  const looking = new Looking(as.hasHeader, shop.thisYear);
  const pace = createPace(rowsPerStep);
  let count = 0;
  for (const row of opened.rows) {
    // Blank rows count here: a file of nothing else holds nobody up.
    if (pace(row)) yield count;
    if (isBlankRow(row)) continue;
    count += 1;
    if (count > historyLimits.rows) return 'too-many-rows';
    if (looking.wait(row)) yield* looking.decideHeaderSteps();
  }
  yield* looking.decideHeaderSteps();
  const found = looking.finish();
  if (found.rowCount === 0) return 'file-empty';
  const { delimiter, linesBefore } = opened;
  return { place, encoding, delimiter, linesBefore, isBroken: opened.isBroken(), ...found };
}

/** Bytes are no rows: what is done of them would be told as most of the walk over the rows. */
function* unheard<T>(steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}

/** The rows of a file, and how they are cut. */
function openRows(db: ReadDb, place: string, encoding: TextEncoding, chosen: CsvDelimiter | undefined) {
  const parts = textParts(db, place, encoding);
  let sample = '';
  while (sample.length < leastSample) {
    const part = parts.next();
    if (part.done) break;
    sample += part.value;
  }
  const detected = detectDelimiter(sample);
  const delimiter = chosen ?? detected.delimiter;
  let isBroken = false;
  const all = function* (): Generator<string, void> {
    yield sample.slice(detected.from);
    sample = '';
    yield* parts;
  };
  const watched = function* (): Generator<string, void> {
    for (const part of all()) {
      isBroken ||= part.includes('\ufffd');
      yield part;
    }
  };
  const { linesBefore } = detected;
  return { rows: readCsvParts(watched(), delimiter), delimiter, linesBefore, isBroken: () => isBroken };
}

export function isBlankRow({ cells }: CsvRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The rows under the headings of a file that was looked at, blank ones among them. */
export function* rowsOfFile(db: ReadDb, look: FileLook): Generator<CsvRow, void> {
  const { rows } = openRows(db, look.place, look.encoding, look.delimiter);
  for (const row of rows) {
    if (look.hasHeader && row.line <= look.headerLine) continue;
    yield look.linesBefore > 0 ? { ...row, line: row.line + look.linesBefore } : row;
  }
}

/** A copy that does not hold on to the part of the file that it was cut from. */
export function ownText(text: string, most: number): string {
  return Buffer.from(text.slice(0, most)).toString();
}

const headerRows = 40;

class Looking {
  readonly #wantsHeader: boolean | undefined;
  readonly #thisYear: number;
  #waiting: CsvRow[] | null = [];
  #headers: readonly string[] = [];
  #headerLine = 0;
  #hasHeader = false;
  #columns: ColumnLook[] = [];
  readonly #firstRows: (readonly string[])[] = [];
  #rowCount = 0;

  constructor(wantsHeader: boolean | undefined, thisYear: number) {
    this.#wantsHeader = wantsHeader;
    this.#thisYear = thisYear;
  }

  /** Takes a row; answers whether enough wait for it to be told which of them has the headings. */
  wait(row: CsvRow): boolean {
    if (this.#waiting === null) {
      this.#count(row);
      return false;
    }
    this.#waiting.push(row);
    return this.#waiting.length >= headerRows;
  }

  finish() {
    return {
      hasHeader: this.#hasHeader,
      headers: this.#headers,
      headerLine: this.#headerLine,
      firstRows: this.#firstRows,
      columns: this.#columns,
      rowCount: this.#rowCount,
    };
  }

  *decideHeaderSteps(): Steps<void> {
    const rows = this.#waiting;
    if (rows === null) return;
    this.#waiting = null;
    const cells = rows.map((row) => row.cells);
    const place = this.#wantsHeader === false ? null : yield* findHistoryHeaderSteps(cells);
    const at = place ?? (this.#wantsHeader === true && rows.length > 0 ? 0 : null);
    this.#hasHeader = at !== null;
    const named = at === null ? [] : (rows[at]?.cells ?? []);
    let width = named.length;
    while (width > 1 && named[width - 1]?.trim() === '') width -= 1;
    if (at === null) for (const row of cells) width = Math.max(width, row.length);
    this.#headers = Array.from({ length: width }, (_, index) => ownText(named[index]?.trim() ?? '', 200));
    this.#headerLine = at === null ? 0 : (rows[at]?.line ?? 0);
    this.#columns = this.#headers.map(() => ({
      ...{ samples: [], marks: { balance: 0, lone: 0 }, dates: dateVotes(), filled: 0, wholes: 0 },
    }));
    for (const row of at === null ? rows : rows.slice(at + 1)) {
      this.#count(row);
      yield 0;
    }
  }

  #count({ cells }: CsvRow): void {
    this.#rowCount += 1;
    if (this.#firstRows.length < mostFirstRows) {
      this.#firstRows.push(this.#headers.map((_, index) => ownText(cells[index] ?? '', 200)));
    }
    for (const [index, column] of this.#columns.entries()) {
      const text = cellText((cells[index] ?? '').slice(0, 200));
      if (!isBlankValue(text)) countCell(column, text, this.#thisYear);
    }
  }
}

function countCell(column: ColumnLook, text: string, thisYear: number): void {
  column.filled += 1;
  if (column.samples.length < 3 && !column.samples.includes(text)) column.samples.push(ownText(text, 120));
  countDate(column.dates, text, thisYear);
  if (/^\d+$/.test(text)) column.wholes += 1;
  else if (text.length <= 60 && /\d/.test(text)) countVote(column.marks, text);
}
