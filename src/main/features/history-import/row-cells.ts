import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import { cutText } from '../csv/cut-text.ts';
import { type CsvRow, isCutFlaw } from '../csv/read-csv.ts';
import { excerpt } from '../csv/row-problem.ts';
import { cellText, isBlank, isBlankValue, readCode } from '../import/cell-text.ts';
import { type Fine, readFine } from './fine-amounts.ts';
import type { HistoryProblemCode, RowProblems } from './row-problems.ts';
import type { FileTerms } from './understand.ts';

/** Why a row is left out: thrown by what reads its cells, after the problem was written down. */
export class RowLeftOut extends Error {}

const quick = /^[\w.:/#%-](?: ?[\w.:/#%,-])*$/;

/** Reads the cells of one file's rows by field. */
export class RowCells {
  readonly #terms: FileTerms;
  readonly #problems: RowProblems;
  readonly #exponent: number;
  #row: CsvRow = { line: 0, cells: [], flaw: null };
  /** Fields of the row of which the end was left off, and so was said. */
  readonly #cut = new Set<HistoryField>();

  constructor(terms: FileTerms, problems: RowProblems, exponent: number) {
    this.#terms = terms;
    this.#problems = problems;
    this.#exponent = terms.amountsIn === 'minor' ? 0 : exponent;
  }

  /** @throws RowLeftOut for a row that was cut, or has more cells than headings. */
  open(row: CsvRow): void {
    this.#row = row;
    this.#cut.clear();
    const { flaw, cells } = row;
    const width = this.#terms.look.headers.length;
    if (isCutFlaw(flaw)) this.leaveOut(flaw);
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      this.leaveOut('row-long', undefined, { found: cells.length, expected: width });
    }
    if (flaw !== null) this.note(flaw as HistoryProblemCode);
  }

  has(field: HistoryField): boolean {
    return this.#terms.mapping[field] !== undefined;
  }

  /** A cell as text, cut to what the shop's own field holds; empty for what stands for nothing. */
  text(field: HistoryField, most = 300): string {
    const index = this.#terms.mapping[field];
    const cell = index === undefined ? '' : (this.#row.cells[index] ?? '');
    if (cell === '') return '';
    const text = quick.test(cell) ? cell.trim() : cellText(cell).replace(/\s+/g, ' ');
    if (isBlank(text)) return '';
    const cut = cutText(text.toWellFormed(), most).trim();
    if (text.length > most && !this.#cut.has(field)) {
      this.#cut.add(field);
      this.note('text-cut', field, { most, cell: excerpt(text) });
    }
    return cut;
  }

  /** A number or code: "17850.0" is 17850. */
  code(field: HistoryField): string {
    const text = this.text(field, 120);
    if (text === '') return '';
    if (/^[\w-]+$/.test(text) && !isBlankValue(text)) return text;
    return readCode(text.replace(/^(\d+)\.0+$/, '$1')).code;
  }

  /** Null for a blank cell. @throws RowLeftOut for what is no amount. */
  amount(field: HistoryField): Fine | null {
    const text = this.text(field, 80);
    if (text === '' || isBlankValue(text)) return null;
    const decimalMark = this.#terms.marks.get(field) ?? this.#terms.decimalMark;
    const read = readFine(text, { decimalMark, exponent: this.#exponent });
    if (read === null) this.leaveOut('amount-unreadable', field, { cell: excerpt(text) });
    else if (read.rounded) this.note('amount-cut', field, { cell: excerpt(text) });
    return read?.amount ?? null;
  }

  note(
    code: HistoryProblemCode,
    field?: HistoryField,
    params?: Readonly<Record<string, string | number>>,
  ): void {
    this.#add(code, field, params, false);
  }

  leaveOut(
    code: HistoryProblemCode,
    field?: HistoryField,
    params?: Readonly<Record<string, string | number>>,
  ): never {
    this.#add(code, field, params, true);
    throw new RowLeftOut(code);
  }

  #add(
    code: HistoryProblemCode,
    field: HistoryField | undefined,
    params: Readonly<Record<string, string | number>> | undefined,
    isError: boolean,
  ): void {
    const { line, cells } = this.#row;
    const index = field === undefined ? undefined : this.#terms.mapping[field];
    const column = index === undefined ? undefined : this.#terms.look.headers[index];
    this.#problems.add({ line, cells, code, isError, column, ...(params ? { params } : {}) });
  }
}
