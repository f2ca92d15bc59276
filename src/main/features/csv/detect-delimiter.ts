import { type CsvDelimiter, csvDelimiters, readCsv } from './read-csv.ts';

export type DetectedDelimiter = {
  readonly delimiter: CsvDelimiter;
  /** Where the table begins: after a spreadsheet's own first line `sep=;`, else 0. */
  readonly from: number;
  /** Lines before `from`. */
  readonly linesBefore: number;
};

const sampleLength = 64 * 1024;
const sampleRows = 200;

/**
 * Which character separates the cells: the one with which the first rows have the same number of cells,
 * and as many as possible. Reads with each candidate as the real reader does, so quoted commas and line
 * breaks do not mislead it. A comma when nothing separates anything (one column).
 */
export function detectDelimiter(text: string): DetectedDelimiter {
  const told = /^sep=([,;|\t])(\r\n|\n|\r|$)/i.exec(text);
  if (told !== null) {
    const delimiter = csvDelimiters.find((candidate) => candidate === told[1]) ?? ',';
    return { delimiter, from: told[0].length, linesBefore: told[2] === '' ? 0 : 1 };
  }
  const sample = text.slice(0, sampleLength);
  const isCut = text.length > sample.length;
  let best: CsvDelimiter = ',';
  let bestScore = 0;
  for (const delimiter of csvDelimiters) {
    const score = scoreOf(sample, delimiter, isCut);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return { delimiter: best, from: 0, linesBefore: 0 };
}

/** Share of rows that have the usual number of cells, squared so that order beats width, times its size in bits. */
function scoreOf(sample: string, delimiter: CsvDelimiter, isCut: boolean): number {
  const widths: number[] = [];
  for (const row of readCsv(sample, delimiter)) {
    widths.push(row.cells.length);
    if (widths.length > sampleRows) break;
  }
  if (isCut && widths.length > 1) widths.pop();
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) {
    const usualCount = counts.get(usual) ?? 0;
    if (count > usualCount || (count === usualCount && width > usual)) usual = width;
  }
  if (usual < 2) return 0;
  const share = (counts.get(usual) ?? 0) / widths.length;
  // A header that is as wide as its rows is worth more than any width.
  const header = widths[0] === usual ? 1 : 0.5;
  return share * share * header * Math.log2(Math.min(usual, 64) + 1);
}
