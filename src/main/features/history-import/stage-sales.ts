import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Shop } from '../../app/context.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { cutText } from '../csv/cut-text.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { excerpt } from '../csv/row-problem.ts';
import type { Steps } from '../csv/steps.ts';
import type { SalesRow } from './document-parts.ts';
import { OnceCells } from './once-cells.ts';
import { RowAmounts } from './row-amounts.ts';
import { RowCells } from './row-cells.ts';
import { type RowDate, RowDates } from './row-dates.ts';
import { isSumRow, isSumWord } from './row-kinds.ts';
import { RowProblems } from './row-problems.ts';
import { type DocOnRow, StagedDocs } from './staged-docs.ts';
import { nameGoodsSteps, StagedGoods } from './staged-goods.ts';
import { stageParty } from './staged-parties.ts';
import { takeRowsSteps } from './take-rows.ts';
import type { FileTerms, Understanding } from './understand.ts';

const insertLine = preparedWrite<SalesRow & { doc: number }>(
  (slot) => sql`INSERT INTO lines VALUES (${slot('doc')}, ${slot('line')}, ${slot('good')}, ${slot('name')},
    ${slot('sku')}, ${slot('quantity')}, ${slot('price')}, ${slot('discount')}, ${slot('discountRate')}, ${slot('tax')},
    ${slot('taxRate')}, ${slot('total')}, ${slot('gross')}, ${slot('cost')})`,
);

type Parts = {
  readonly staging: Staging;
  readonly file: FileTerms;
  readonly understanding: Understanding;
  readonly shop: Shop;
  readonly today: CalendarDate;
  readonly now: number;
};

/** What reading the sales told beside the rows. */
export type SalesRead = {
  readonly unreadRows: number;
  readonly headings: number;
  readonly continued: number;
  readonly forms: ReadonlyMap<string, number>;
  readonly differing: StagedDocs['differing'];
  readonly problems: RowProblems;
};

/** Reads every row of the sales into the staging, by the order it belongs to. Yields rows done. */
export function* stageSalesSteps(parts: Parts): Steps<SalesRead> {
  const { staging, file } = parts;
  const stage = new SalesStage(parts);
  const { rows, unreadRows } = yield* takeRowsSteps(staging, file.look, (row) => stage.take(row));
  const flushing = stage.flushSteps();
  while (!staging.together(() => flushing.next()).done) yield rows;
  const read = staging.together(() => stage.finish());
  for (const _ of nameGoodsSteps(staging)) yield rows;
  return { ...read, unreadRows };
}

class SalesStage {
  readonly #parts: Parts;
  readonly #problems: RowProblems;
  readonly #cells: RowCells;
  readonly #dates: RowDates;
  readonly #docs: StagedDocs;
  readonly #goods: StagedGoods;
  readonly #amounts: RowAmounts;
  readonly #once: OnceCells;
  #lastNumber = '';
  /** Rows that repeat the headings, and rows that go on with the order before them. */
  headings = 0;
  continued = 0;

  constructor(parts: Parts) {
    const { staging, file, shop, today } = parts;
    this.#parts = parts;
    this.#problems = new RowProblems(staging.db, 'sales');
    this.#cells = new RowCells(file, this.#problems, shop.currencyExponent);
    this.#dates = new RowDates(file.date?.order ?? 'ymd', shop, today);
    this.#docs = new StagedDocs(staging.db);
    this.#goods = new StagedGoods(staging.db);
    this.#amounts = new RowAmounts(this.#cells, file, parts.understanding);
    this.#once = new OnceCells(this.#cells);
  }

  take(row: CsvRow): void {
    if (this.#isHeading(row)) {
      this.headings += 1;
      return;
    }
    this.#cells.open(row);
    this.#read(row);
  }

