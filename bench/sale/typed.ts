import { existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { WriteDb } from '../../src/main/database/connection.ts';
import { createDb } from '../../src/main/database/connection.ts';
import { setPragmas, writerPragmas } from '../../src/main/database/pragmas.ts';
import {
  insertEvent,
  insertLine,
  insertOrderTax,
  productForSale,
} from '../../src/main/features/orders/order-statements.ts';
import { moveStock } from '../../src/main/features/stock/move-stock.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import { quantity } from '../../src/shared/domain/quantity.ts';
import { rate } from '../../src/shared/domain/rate.ts';
import { atMostTimes, type Line } from '../line.ts';
import { copyOfShop, type ShopSize } from '../make-shop.ts';
import { inTurn, median, timed } from '../measure.ts';
import type { Orderlla } from '../orderlla.ts';
import { openShop, place, type Step, salesOf, spyOn } from './recording.ts';

/** A durable sale beside Orderlla's own statements for one, on the same disk, in the journal that it had. */
export async function benchOldSale(size: ShopSize, orderlla: Orderlla): Promise<Line> {
  const folder = await copyOfShop(size, tmpdir());
  const test = await openShop(folder);
  const [ours, old]: [number[], number[]] = [[], []];
  for (const [at, sale] of salesOf(test, 100).entries()) {
    ours.push(await timed(() => place(test, sale)));
    old.push(await timed(() => orderlla.place({ [1 + at]: 1, [5 + at * 7]: 2, [9 + at * 11]: 1 }, 12.5)));
  }
  await test.close();
  rmSync(folder, { recursive: true });
  return {
    ...{ no: '6', what: 'a durable sale, beside its statements alone', unit: 'ms', values: [median(ours)] },
    ...{ orderlla: median(old), budgets: [] },
    note: 'the budget of ≥ 10 × is against its web server (23 ms), which is not run here',
  };
}

const orders = 200;

/** The same statements of a sale through the typed layer and raw, each compiled once. */
export async function benchTyped(size: ShopSize): Promise<Line> {
  const disk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = await copyOfShop(size, disk);
  const database = new BetterSqlite3(join(folder, 'shop.db'));
  setPragmas(database, writerPragmas);
  const db = createDb(database);
  const steps: Step[] = [];
  const inTransaction = (work: () => void) => () => {
    database.exec('BEGIN IMMEDIATE');
    work();
    // Nothing of it stays, so that each round writes the same.
    database.exec('ROLLBACK');
  };
  inTransaction(() => typedSales(spyOn(db, steps)))();
  const statements = new Map(steps.map(({ sql }) => [sql, database.prepare(sql)]));
  const raw = inTransaction(() => {
    for (const { sql, way, values } of steps) statements.get(sql)?.[way](...values);
  });
  const [typed, bare] = await inTurn(9, [inTransaction(() => typedSales(db)), raw]);
  database.close();
  rmSync(folder, { recursive: true });
  const of = 'the same statements raw';
  return {
    ...{
      no: '7',
      what: `the statements of ${orders} sales through the typed layer`,
      unit: 'ms',
      values: [typed],
    },
    limit: { of, value: bare },
    budgets: [atMostTimes(typed, 1.15, bare, of)],
  };
}

function typedSales(db: WriteDb): void {
  const day = calendarDate(20_261_122);
  for (let at = 0; at < orders; at += 1) {
    const orderId = 1 + at;
    for (let line = 0; line < 3; line += 1) {
      const productId = 1 + ((at * 7 + line * 31) % 200);
      const product = productForSale.get(db, { productId });
      if (!product) throw new Error('no product');
      const { name, sku, unit, price, cost } = product;
      const [amount, none] = [money(price), money(0)];
      insertLine.run(db, {
        ...{ orderId, lineNo: 100 + line, productId, name, sku, unit, quantity: quantity(1000) },
        ...{ listPrice: price, unitPrice: price, discountRate: null, gross: amount, discount: none },
        ...{
          orderDiscount: none,
          net: amount,
          tax: none,
          total: amount,
          taxes: '[]',
          unitCost: cost,
          note: null,
        },
      });
      moveStock(db, {
        ...{ productId, type: 'sale', onHandChange: quantity(-1000), unitCost: cost, sourceType: 'order' },
        ...{ sourceId: orderId, sourceLine: 100 + line, staffId: 1, at: 1, businessDate: day },
      });
    }
    insertOrderTax.run(db, { orderId, name: 'Bench', rate: rate(1), taxable: money(1), amount: money(0) });
    const event = { orderId, kind: 'note', staffId: 1, at: 1, details: '{}' } as const;
    insertEvent.run(db, { ...event, eventNo: 100 });
  }
}
