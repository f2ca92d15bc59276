import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { fillOldShop, oldOrders, oldPlacedAt } from '../../../test/support/old-shop.ts';
import { type OrderStatus, orderStatuses } from '../../shared/domain/order-status.ts';
import { mayMoveRefund, refundStates } from '../../shared/domain/refund-state.ts';
import { migrate, readMigrations } from './migrate.ts';

/** What the shop file refuses by itself, whoever writes and however: said as bare SQL. */

let database: BetterSqlite3.Database;
beforeEach(() => {
  const migrations = readMigrations(migrationsFolder);
  database = new BetterSqlite3(':memory:');
  migrate(database, migrations.slice(0, 1));
  fillOldShop(database);
  migrate(database, migrations);
});
afterEach(() => database.close());

const change = (sql: string): void => void database.exec(sql);
const refuses = (sql: string, why: RegExp): void => expect(() => change(sql)).toThrow(why);
const numberOf = (status: OrderStatus, kind = 'delivery'): number =>
  oldOrders.findIndex((order) => order.status === status && order.kind === kind) + 1;

describe('the status of an order', () => {
  const forward: readonly (readonly [OrderStatus, OrderStatus])[] = [
    ['received', 'shipped'],
    ['received', 'in-transit'],
    ['received', 'delivered'],
    ['received', 'cancelled'],
    ['shipped', 'in-transit'],
    ['shipped', 'delivered'],
    ['shipped', 'cancelled'],
    ['in-transit', 'delivered'],
    ['in-transit', 'cancelled'],
  ];
  const backward: readonly OrderStatus[] = ['received', 'shipped', 'in-transit'];
  const pairs = orderStatuses.flatMap((from) => orderStatuses.map((to) => [from, to] as const));
  const move = (from: OrderStatus, to: OrderStatus, more = ''): string =>
    `UPDATE orders SET status = '${to}', deliveredAt = ${to === 'delivered' ? 7 : 'NULL'},
      cancelledAt = ${to === 'cancelled' ? 7 : 'NULL'}${more} WHERE id = ${numberOf(from)}`;

  it.each(pairs)('%s → %s', (from, to) => {
    const isForward = forward.some((pair) => pair[0] === from && pair[1] === to);
    if (from === to || isForward) change(move(from, to));
    else refuses(move(from, to), /cannot change its status/);
  });

  it.each(pairs)('%s → %s in a new revision', (from, to) => {
    const isForward = forward.some((pair) => pair[0] === from && pair[1] === to);
    const isUndo = from === 'delivered' && backward.includes(to);
    const sql = move(from, to, ', revision = revision + 1');
    if (from === to || isForward || isUndo) change(sql);
    else refuses(sql, /cannot change its status/);
  });

  it.each(['revision = revision', 'revision = revision + 2'])('takes nothing back with %s', (revision) => {
    refuses(move('delivered', 'shipped', `, ${revision}`), /cannot change its status/);
  });

  it('never takes back a counter sale', () => {
    const id = numberOf('delivered', 'counter');
    const back = `UPDATE orders SET status = 'received', deliveredAt = NULL, revision = 1 WHERE id = ${id}`;
    refuses(back, /cannot change its status/);
  });

  it('has its time, and no other has', () => {
    refuses(`UPDATE orders SET status = 'delivered' WHERE id = ${numberOf('shipped')}`, /CHECK/);
    refuses(`UPDATE orders SET status = 'cancelled' WHERE id = ${numberOf('shipped')}`, /CHECK/);
    refuses(`UPDATE orders SET deliveredAt = 7 WHERE id = ${numberOf('shipped')}`, /CHECK/);
    refuses(`UPDATE orders SET deliveredAt = NULL WHERE id = ${numberOf('delivered')}`, /CHECK/);
  });

  it('is no status that nobody knows', () => {
    refuses(`UPDATE orders SET status = 'lost' WHERE id = ${numberOf('shipped')}`, /cannot change|CHECK/);
  });
});

describe('what is never deleted', () => {
  it.each(['orders', 'refunds', 'stockMovements'])('%s', (table) => {
    database.pragma('foreign_keys = OFF');
    refuses(`DELETE FROM "${table}"`, /never deleted|only grows/);
  });

  it('nor changed: the ledger', () => {
    refuses('UPDATE stockMovements SET onHandChange = onHandChange + 1', /only grows/);
    refuses('UPDATE stockMovements SET at = at', /only grows/);
  });
});

