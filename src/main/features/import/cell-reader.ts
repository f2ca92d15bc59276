import { type Money, mostMoney, parseMoneyRounded } from '../../../shared/domain/money.ts';
import { mostQuantity, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { type DecimalMark, decimalToInteger, parseDecimal } from '../../../shared/domain/typed-decimal.ts';
import { cutText } from '../csv/cut-text.ts';
import { excerpt, type RowProblemCode } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps, visitSteps } from '../csv/steps.ts';
import { type CatalogTable, isLongRow, longestCell, type TableRow } from './catalog-table.ts';
import { cellText, isBlank, isBlankValue, readBarcodes, readCode } from './cell-text.ts';
import { countVote, decideMark, type MarkVotes } from './decimal-mark.ts';
import type { ProblemList } from './problem-list.ts';

export type ReaderFields<Field extends string> = {
  /** Where each field stands in the table. */
  readonly columns: ReadonlyMap<Field, number>;
  /** Fields that hold whole pages of text; a cell of any other is cut at `longestCell`. */
  readonly pages: readonly Field[];
  readonly amounts: readonly Field[];
  readonly quantities: readonly Field[];
  /** Decimals of the shop's currency. */
  readonly exponent: number;
  /** How the file writes decimals, when a person said so. */
  readonly decimalMark: DecimalMark | undefined;
};

/** Reads the cells of a row by field and reports what cannot be read. A missing column reads as blank. */
export type CellReader<Field extends string> = {
  /** How most of the file writes decimals. */
  readonly decimalMark: DecimalMark;
  readonly has: (field: Field) => boolean;
  /** Place of the field's column, −1 without one. */
  readonly columnOf: (field: Field) => number;
  readonly text: (row: TableRow, field: Field) => string;
  /** The selling price: what is wrong with it leaves the row out (`bad`, reported). */
  readonly price: (row: TableRow, field: Field) => Money | 'blank' | 'bad';
  /** Any other amount: what is wrong with it leaves the cell empty (reported). */
  readonly amount: (row: TableRow, field: Field) => Money | null;
  readonly quantity: (row: TableRow, field: Field) => Quantity | null;
  readonly code: (row: TableRow, field: Field) => string | null;
  readonly barcodes: (row: TableRow, field: Field) => readonly string[];
  readonly note: (row: TableRow, code: RowProblemCode, params?: Params) => void;
  /** A note about a row that is left out although nothing is wrong with it. */
  readonly leaveOut: (row: TableRow, code: RowProblemCode, params?: Params) => void;
  readonly fail: (row: TableRow, code: RowProblemCode, params?: Params) => void;
};

type Params = Readonly<Record<string, string | number>>;

/**
 * Prepares reading: how each column of amounts and quantities writes decimals is found from all its cells
 * first, and a column that does not tell writes them as the others of the file do. Yields rows done.
 */
export function* createCellReaderSteps<Field extends string>(
  table: CatalogTable,
  fields: ReaderFields<Field>,
  problems: ProblemList,
): Steps<CellReader<Field>> {
  const { marks, usual } = yield* findMarks(table, fields);
  yield* noteCutCells(table, fields, problems);
  const raw = (row: TableRow, field: Field) => cellOf(row, field, fields);
  const text = (row: TableRow, field: Field) => {
    const value = cellText(raw(row, field));
    return isBlank(value) ? '' : value;
  };
  const report = (
    severity: 'error' | 'note',
    row: TableRow,
    code: RowProblemCode,
    params: Params,
    field?: Field,
  ) => {
    const header = field === undefined ? '' : (table.headers[fields.columns.get(field) ?? -1] ?? '');
    const column = header === '' ? {} : { column: excerpt(header) };
    problems.add({ line: row.line, ...column, code, params, severity });
  };
  return {
    decimalMark: usual,
    has: (field) => fields.columns.has(field),
    columnOf: (field) => fields.columns.get(field) ?? -1,
    text,
    note: (row, code, params = {}) => report('note', row, code, params),
    fail: (row, code, params = {}) => report('error', row, code, params),
    leaveOut: (row, code, params = {}) => {
      problems.leaveOut(row.line);
      report('note', row, code, params);
    },
    price: (row, field) => {
      const read = readMoney(text(row, field), fields.exponent, marks.get(field));
      if (read.flaw !== null) {
        const severity = read.flaw === 'price-rounded' ? 'note' : 'error';
        report(severity, row, read.flaw, { text: excerpt(text(row, field)) }, field);
      }
      return read.money ?? (read.flaw === null ? 'blank' : 'bad');
    },
    amount: (row, field) => {
      const read = readMoney(text(row, field), fields.exponent, marks.get(field));
      if (read.flaw !== null)
        report('note', row, amountFlaws[read.flaw], { text: excerpt(text(row, field)) }, field);
      return read.money;
    },
    quantity: (row, field) => {
      const read = readQuantity(text(row, field), marks.get(field) ?? usual);
      if (read.flaw !== null) report('note', row, read.flaw, { text: excerpt(text(row, field)) }, field);
      return read.quantity;
    },
    code: (row, field) => {
      const found = readCode(raw(row, field));
      if (found.damaged) report('note', row, 'code-damaged', { text: excerpt(raw(row, field)) }, field);
      return found.code === '' ? null : found.code;
    },
    barcodes: (row, field) => {
      const found = readBarcodes(raw(row, field));
      if (found.damaged) report('note', row, 'code-damaged', { text: excerpt(raw(row, field)) }, field);
      return found.barcodes;
    },
  };
}

