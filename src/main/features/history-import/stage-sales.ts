import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Shop } from '../../app/context.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedWrite } from '../../database/prepared.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { excerpt } from '../csv/row-problem.ts';
import type { Steps } from '../csv/steps.ts';
import type { SalesRow } from './document-parts.ts';
import { type Fine, fine, readCount, readRate } from './fine-amounts.ts';
import { rowsOfFile } from './look-at-file.ts';
import { RowCells, RowLeftOut } from './row-cells.ts';
import { type RowDate, RowDates } from './row-dates.ts';
import { RowProblems } from './row-problems.ts';
import { type DocOnRow, StagedDocs } from './staged-docs.ts';
import { nameGoodsSteps, StagedGoods } from './staged-goods.ts';
import { stageParty } from './staged-parties.ts';
import type { FileTerms, Understanding } from './understand.ts';

const insertLine = preparedWrite<SalesRow & { doc: number }>(
  (slot) => sql`INSERT INTO lines VALUES (${slot('doc')}, ${slot('line')}, ${slot('good')}, ${slot('name')},
    ${slot('sku')}, ${slot('quantity')}, ${slot('price')}, ${slot('discount')}, ${slot('discountRate')}, ${slot('tax')},
    ${slot('taxRate')}, ${slot('total')})`,
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
  readonly forms: ReadonlyMap<string, number>;
  readonly differing: StagedDocs['differing'];
  readonly problems: RowProblems;
};

const rowsPerStep = 100;

/** Reads every row of the sales into the staging, by the order it belongs to. Yields rows done. */
export function* stageSalesSteps(parts: Parts): Steps<SalesRead> {
  const { staging, file } = parts;
  const stage = new SalesStage(parts);
  let waiting: CsvRow[] = [];
  let done = 0;
  const takeAll = (): void =>
    staging.together(() => {
      for (const row of waiting) stage.take(row);
      waiting = [];
    });
  for (const row of rowsOfFile(staging.db, 'sales', file.look)) {
    waiting.push(row);
    done += 1;
    if (waiting.length < rowsPerStep) continue;
    takeAll();
    yield done;
  }
  takeAll();
  yield done;
  const read = staging.together(() => stage.finish());
  for (const _ of nameGoodsSteps(staging)) yield done;
  return read;
}

class SalesStage {
  readonly #parts: Parts;
  readonly #problems: RowProblems;
  readonly #cells: RowCells;
  readonly #dates: RowDates;
  readonly #docs: StagedDocs;
  readonly #goods: StagedGoods;
  #unread = 0;

  constructor(parts: Parts) {
    const { staging, file, shop, today } = parts;
    this.#parts = parts;
    this.#problems = new RowProblems(staging.db, 'sales');
    this.#cells = new RowCells(file, this.#problems, shop.currencyExponent);
    this.#dates = new RowDates(file.date?.order ?? 'ymd', shop, today);
    this.#docs = new StagedDocs(staging.db);
    this.#goods = new StagedGoods(staging.db);
  }

  take(row: CsvRow): void {
    try {
      this.#cells.open(row);
      this.#read(row);
    } catch (thrown) {
      if (!(thrown instanceof RowLeftOut)) throw thrown;
      this.#unread += 1;
    }
  }

