import { sql } from 'kysely';
import type { WriteDb } from '../../database/connection.ts';
import type { Staging } from '../../database/open-staging.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import type { Steps } from '../csv/steps.ts';
import type { Fine } from './fine-amounts.ts';

type Good = {
  readonly id: number;
  price: number;
  at: number;
  isChanged: boolean;
  readonly names: Map<string, number>;
};

const findGood = preparedRead<{ key: string }, { id: number; price: number; at: number }>(
  (slot) =>
    sql<{
      id: number;
      price: number;
      at: number;
    }>`SELECT id, price, at FROM goods WHERE key = ${slot('key')}`,
);
const insertGood = preparedWrite<{ key: string; sku: string | null; name: string }>(
  (slot) => sql`INSERT INTO goods (key, sku, name, price, at)
    VALUES (${slot('key')}, ${slot('sku')}, ${slot('name')}, 0, 0)`,
);
const priceGood = preparedWrite<{ id: number; price: number; at: number }>(
  (slot) => sql`UPDATE goods SET price = ${slot('price')}, at = ${slot('at')} WHERE id = ${slot('id')}`,
);
const countName = preparedWrite<{ good: number; name: string; count: number }>(
  (slot) => sql`INSERT INTO goodNames VALUES (${slot('good')}, ${slot('name')}, ${slot('count')})
    ON CONFLICT DO UPDATE SET count = count + excluded.count`,
);

const mostKept = 10_000;
const goodsPerWrite = 200;

export type GoodOnRow = {
  readonly sku: string | null;
  readonly name: string;
  readonly price: Fine | null;
  readonly at: number;
};

/** What is sold, by its code in any letter case, else by its name: its usual name and its latest price. */
export class StagedGoods {
  readonly #db: WriteDb;
  readonly #kept = new Map<string, Good>();

  constructor(db: WriteDb) {
    this.#db = db;
  }

  /** The number of what a row names; null where it names nothing. */
  note({ sku, name, price, at }: GoodOnRow): number | null {
    if (sku === null && name === '') return null;
    const key = sku === null ? `n ${name.toLowerCase()}` : `s ${sku.toUpperCase()}`;
    const good = this.#kept.get(key) ?? this.#open(key, sku, name);
    if (price !== null && price > 0) {
      // What has no price is a note about stock at times: its words are no name.
      if (name !== '') good.names.set(name, (good.names.get(name) ?? 0) + 1);
      if (at >= good.at) {
        Object.assign(good, { price, at, isChanged: true });
      }
    }
    return good.id;
  }

  #open(key: string, sku: string | null, name: string): Good {
    if (this.#kept.size >= mostKept) this.#writeOldest();
    const found = findGood.get(this.#db, { key });
    const id = found?.id ?? insertGood.run(this.#db, { key, sku, name }).lastId;
    const good: Good = {
      id,
      price: found?.price ?? 0,
      at: found?.at ?? 0,
      isChanged: false,
      names: new Map(),
    };
    this.#kept.set(key, good);
    return good;
  }

  /** Writes down what is known so far. Yields after every few goods. */
  *flushSteps(): Generator<void, void> {
    while (this.#kept.size > 0) {
      this.#writeOldest();
      yield;
    }
  }

  /** A few at a time: thousands at once would hold up a till. */
  #writeOldest(): void {
    let left = goodsPerWrite;
    for (const [key, { id, price, at, isChanged, names }] of this.#kept) {
      if (isChanged) priceGood.run(this.#db, { id, price, at });
      for (const [name, count] of names) countName.run(this.#db, { good: id, name, count });
      this.#kept.delete(key);
      left -= 1;
      if (left === 0) return;
    }
  }
}

const nameGoods = preparedWrite<{ from: number; to: number }>(
  (slot) => sql`UPDATE goods SET name = usual.name FROM (
    SELECT good, name, max(count) FROM goodNames WHERE good BETWEEN ${slot('from')} AND ${slot('to')} GROUP BY good
  ) AS usual WHERE usual.good = goods.id`,
);
const newestGood = preparedRead<object, { id: number | null }>(
  () => sql<{ id: number | null }>`SELECT max(id) AS id FROM goods`,
);
const goodsPerStep = 500;

/** Once all rows are read: each has the name that most of them bear. */
export function* nameGoodsSteps({ db, together }: Staging): Steps<void> {
  const last = newestGood.get(db, {})?.id ?? 0;
  for (let from = 1; from <= last; from += goodsPerStep) {
    together(() => nameGoods.run(db, { from, to: from + goodsPerStep - 1 }));
    yield 0;
  }
}
