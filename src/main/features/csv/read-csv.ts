import { csvLimits } from './csv-limits.ts';

export const csvDelimiters = [',', ';', '\t', '|'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

export type CsvRow = {
  /** Line of the file on which the row begins, from 1. A quoted cell may hold more lines. */
  readonly line: number;
  readonly cells: readonly string[];
  /**
   * `quote-unclosed`: a quote opened a cell and never closed it properly, so the line was read by itself.
   * `quote-stray`: text stood after a closing quote, so the cell was kept as it is written.
   * `too-many-columns`, `cell-too-long`, `row-too-long`: beyond `csvLimits`; the row is cut and must not be used.
   */
  readonly flaw: CsvFlaw | null;
};
export type CsvFlaw = 'quote-unclosed' | 'quote-stray' | CutFlaw;
type CutFlaw = 'too-many-columns' | 'cell-too-long' | 'row-too-long';

/** Whether a row is beyond a limit, so that only its beginning was read. */
export function isCutFlaw(flaw: CsvFlaw | null): flaw is CutFlaw {
  return flaw === 'too-many-columns' || flaw === 'cell-too-long' || flaw === 'row-too-long';
}

/** A row of so many cells is none: what else stands on its line is passed over, so that no row takes for ever. */
const mostCells = csvLimits.columns * 100;

/** After this many lines with an unclosed quote the rest is read line by line, so that no file takes for ever. */
const mostRecoveries = 200;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Where reading stands. One object for the whole file, so that a row costs no allocation beyond its cells. */
type Cursor = {
  place: number;
  line: number;
  recoveries: number;
  flaw: CsvFlaw | null;
};

/**
 * The rows of a CSV text as RFC 4180 and the spreadsheets write it: any of LF, CRLF and CR ends a row, also
 * mixed; quotes are doubled inside a quoted cell; `\"` is understood where it can be nothing else. Empty
 * lines are left out but counted, so that every row knows its line. Ragged rows come as they are.
 *
 * A generator, so that the caller decides how many rows make a slice. Never throws: a quote that is never
 * closed, or that closes lines later in the middle of a word, costs its own line and no more.
 */
export function* readCsv(text: string, delimiter: CsvDelimiter): Generator<CsvRow, void, void> {
  const cursor: Cursor = { place: 0, line: 1, recoveries: 0, flaw: null };
  while (cursor.place < text.length) {
    const code = text.charCodeAt(cursor.place);
    if (code === lineFeed || code === carriageReturn) {
      passLineEnd(text, cursor);
      continue;
    }
    const line = cursor.line;
    cursor.flaw = null;
    const cells = readRow(text, delimiter, cursor);
    yield { line, cells, flaw: cursor.flaw };
  }
}

/** What may stand before the quote that closes a cell is looked through as far as this. */
const lookAhead = csvLimits.cell * 2 + 2;
/** No more need be held to read the longest row. */
const mostHeld = csvLimits.row + lookAhead;

/**
 * The same rows of a text that comes in parts, of which only as much is held as a row may need. A row is read again
 * with more of the text behind it where its end might look different then. While the rest of a row that is too long is
 * passed over, blank rows come, so that whoever reads can let others in between.
 */
export function* readCsvParts(
  parts: Iterator<string>,
  delimiter: CsvDelimiter,
): Generator<CsvRow, void, void> {
  const cursor: Cursor = { place: 0, line: 1, recoveries: 0, flaw: null };
  let text = '';
  let isWhole = false;
  /** Holds twice as much as it did, so that a long row is not read again for each part. */
  const hold = (): void => {
    const taken = [text.slice(cursor.place)];
    let size = taken[0]?.length ?? 0;
    for (const wanted = size * 2; ; ) {
      const part = parts.next();
      if (part.done) isWhole = true;
      else taken.push(part.value);
      size += part.value?.length ?? 0;
      if (isWhole || size >= wanted) break;
    }
    text = taken.join('');
    cursor.place = 0;
  };
  for (;;) {
    while (!isWhole && text.length - cursor.place < lookAhead) hold();
    if (cursor.place >= text.length) return;
    const code = text.charCodeAt(cursor.place);
    if (code === lineFeed || code === carriageReturn) {
      passLineEnd(text, cursor);
      continue;
    }
    const { place, line, recoveries } = cursor;
    cursor.flaw = null;
    const cells = readRow(text, delimiter, cursor);
    if (!isWhole && text.length - cursor.place < lookAhead && text.length - place < mostHeld) {
      Object.assign(cursor, { place, line, recoveries });
      hold();
      continue;
    }
    const { flaw } = cursor;
    yield { line, cells, flaw };
    while (flaw === 'row-too-long' && !isWhole && cursor.place >= text.length - 1) {
      const part = parts.next();
      if (part.done) isWhole = true;
      text = text.slice(cursor.place) + (part.done ? '' : part.value);
      cursor.place = lineEnd(text, 0);
      yield { line, cells: [''], flaw: null };
    }
  }
}

function passLineEnd(text: string, cursor: Cursor): void {
  const isPair =
    text.charCodeAt(cursor.place) === carriageReturn && text.charCodeAt(cursor.place + 1) === lineFeed;
  cursor.place += isPair ? 2 : 1;
  cursor.line += 1;
}

function readRow(text: string, delimiter: CsvDelimiter, cursor: Cursor): string[] {
  const delimiterCode = delimiter.charCodeAt(0);
  const cells: string[] = [];
  const begin = cursor.place;
  let count = 0;
  for (;;) {
    let cell: string;
    if (text.charCodeAt(cursor.place) === quote) {
      cell = readQuoted(text, delimiterCode, cursor);
    } else {
      const end = plainEnd(text, cursor.place, delimiterCode);
      cell = text.slice(cursor.place, end);
      cursor.place = end;
    }
    if (cell.length > csvLimits.cell) {
      cell = cell.slice(0, csvLimits.cell);
      cursor.flaw = 'cell-too-long';
    }
    count += 1;
    if (count <= csvLimits.columns) cells.push(cell);
    else if (cell !== '') cursor.flaw = 'too-many-columns';
    const isTooLong = cursor.place - begin > csvLimits.row;
    if (isTooLong || count >= mostCells) {
      cursor.flaw = isTooLong ? 'row-too-long' : 'too-many-columns';
      cursor.place = lineEnd(text, cursor.place);
      if (isTooLong) return cells;
    }
    if (text.charCodeAt(cursor.place) === delimiterCode) {
      cursor.place += 1;
      continue;
    }
    if (cursor.place < text.length) passLineEnd(text, cursor);
    return cells;
  }
}

/** First delimiter, line end or end of text at or after a place. */
function plainEnd(text: string, from: number, delimiterCode: number): number {
  let place = from;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (code === delimiterCode || code === lineFeed || code === carriageReturn) break;
    place += 1;
  }
  return place;
}

