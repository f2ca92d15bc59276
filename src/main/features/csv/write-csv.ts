import { guardFormula } from './formula-guard.ts';
import type { CsvDelimiter } from './read-csv.ts';

export type CsvWriteOptions = {
  /** Default comma. */
  readonly delimiter?: CsvDelimiter;
  /** A byte order mark first, without which spreadsheets misread UTF-8. Default true. */
  readonly mark?: boolean;
};

const chunkLength = 64 * 1024;

/**
 * Rows as CSV text in chunks of about 64 KiB, ready for a stream: UTF-8 mark, CRLF, quotes where needed,
 * every cell guarded against formulas. Read back with `readCsv` and `readGuarded` each cell is the same,
 * except NUL and lone surrogates, which no text file keeps.
 */
export function* writeCsv(
  rows: Iterable<readonly string[]>,
  options: CsvWriteOptions = {},
): Generator<string, void, void> {
  const delimiter = options.delimiter ?? ',';
  let chunk = options.mark === false ? '' : '\ufeff';
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      chunk += index === 0 ? csvCell(cell, delimiter, row.length) : delimiter + csvCell(cell, delimiter, 2);
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
    chunk += '\r\n';
  }
  if (chunk !== '') yield chunk;
}

function csvCell(cell: string, delimiter: CsvDelimiter, cells: number): string {
  // A lone empty cell would be an empty line, which readers skip.
  if (cell === '' && cells === 1) return '""';
  return plainCell.test(cell) ? cell : quoteCell(guardFormula(cell), delimiter);
}

/** Most cells: what neither runs nor cuts nor is trimmed, seen at a glance. */
const plainCell = /^[\p{L}\p{N}](?:[\p{L}\p{N} .:/()#_-]*[\p{L}\p{N}.:/()#_-])?$|^$/u;

/** Quoted also where another program would cut at its own delimiter, or trim blanks at the edges. */
function quoteCell(cell: string, delimiter: CsvDelimiter): string {
  const needsQuotes = cell.includes(delimiter) || /[",;\t|\r\n]|^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