  finish(): SalesRead {
    this.#docs.flush();
    this.#goods.flush();
    const { differing } = this.#docs;
    return { unreadRows: this.#unread, forms: this.#dates.forms, differing, problems: this.#problems };
  }

  #read({ line }: CsvRow): void {
    const cells = this.#cells;
    const { orderIs } = this.#parts.understanding;
    const number = cells.code('number');
    if (orderIs !== 'row' && number === '') cells.leaveOut('number-missing', 'number');
    const date = this.#date(orderIs === 'number' ? number : null);
    const key =
      number === '' ? `#${line}` : orderIs === 'number-and-day' ? `${number} ${date?.date}` : number;
    const found = this.#docs.find(key);
    if (found && orderIs === 'row') cells.leaveOut('number-repeated', 'number', { number });
    const amounts = this.#amounts();
    const at = date?.at ?? found?.at ?? 0;
    const named = this.#named();
    const doc: DocOnRow = { key, number, line, ...this.#aside() };
    const good = this.#goods.note({ ...named, price: amounts.price ?? amounts.total, at });
    if (found) this.#docs.addRow(doc, date);
    else if (date === null) cells.leaveOut('date-missing', 'date');
    const id = found?.id ?? this.#docs.begin(doc, date as RowDate);
    insertLine.run(this.#parts.staging.db, { doc: id, line, good, ...named, ...amounts });
  }

  /** Null where the cell is blank and the order has a day from an earlier row. */
  #date(key: string | null): RowDate | null {
    const cells = this.#cells;
    const text = cells.text('date', 80);
    if (text === '') {
      if (key !== null && this.#docs.find(key)) return null;
      cells.leaveOut('date-missing', 'date');
    }
    const time = cells.text('time', 40);
    const found = this.#dates.read(text, time);
    if (found === null) return cells.leaveOut('date-unreadable', 'date', { cell: excerpt(text) });
    const { today, now } = this.#parts;
    if (found.date > today) return cells.leaveOut('date-in-future', 'date', { cell: excerpt(text) });
    return found.at > now ? { ...found, at: now } : found;
  }

  #named() {
    const cells = this.#cells;
    const code = cells.code('sku').slice(0, 120);
    const name = [cells.text('name'), cells.text('variant', 80)].filter((part) => part !== '').join(' / ');
    return { sku: code === '' ? null : code, name: (name || code).slice(0, 300).toWellFormed() };
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
    return { tender: cells.text('tender', 40), status: cells.text('status', 80), customer };
  }

  #lastParty = '';
  #party(key: string, said: { name: string; email: string; phone: string; address: string }): void {
    const text = `${key}\n${said.name}\n${said.email}`;
    if (text === this.#lastParty) return;
    this.#lastParty = text;
    stageParty(this.#parts.staging.db, { key, ...said }, 'sales');
  }

  #amounts() {
    const cells = this.#cells;
    const read = { price: cells.amount('price'), total: cells.amount('total'), tax: cells.amount('tax') };
    if (read.price === null && read.total === null && !this.#parts.understanding.isPaidOnly) {
      cells.leaveOut('amount-missing', cells.has('price') ? 'price' : 'total');
    }
    const count = this.#quantity(read.total);
    const discountText = cells.text('discount', 60);
    const isShare = /[%٪﹪％]/u.test(discountText);
    const { file } = this.#parts;
    const rateText = cells.text('taxRate', 40);
    return {
      ...read,
      ...this.#signs(read.price, count),
      discount: isShare ? null : cells.amount('discount'),
      discountRate: isShare ? readRate(discountText, file.marks.get('discount') ?? '.') : null,
      taxRate: rateText === '' ? null : readRate(rateText, file.marks.get('taxRate') ?? '.'),
    };
  }

  /** Some programs write both below zero where goods came back. */
  #signs(price: Fine | null, count: Quantity) {
    if (price === null || price >= 0 || count >= 0) return { price, quantity: count };
    this.#cells.note('both-below-zero', 'price');
    return { price: fine(-price), quantity: count };
  }

  #quantity(total: Fine | null): Quantity {
    const cells = this.#cells;
    const text = cells.text('quantity', 60);
    if (text === '') return quantity(1000);
    const read = readCount(text, this.#parts.file.marks.get('quantity') ?? '.');
    if (read === null) return cells.leaveOut('quantity-unreadable', 'quantity', { cell: excerpt(text) });
    if (read.rounded) cells.note('quantity-cut', 'quantity', { cell: excerpt(text) });
    if (read.count !== 0) return read.count;
    if (total !== null && total !== 0) return quantity(1000);
    return cells.leaveOut('quantity-zero', 'quantity');
  }
}
