import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import type { RowDate } from './row-dates.ts';
import type { StagedDoc } from './staging-tables.ts';

/** Amounts that stand once for an order. */
export const onceAmounts = ['discount', 'shipping', 'tip', 'orderTax', 'total', 'refunded'] as const;
export type OnceAmounts = Pick<StagedDoc, (typeof onceAmounts)[number]>;

const words = ['tender', 'status', 'customer'] as const;

/** What a row says of its order beside its line. */
export type DocOnRow = Pick<
  StagedDoc,
  'key' | 'number' | 'tender' | 'status' | 'customer' | 'isCancelled' | 'returnOf'
> &
  OnceAmounts & { readonly line: number };

type OpenDoc = {
  -readonly [K in Exclude<
    keyof StagedDoc,
    'number' | 'firstLine' | 'outcome' | 'hasSold' | 'hasBack'
  >]: StagedDoc[K];
} & { isChanged: boolean };

const findDoc = preparedRead<{ key: string }, Omit<OpenDoc, 'isChanged'>>(
  (slot) => sql<
    Omit<OpenDoc, 'isChanged'>
  >`SELECT id, key, date, at, tender, status, customer, discount, shipping,
    tip, orderTax, total, refunded, isCancelled, returnOf, lines FROM docs WHERE key = ${slot('key')}`,
);
const insertDoc = preparedWrite<DocOnRow & { date: number; at: number }>(
  (
    slot,
  ) => sql`INSERT INTO docs (key, number, firstLine, date, at, tender, status, customer, discount, shipping, tip,
      orderTax, total, refunded, isCancelled, returnOf)
    VALUES (${slot('key')}, ${slot('number')}, ${slot('line')}, ${slot('date')}, ${slot('at')}, ${slot('tender')},
      ${slot('status')}, ${slot('customer')}, ${slot('discount')}, ${slot('shipping')}, ${slot('tip')},
      ${slot('orderTax')}, ${slot('total')}, ${slot('refunded')}, ${slot('isCancelled')}, ${slot('returnOf')})`,
);
const updateDoc = preparedWrite<Omit<OpenDoc, 'isChanged' | 'key' | 'date' | 'at'>>(
  (
    slot,
  ) => sql`UPDATE docs SET tender = ${slot('tender')}, status = ${slot('status')}, customer = ${slot('customer')},
    discount = ${slot('discount')}, shipping = ${slot('shipping')}, tip = ${slot('tip')},
    orderTax = ${slot('orderTax')}, total = ${slot('total')}, refunded = ${slot('refunded')},
    isCancelled = ${slot('isCancelled')}, returnOf = ${slot('returnOf')}, lines = ${slot('lines')}
    WHERE id = ${slot('id')}`,
);

/** The orders of a file. The one that the last row belonged to stays at hand: rows of an order mostly follow each other. */
export class StagedDocs {
  readonly #db: WriteDb;
  #open: OpenDoc | null = null;
  /** Rows whose day, way of paying, status or amounts of the order are others than their order has. */
  readonly differing = { date: 0, tender: 0, status: 0, amount: 0 };

  constructor(db: WriteDb) {
    this.#db = db;
  }

  /** The order of this key, where there is one. */
  find(key: string): Readonly<OpenDoc> | null {
    if (this.#open?.key === key) return this.#open;
    const found = findDoc.get(this.#db, { key });
    if (!found) return null;
    this.flush();
    this.#open = { ...found, isChanged: false };
    return this.#open;
  }

  /** Begins an order. */
  begin(row: DocOnRow, { date, at }: RowDate): number {
    this.flush();
    const { lastId } = insertDoc.run(this.#db, { ...row, date, at });
    const { line: _, number: __, ...said } = row;
    this.#open = { ...said, id: lastId, date, at, lines: 1, isChanged: true };
    return lastId;
  }

  /** One more row of the order that was found last. What it says and no row before it did counts for the order. */
  addRow(row: DocOnRow, date: RowDate | null): void {
    const open = this.#open;
    if (open === null) throw new Error('no order is open');
    open.lines += 1;
    open.isChanged = true;
    if (date !== null && date.date !== open.date) this.differing.date += 1;
    for (const field of words) {
      if (open[field] === '') open[field] = row[field];
      else if (field !== 'customer' && row[field] !== '' && row[field] !== open[field])
        this.differing[field] += 1;
    }
    for (const field of onceAmounts) {
      if (open[field] === null) open[field] = row[field];
      else if (row[field] !== null && row[field] !== open[field]) this.differing.amount += 1;
    }
    if (row.isCancelled) open.isCancelled = 1;
    if (open.returnOf === '') open.returnOf = row.returnOf;
  }

  flush(): void {
    if (this.#open?.isChanged) updateDoc.run(this.#db, this.#open);
    this.#open = null;
  }
}