/** A cell as it stands, no longer than a field of its kind may be. */
function cellOf<Field extends string>(row: TableRow, field: Field, fields: ReaderFields<Field>): string {
  const cell = row.cells[fields.columns.get(field) ?? -1] ?? '';
  return fields.pages.includes(field) ? cell : cutText(cell, longestCell);
}

function* noteCutCells<Field extends string>(
  { rows, headers }: CatalogTable,
  { columns, pages }: ReaderFields<Field>,
  problems: ProblemList,
): Steps<void> {
  const short = [...columns].flatMap(([field, index]) => (pages.includes(field) ? [] : [index]));
  yield* visitSteps(rows, (row) => {
    if (!isLongRow(row)) return;
    for (const index of short) {
      if ((row.cells[index] ?? '').length <= longestCell) continue;
      const column = excerpt(headers[index] ?? '');
      const params = { most: longestCell };
      problems.add({ line: row.line, column, code: 'cell-cut', params, severity: 'note' });
    }
  });
}

type MoneyFlaw = 'price-unreadable' | 'price-negative' | 'price-rounded';
type ReadMoney = { readonly money: Money | null; readonly flaw: MoneyFlaw | null };

/** What is wrong with an amount that only loses its own cell. */
const amountFlaws: Readonly<Record<MoneyFlaw, RowProblemCode>> = {
  'price-unreadable': 'amount-unreadable',
  'price-negative': 'amount-negative',
  'price-rounded': 'price-rounded',
};

function readMoney(text: string, exponent: number, mark: DecimalMark | undefined): ReadMoney {
  if (isBlankValue(text)) return { money: null, flaw: null };
  const read = parseMoneyRounded(text, exponent, mark);
  if (read === null || Math.abs(read.money) > mostMoney) return { money: null, flaw: 'price-unreadable' };
  if (read.money < 0) return { money: null, flaw: 'price-negative' };
  return { money: read.money, flaw: read.rounded ? 'price-rounded' : null };
}

type ReadQuantity = {
  readonly quantity: Quantity | null;
  readonly flaw: 'stock-unreadable' | 'stock-rounded' | null;
};

/** A quantity with or without its unit behind it ("12 pcs", "0,350 kg"). */
function readQuantity(text: string, mark: DecimalMark): ReadQuantity {
  if (isBlankValue(text)) return { quantity: null, flaw: null };
  const bare = text.replace(/(?<=[\d)])\s*\p{L}[\p{L}.²³]{0,12}$/u, '');
  const decimal = parseDecimal(bare, (lone) => (lone === mark ? 'decimal' : 'group'));
  const read = decimal === null ? null : decimalToInteger(decimal, 3);
  if (read === null || Math.abs(read.value) > mostQuantity) {
    return { quantity: null, flaw: 'stock-unreadable' };
  }
  return { quantity: quantity(read.value), flaw: read.rounded ? 'stock-rounded' : null };
}

type Marks<Field> = { readonly marks: ReadonlyMap<Field, DecimalMark>; readonly usual: DecimalMark };

function* findMarks<Field extends string>(
  table: CatalogTable,
  fields: ReaderFields<Field>,
): Steps<Marks<Field>> {
  const marks = new Map<Field, DecimalMark>();
  const told = fields.decimalMark;
  const wanted = [...fields.amounts, ...fields.quantities].filter((field) => fields.columns.has(field));
  if (told !== undefined) {
    for (const field of wanted) marks.set(field, told);
    return { marks, usual: told };
  }
  const votes = new Map<Field, MarkVotes>(wanted.map((field) => [field, { balance: 0, lone: 0 }]));
  let done = 0;
  for (const row of table.rows) {
    for (const [field, counted] of votes) {
      const cell = row.cells[fields.columns.get(field) ?? -1] ?? '';
      if (/[.,\u066b\u066c\uff0c\uff0e]/.test(cell)) countVote(counted, cell);
    }
    done += 1;
    if (done % itemsPerStep === 0) yield done;
  }
  const undecided: Field[] = [];
  for (const [field, counted] of votes) {
    const isAmount = fields.amounts.includes(field) && fields.exponent < 3;
    const mark = decideMark(counted, isAmount ? 'group' : 'unknown');
    if (mark === null) undecided.push(field);
    else marks.set(field, mark);
  }
  const usual = [...marks.values()][0] ?? (table.delimiter === ';' ? ',' : '.');
  for (const field of undecided) marks.set(field, usual);
  return { marks, usual };
}