/** First line end or end of text at or after a place. */
function lineEnd(text: string, from: number): number {
  let place = from;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    if (code === lineFeed || code === carriageReturn) break;
    place += 1;
  }
  return place;
}

function readQuoted(text: string, delimiterCode: number, cursor: Cursor): string {
  const start = cursor.place;
  const found = cursor.recoveries < mostRecoveries ? findClosing(text, start, delimiterCode) : null;
  if (found === null || found.isStray) {
    const isUnclosed = found === null;
    if (isUnclosed) cursor.recoveries += 1;
    const end = plainEnd(text, start, delimiterCode);
    cursor.place = end;
    cursor.flaw ??= isUnclosed ? 'quote-unclosed' : 'quote-stray';
    return text.slice(start, end);
  }
  cursor.place = found.closing + 1;
  const raw = text.slice(start + 1, found.closing);
  cursor.line += countLineEnds(raw);
  const cell = found.hasDoubled ? raw.replaceAll('""', '"') : raw;
  return found.hasBackslashed ? cell.replaceAll('\\"', '"') : cell;
}

type Closing = { closing: number; hasDoubled: boolean; hasBackslashed: boolean; isStray: boolean };

/**
 * The quote that closes the one at `start`, or null when none does within the longest cell. A quote that
 * is followed by more text closes nothing: on the same line the cell is a stray one (`"Large" blue`);
 * lines further down it belongs to another row, and the first one was never closed.
 */
function findClosing(text: string, start: number, delimiterCode: number): Closing | null {
  let hasDoubled = false;
  let hasBackslashed = false;
  const furthest = start + 1 + csvLimits.cell * 2;
  for (let from = start + 1; ; ) {
    const place = text.indexOf('"', from);
    if (place < 0 || place > furthest) return null;
    const next = text.charCodeAt(place + 1);
    if (next === quote) {
      hasDoubled = true;
      from = place + 2;
      continue;
    }
    const isEnd =
      place + 1 >= text.length || next === delimiterCode || next === lineFeed || next === carriageReturn;
    if (isEnd) return { closing: place, hasDoubled, hasBackslashed, isStray: false };
    if (text[place - 1] === '\\') {
      hasBackslashed = true;
      from = place + 1;
      continue;
    }
    if (countLineEnds(text.slice(start, place)) > 0) return null;
    return { closing: place, hasDoubled, hasBackslashed, isStray: true };
  }
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(place + 1) !== lineFeed)) count += 1;
  }
  return count;
}