describe('the ledger', () => {
  const movement = (type: string, onHand: number, source: number, more: string): string =>
    `INSERT INTO stockMovements (productId, movementNo, type, onHandChange, reservedChange, sourceType, sourceId,
       sourceLine, at, businessDate, sourceRound, reversalOf)
     SELECT 1, max(movementNo) + 1, '${type}', ${onHand}, 0, 'order', ${source}, 1, 7, 20261122, ${more}
     FROM stockMovements WHERE productId = 1`;

  it('moves a line once in each revision of its order', () => {
    const id = numberOf('shipped');
    refuses(movement('sale', -2000, id, '0, NULL'), /UNIQUE/);
    change(movement('sale', -2000, id, '1, NULL'));
    refuses(movement('sale', -2000, id, '1, NULL'), /UNIQUE/);
    refuses(movement('sale', -2000, id, '-1, NULL'), /CHECK/);
  });

  it('takes a movement back once', () => {
    const id = numberOf('shipped');
    const sale = database
      .prepare(`SELECT movementNo FROM stockMovements WHERE type = 'sale' AND sourceId = ?`)
      .pluck()
      .get(id);
    change(movement('customer-return', 2000, id, `0, ${sale}`));
    refuses(movement('customer-return', 2000, id, `1, ${sale}`), /UNIQUE/);
  });
});

describe('a refund', () => {
  const insert = (orderId: number, paymentNo: number, amount: number, state = 'awaiting'): string => {
    const settled =
      state === 'settled' ? '7, 7, 20261122' : state === 'initiated' ? '7, NULL, NULL' : 'NULL, NULL, NULL';
    return `INSERT INTO refunds (orderId, paymentNo, cause, tenderId, state, amount, rounding, reason, openedAt,
        businessDate, initiatedAt, settledAt, settledDate)
      VALUES (${orderId}, ${paymentNo}, 'goodwill', 1, '${state}', ${amount}, 0, '', 7, 20261122, ${settled})`;
  };
  const paidOrder = numberOf('delivered', 'counter');

  it('is never more than its payment, all live ones of it together', () => {
    refuses(insert(paidOrder, 1, 601), /more is refunded/);
    change(insert(paidOrder, 1, 400));
    change(insert(paidOrder, 1, 200, 'settled'));
    refuses(insert(paidOrder, 1, 1), /more is refunded/);
    change(insert(paidOrder, 1, 600, 'voided'));
  });

  it('does not grow beyond it, nor come alive beyond it', () => {
    const mine = `orderId = ${paidOrder}`;
    change(insert(paidOrder, 1, 400));
    change(insert(paidOrder, 1, 300, 'failed'));
    refuses(`UPDATE refunds SET amount = 601 WHERE ${mine} AND amount = 400`, /more is refunded/);
    refuses(
      `UPDATE refunds SET state = 'initiated', initiatedAt = 7 WHERE ${mine} AND amount = 300`,
      /more is refunded/,
    );
    change(`UPDATE refunds SET state = 'voided' WHERE ${mine} AND amount = 400`);
    change(`UPDATE refunds SET state = 'initiated', initiatedAt = 7 WHERE ${mine} AND amount = 300`);
  });

  it('is of a payment that there is', () => {
    refuses(insert(numberOf('shipped'), 1, 100), /FOREIGN KEY/);
    refuses(insert(paidOrder, 2, 100), /FOREIGN KEY/);
    refuses(insert(paidOrder, 1, 0), /CHECK/);
    refuses(insert(paidOrder, 1, -5), /CHECK/);
  });

  it('has an order and its payment, or neither and a return', () => {
    const bare = insert(paidOrder, 1, 100).replace(`VALUES (${paidOrder}, 1,`, 'VALUES (NULL, NULL,');
    refuses(bare, /CHECK/);
    refuses(bare.replace('VALUES (NULL, NULL,', `VALUES (${paidOrder}, NULL,`), /CHECK/);
  });

  it.each(refundStates.flatMap((from) => refundStates.map((to) => [from, to] as const)))(
    '%s → %s',
    (from, to) => {
      change(insert(paidOrder, 1, 100, from));
      const at = to === 'settled' ? '7' : 'NULL';
      const sql = `UPDATE refunds SET state = '${to}', initiatedAt = 7, settledAt = ${at}, settledDate = ${at}
      WHERE amount = 100`;
      if (from === to || mayMoveRefund(from, to)) change(sql);
      else refuses(sql, /cannot change its state/);
    },
  );

  it('is settled at a time, and only then', () => {
    refuses(insert(paidOrder, 1, 100, 'settled').replace('7, 7, 20261122', '7, NULL, 20261122'), /CHECK/);
    refuses(insert(paidOrder, 1, 100).replace('NULL, NULL, NULL', '7, 7, 20261122'), /CHECK/);
  });

  it('does not take an order below what was paid', () => {
    refuses(`UPDATE orders SET refunded = paid + 1 WHERE id = ${paidOrder}`, /CHECK/);
    refuses(`UPDATE orders SET refunded = -1 WHERE id = ${paidOrder}`, /CHECK/);
    refuses(`UPDATE orders SET credited = -1 WHERE id = ${paidOrder}`, /CHECK/);
  });
});

