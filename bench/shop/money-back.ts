import type BetterSqlite3 from 'better-sqlite3';
import { quantity } from '../../src/shared/domain/quantity.ts';
import { returnWorth } from '../../src/shared/domain/return-worth.ts';
import { paymentTenders } from './directory.ts';
import type { DrawnOrder } from './draw-order.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import { inserter } from './rows.ts';
import { dateOf } from './trading-days.ts';
import type { Written } from './write-order.ts';

const refundColumns = `orderId, paymentNo, returnId, cause, tenderId, state, amount, rounding, reason, staffId, openedAt,
  businessDate, initiatedAt, settledAt, settledDate, takenOff`;
const returnColumns = `orderId, customerId, at, businessDate, staffId, lineCount, net, tax, rounding, total`;
const returnLineColumns = `returnId, lineNo, orderLineNo, productId, name, sku, unit, quantity, net, tax, total, taxes,
  unitCost, reason, disposition`;

/** What an order was credited and what went back of it, up to now. */
export function takenBack(order: DrawnOrder): { readonly credited: number; readonly refunded: number } {
  if (order.back) {
    const { total } = worthOfReturn(order);
    return { credited: total, refunded: total };
  }
  if (order.goodwill) return { credited: order.goodwill.amount, refunded: order.goodwill.amount };
  return { credited: 0, refunded: order.refundedAt === null ? 0 : order.priced.total };
}

function worthOfReturn({ back, lines, priced }: DrawnOrder) {
  const [line, amounts] = [lines[back?.line ?? 0], priced.lines[back?.line ?? 0]];
  if (!back || !line || !amounts) throw new Error('nothing comes back');
  return returnWorth({ ...amounts, quantity: line.quantity }, quantity(0), back.count);
}

export type MoneyBack = {
  /** A paid order was cancelled: what it cost waits to go back. Answers the refund's number; 0 where nothing does. */
  open(written: Written, at: number): number;
  settle(written: Written, refundId: number, at: number): void;
  /** Goods come back, and the money with them. */
  takeReturn(written: Written): void;
  giveGoodwill(written: Written): void;
};

export function moneyBack(database: BetterSqlite3.Database, ledger: Ledger, log: Log): MoneyBack {
  const insertRefund = inserter(database, 'refunds', refundColumns);
  const insertReturn = inserter(database, 'returns', returnColumns);
  const insertLine = inserter(database, 'returnLines', returnLineColumns);
  const settle = database.prepare(
    "UPDATE refunds SET state = 'settled', initiatedAt = ?, settledAt = ?, settledDate = ? WHERE id = ?",
  );

  /** Of the order's first payment. */
  const refund = (
    { id, order, tell }: Written,
    what: {
      cause: string;
      amount: number;
      at: number;
      returnId?: number;
      takenOff?: number;
      isSettled: boolean;
    },
  ): number => {
    const { cause, amount, at, returnId = null, takenOff = 0, isSettled } = what;
    const tenderId = order.tenders[0]?.tenderId ?? 1;
    const done = isSettled ? at : null;
    const refundId = insertRefund(
      ...[
        id,
        1,
        returnId,
        cause,
        tenderId,
        isSettled ? 'settled' : 'awaiting',
        amount,
        0,
        '',
        1,
        at,
        dateOf(at),
      ],
      ...[done, done, isSettled ? dateOf(at) : null, takenOff],
    );
    const state = isSettled ? 'settled' : 'awaiting';
    tell('refund', at, { refundId, state, tender: paymentTenders[tenderId - 1], amount });
    return refundId;
  };

  return {
    open(written, at) {
      const amount = written.order.priced.total;
      return amount === 0 ? 0 : refund(written, { cause: 'cancel', amount, at, isSettled: false });
    },
    settle({ order, tell }, refundId, at) {
      settle.run(at, at, dateOf(at), refundId);
      const tender = paymentTenders[(order.tenders[0]?.tenderId ?? 1) - 1];
      tell('refund', at, { refundId, state: 'settled', tender, amount: order.priced.total });
      log.done('refunds.settle', `refund ${refundId}`, at, { amount: order.priced.total });
    },
    takeReturn(written) {
      const { id, order, tell } = written;
      const { back, customerId } = order;
      const line = order.lines[back?.line ?? 0];
      if (!back || !line) return;
      const { net, tax, total, taxes } = worthOfReturn(order);
      const { at, count, reason, disposition } = back;
      const returnId = insertReturn(id, customerId, at, dateOf(at), 1, 1, net, tax, 0, total);
      const { productId, good } = line;
      insertLine(
        ...[returnId, 1, back.line + 1, productId, good.name, good.sku, 'piece', count, net, tax, total],
        ...[JSON.stringify(taxes), good.cost, reason, disposition],
      );
      const by = { type: 'return', id: returnId, line: 1, cost: good.cost, staffId: 1, at } as const;
      if (disposition !== 'not-returned')
        ledger.move(productId, 'customer-return', count, 0, { ...by, reason });
      if (disposition === 'damaged')
        ledger.move(productId, 'write-off', -count, 0, { ...by, reason: disposition });
      tell('return', at, { returnId, credit: total });
      if (total > 0) refund(written, { cause: 'return', amount: total, at, returnId, isSettled: true });
      log.done('returns.create', `return ${returnId}`, at, { orderId: id, credit: total });
    },
    giveGoodwill(written) {
      const { goodwill } = written.order;
      if (!goodwill) return;
      const { at, amount } = goodwill;
      const refundId = refund(written, { cause: 'goodwill', amount, at, takenOff: amount, isSettled: true });
      log.done('refunds.open', `refund ${refundId}`, at, { orderId: written.id, amount });
    },
  };
}