  /** The headings once more, as programs write them on each page. */
  #isHeading({ cells }: CsvRow): boolean {
    const { look, mapping } = this.#parts.file;
    const index = mapping.date;
    const heading = index === undefined ? '' : look.headers[index];
    if (!look.hasHeader || !heading || index === undefined || cells[index]?.trim() !== heading) return false;
    return look.headers.every((one, place) => (cells[place]?.trim() ?? '') === one);
  }

  flushSteps(): Generator<void, void> {
    return this.#goods.flushSteps();
  }

  finish(): Omit<SalesRead, 'unreadRows'> {
    this.#docs.flush();
    const { differing } = this.#docs;
    const { headings, continued } = this;
    return { headings, continued, forms: this.#dates.forms, differing, problems: this.#problems };
  }

  #read(row: CsvRow): void {
    const cells = this.#cells;
    const { line } = row;
    const { orderIs } = this.#parts.understanding;
    const number = cells.code('number') || this.#continued(row);
    if (orderIs !== 'row' && number === '')
      cells.leaveOut(isSumRow(row.cells) ? 'row-of-sums' : 'number-missing', 'number');
    if (isSumWord(number)) cells.leaveOut('row-of-sums', 'number');
    const date = this.#date(orderIs === 'number' ? number : null, row);
    const key =
      number === '' ? `#${line}` : orderIs === 'number-and-day' ? `${number} ${date?.date}` : number;
    const found = this.#docs.find(key);
    if (found && orderIs === 'row') cells.leaveOut('number-repeated', 'number', { number });
    const once = this.#once.read();
    const amounts = this.#amounts.read(found?.total ?? once.total);
    const at = date?.at ?? found?.at ?? 0;
    const named = this.#named();
    const doc: DocOnRow = { key, number, line, ...this.#aside(), ...once };
    const good = this.#goods.note({ ...named, price: amounts.price ?? amounts.total, at });
    if (found) this.#docs.addRow(doc, date);
    else if (date === null) cells.leaveOut('date-missing', 'date');
    const id = found?.id ?? this.#docs.begin(doc, date as RowDate);
    this.#lastNumber = number;
    insertLine.run(this.#parts.staging.db, { doc: id, line, good, ...named, ...amounts });
  }

  /** A row without number and date that names goods goes on with the order before it. */
  #continued({ cells: all }: CsvRow): string {
    const cells = this.#cells;
    if (this.#parts.understanding.orderIs !== 'number' || this.#lastNumber === '') return '';
    if (cells.text('date', 80) !== '' || (cells.text('name') === '' && cells.code('sku') === '')) return '';
    if (isSumRow(all)) return '';
    this.continued += 1;
    return this.#lastNumber;
  }

  /** Null where the cell is blank and the order has a day from an earlier row. */
  #date(key: string | null, row: CsvRow): RowDate | null {
    const cells = this.#cells;
    const text = cells.text('date', 80);
    if (text === '') {
      if (key !== null && this.#docs.find(key)) return null;
      cells.leaveOut(isSumRow(row.cells) ? 'row-of-sums' : 'date-missing', 'date');
    }
    const time = cells.text('time', 40);
    const found = this.#dates.read(text, time);
    if (found === null) {
      const code = isSumRow(row.cells) ? 'row-of-sums' : 'date-unreadable';
      return cells.leaveOut(code, 'date', { cell: excerpt(text) });
    }
    const { today, now } = this.#parts;
    if (found.date > today) return cells.leaveOut('date-in-future', 'date', { cell: excerpt(text) });
    return found.at > now ? { ...found, at: now } : found;
  }

  #named() {
    const cells = this.#cells;
    const code = cells.code('sku').slice(0, 120);
    const name = [cells.text('name'), cells.text('variant', 80)].filter((part) => part !== '').join(' / ');
    return { sku: code === '' ? null : code, name: cutText(name || code, 300) };
  }

  #aside() {
    const cells = this.#cells;
    const name = cells.text('customerName', 160);
    const email = cells.text('customerEmail', 160);
    const code = cells.code('customer');
    const customer = (code || email || name).toLowerCase();
    if (customer !== '') {
      const said = { name: name || (/\p{L}/u.test(code) ? code : ''), email, phone: '', address: '' };
      this.#party(customer, said);
    }
    // "0000-00-00" and "no" are no day.
    const isCancelled = /[1-9]/.test(cells.text('cancelled', 80)) ? (1 as const) : (0 as const);
    const status = cells.text('status', 80);
    return {
      tender: cells.text('tender', 40),
      status,
      customer,
      isCancelled,
      returnOf: cells.code('returnOf'),
    };
  }

  #lastParty = '';
  #party(key: string, said: { name: string; email: string; phone: string; address: string }): void {
    const text = `${key}\n${said.name}\n${said.email}`;
    if (text === this.#lastParty) return;
    this.#lastParty = text;
    stageParty(this.#parts.staging.db, { key, ...said }, 'sales');
  }
}