describe('a return', () => {
  const paidOrder = numberOf('delivered', 'counter');
  let returns = 0;
  const header = (orderId: number | null): number => {
    returns += 1;
    change(`INSERT INTO returns (id, orderId, at, businessDate, lineCount, net, tax, rounding, total)
      VALUES (${returns}, ${orderId ?? 'NULL'}, ${oldPlacedAt}, 20261122, 1, 250, 50, 0, 300)`);
    return returns;
  };
  const lineOf = (returnId: number, lineNo: number, orderLineNo: number | null, quantity: number): string =>
    `INSERT INTO returnLines VALUES (${returnId}, ${lineNo}, ${orderLineNo ?? 'NULL'}, 1, 'Tea', NULL, 'piece',
      ${quantity}, 250, 50, 300, '[]', 110, 'unwanted', 'restock')`;
  beforeEach(() => {
    returns = 0;
  });

  it('brings back no more of a line than was sold, over all returns of the order', () => {
    refuses(lineOf(header(paidOrder), 1, 1, 2001), /more comes back/);
    change(lineOf(header(paidOrder), 1, 1, 1500));
    refuses(lineOf(header(paidOrder), 1, 1, 501), /more comes back/);
    const last = header(paidOrder);
    change(lineOf(last, 1, 1, 300));
    refuses(lineOf(last, 2, 1, 201), /more comes back/);
    change(lineOf(last, 2, 1, 200));
  });

  it('names a line of its order; without an order any goods may come', () => {
    refuses(lineOf(header(paidOrder), 1, null, 1000), /more comes back/);
    change(lineOf(header(null), 1, null, 99_000));
  });

  it('adds up', () => {
    const wrong = `INSERT INTO returns (orderId, at, businessDate, lineCount, net, tax, rounding, total)
      VALUES (${paidOrder}, 7, 20261122, 1, 250, 50, 0, 301)`;
    refuses(wrong, /CHECK/);
    refuses(lineOf(header(paidOrder), 1, 1, 0), /CHECK/);
  });

  it('has one sale on its ticket, and a sale one return', () => {
    const exchange = (): string =>
      `UPDATE returns SET exchangeOrderId = ${paidOrder} WHERE id = ${header(null)}`;
    change(exchange());
    refuses(exchange(), /UNIQUE/);
  });
});

describe('papers and tenders', () => {
  it('keep one invoice for an order, and one tender for exchanges', () => {
    change('INSERT INTO invoices (orderId, at, businessDate) VALUES (1, 7, 20261122)');
    refuses('INSERT INTO invoices (orderId, at, businessDate) VALUES (1, 7, 20261122)', /UNIQUE/);
    change(`UPDATE tenders SET purpose = 'exchange' WHERE id = 3`);
    refuses(`UPDATE tenders SET purpose = 'exchange' WHERE id = 2`, /UNIQUE/);
    refuses(`UPDATE tenders SET purpose = 'gift' WHERE id = 2`, /CHECK/);
  });

  it('cover an hour once', () => {
    change(`INSERT INTO timerRuns (cause, outcome, startedAt, finishedAt, businessDate, hours, delivered)
      VALUES ('hour', 'done', 7, 7, 20261122, 1, 0)`);
    change('INSERT INTO timerHours VALUES (495000, 1)');
    refuses('INSERT INTO timerHours VALUES (495000, 1)', /UNIQUE/);
  });

  it('end a stock-take once, with its time', () => {
    change(`INSERT INTO stockCounts (name, state, startedAt) VALUES ('Monday', 'open', 7)`);
    refuses(`UPDATE stockCounts SET state = 'posted'`, /CHECK/);
    change(`INSERT INTO stockCountLines VALUES (1, 1, NULL, NULL, NULL, NULL)`);
    refuses(`UPDATE stockCountLines SET counted = 4000`, /CHECK/);
    refuses(`UPDATE stockCountLines SET counted = -1, expected = 1, countedAt = 7`, /CHECK/);
  });
});
