import type BetterSqlite3 from 'better-sqlite3';
import { chanceOf, zipf } from './chance.ts';
import { fillCustomers, fillShop } from './directory.ts';
import { type DrawnOrder, drawOrder, type Market } from './draw-order.ts';
import { type Ledger, stockLedger } from './ledger.ts';
import { auditLog, type Log } from './log.ts';
import { type MoneyBack, moneyBack, takenBack } from './money-back.ts';
import { fillProducts } from './products.ts';
import { dayMs, type ShopSize, seed, todayNumber, tradingDays } from './size.ts';
import { instantsOfDay, ordersByDay } from './trading-days.ts';
import { type OrderWriter, orderWriter, type Written } from './write-order.ts';

/** Called now and then with how many orders are written. */
type Told = (orders: number) => void;

/** Fills a new shop's file, its triggers away: catalogue, directory and ten years of orders, in the order of their time. */
export function fillTables(
  database: BetterSqlite3.Database,
  size: ShopSize,
  key: Uint8Array,
  told: Told,
): void {
  database.exec('BEGIN');
  fillShop(database);
  fillCustomers(database, size);
  const goods = fillProducts(database, size);
  const ledger = stockLedger(database, size.products);
  const log = auditLog(database, key);
  const writer = orderWriter(database, ledger, log);
  const market = { goods, product: zipf(goods.length, 0.85), customer: zipf(size.customers, 0.6) };
  new Trade(market, { writer, ledger, log, back: moneyBack(database, ledger, log) }).run(size.orders, told);
  ledger.finish();
  database.exec(customerFigures);
  database.exec('COMMIT');
}

type Books = {
  readonly writer: OrderWriter;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly back: MoneyBack;
};

/** Days of trading, one after the other: first what was promised for the day, then its orders. */
class Trade {
  readonly #market: Market;
  readonly #books: Books;
  readonly #later = new Map<number, (() => void)[]>();

  constructor(market: Market, books: Books) {
    this.#market = market;
    this.#books = books;
  }

  run(orders: number, told: Told): void {
    const chance = chanceOf(seed);
    let written = 0;
    for (const [day, count] of ordersByDay(orders).entries()) {
      const today = todayNumber - tradingDays + 1 + day;
      for (const deed of this.#later.get(today) ?? []) deed();
      this.#later.delete(today);
      for (const at of instantsOfDay(chance, day, count)) this.#place(drawOrder(chance, this.#market, at));
      written += count;
      if (day % 30 === 0) told(written);
    }
  }

  #place(order: DrawnOrder): void {
    const { writer, back, log } = this.#books;
    const written = writer.place(order, takenBack(order));
    for (const move of order.moves) {
      this.#on(order.at, move.at, () => {
        writer.move(written, move);
        log.done(
          move.to === 'cancelled' ? 'orders.cancel' : 'orders.advance',
          `order ${written.id}`,
          move.at,
          move,
        );
        if (move.to === 'delivered' && !order.isPrepaid) writer.payLater(written, move.at);
        if (move.to === 'cancelled' && order.isPrepaid) this.#refund(written, move.at);
      });
    }
    const { back: goods, goodwill } = order;
    if (goods) this.#on(order.at, goods.at, () => back.takeReturn(written));
    if (goodwill) this.#on(order.at, goodwill.at, () => back.giveGoodwill(written));
  }

  #refund(written: Written, at: number): void {
    const refundId = this.#books.back.open(written, at);
    const { refundedAt } = written.order;
    if (refundId === 0 || refundedAt === null) return;
    this.#on(at, refundedAt, () => this.#books.back.settle(written, refundId, refundedAt));
  }

  /** Does something on its day, or at once where that is the same. */
  #on(now: number, at: number, deed: () => void): void {
    const day = Math.floor(at / dayMs);
    if (day === Math.floor(now / dayMs)) {
      deed();
      return;
    }
    const deeds = this.#later.get(day) ?? [];
    deeds.push(deed);
    this.#later.set(day, deeds);
  }
}

/** What the triggers keep, order by order. */
const customerFigures = `
  DELETE FROM customerFigures;
  INSERT INTO customerFigures (customerId, orders, cancelled, spent, owed, firstDate, lastDate)
  SELECT c.id, ifnull(sum(o.counted), 0), ifnull(sum(o.cancelled), 0), ifnull(sum(o.worth), 0), ifnull(sum(o.open), 0),
    min(o.businessDate), max(o.businessDate)
  FROM customers AS c LEFT JOIN customerOrders AS o ON o.customerId = c.id GROUP BY c.id;`;
