import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import type { RowDate } from './row-dates.ts';
import type { StagedDoc } from './staging-tables.ts';

/** What a row says of its order beside its line. */
export type DocOnRow = {
  readonly key: string;
  readonly number: string;
  readonly line: number;
  readonly tender: string;
  readonly status: string;
  readonly customer: string;
};

type OpenDoc = {
  -readonly [K in 'id' | 'date' | 'at' | 'tender' | 'status' | 'customer' | 'lines']: StagedDoc[K];
} & { readonly key: string; isChanged: boolean };

const findDoc = preparedRead<{ key: string }, Omit<OpenDoc, 'isChanged'>>(
  (slot) => sql<Omit<OpenDoc, 'isChanged'>>`SELECT id, key, date, at, tender, status, customer, lines
    FROM docs WHERE key = ${slot('key')}`,
);
const insertDoc = preparedWrite<DocOnRow & { date: number; at: number }>(
  (slot) => sql`INSERT INTO docs (key, number, firstLine, date, at, tender, status, customer)
    VALUES (${slot('key')}, ${slot('number')}, ${slot('line')}, ${slot('date')}, ${slot('at')}, ${slot('tender')},
      ${slot('status')}, ${slot('customer')})`,
);
const updateDoc = preparedWrite<Omit<OpenDoc, 'isChanged' | 'key' | 'date' | 'at'>>(
  (
    slot,
  ) => sql`UPDATE docs SET tender = ${slot('tender')}, status = ${slot('status')}, customer = ${slot('customer')},
    lines = ${slot('lines')} WHERE id = ${slot('id')}`,
);

/** The orders of a file. The one that the last row belonged to stays at hand: rows of an order mostly follow each other. */
export class StagedDocs {
  readonly #db: WriteDb;
  #open: OpenDoc | null = null;
  /** Orders on whose rows the day, the way of paying or the status differ. */
  readonly differing = { date: 0, tender: 0, status: 0 };

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
    const { key, tender, status, customer } = row;
    this.#open = { id: lastId, key, date, at, tender, status, customer, lines: 1, isChanged: true };
    return lastId;
  }

  /** One more row of the order that was found last. What it says and no row before it did counts for the order. */
  addRow(row: DocOnRow, date: RowDate | null): void {
    const open = this.#open;
    if (open === null) throw new Error('no order is open');
    open.lines += 1;
    open.isChanged = true;
    if (date !== null && date.date !== open.date) this.differing.date += 1;
    for (const field of ['tender', 'status', 'customer'] as const) {
      if (open[field] === '') open[field] = row[field];
      else if (field !== 'customer' && row[field] !== '' && row[field] !== open[field])
        this.differing[field] += 1;
    }
  }

  flush(): void {
    if (this.#open?.isChanged) updateDoc.run(this.#db, this.#open);
    this.#open = null;
  }
}
