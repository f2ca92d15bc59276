import type BetterSqlite3 from 'better-sqlite3';
import type { OrderStatus } from '../../src/shared/domain/order-status.ts';
import { addressOf, nameOf, paymentTenders, phoneOf } from './directory.ts';
import type { DrawnOrder, Move } from './draw-order.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import { inserter } from './rows.ts';
import { dayMs } from './size.ts';
import { dateOf } from './trading-days.ts';

const orderColumns = `id, kind, status, placedAt, businessDate, staffId, customerId, customerName, deliveryName,
  deliveryPhone, deliveryAddress, deliveryDate, deliveredAt, cancelledAt, cancelledDate, pricesIncludeTax, taxRounding,
  lineCount, subtotal, lineDiscount, orderDiscount, orderDiscountRate, net, tax, rounding, total, paid, refunded,
  credited, note, channel, awaitedTenderId, seal, entryId`;
const lineColumns = `orderId, lineNo, productId, name, sku, unit, quantity, listPrice, unitPrice, discountRate, gross,
  discount, orderDiscount, net, tax, total, taxes, unitCost`;
const paymentColumns = `orderId, paymentNo, tenderId, amount, change, staffId, at, businessDate, isLater`;

/** As long as the seal that replaces it, so that no row grows when the shop is sealed. */
const unsealed = '-'.repeat(22);

/** An order that is written, as what comes later finds it. */
export type Written = {
  readonly id: number;
  readonly order: DrawnOrder;
  /** Number of the sale's movement of each line, once its goods have left. */
  readonly sales: number[];
  /** Adds to its timeline. */
  readonly tell: (kind: string, at: number, details: Readonly<Record<string, unknown>>) => void;
};

export type OrderWriter = {
  /** Writes an order as it was placed, its row as it stands now. */
  place(order: DrawnOrder, after: { readonly credited: number; readonly refunded: number }): Written;
  /** The order moves on: its goods leave, or come back. */
  move(written: Written, move: Move): void;
  /** It is paid when it is handed over. */
  payLater(written: Written, at: number): void;
};

export function orderWriter(database: BetterSqlite3.Database, ledger: Ledger, log: Log): OrderWriter {
  const insertOrder = inserter(database, 'orders', orderColumns);
  const insertLine = inserter(database, 'orderLines', lineColumns);
  const insertTax = inserter(database, 'orderTaxes', 'orderId, name, rate, taxable, amount');
  const insertPayment = inserter(database, 'payments', paymentColumns);
  const insertEvent = inserter(database, 'orderEvents', 'orderId, eventNo, kind, staffId, at, details');
  let last = 0;

  const writeRow = (id: number, order: DrawnOrder, after: { credited: number; refunded: number }): void => {
    const { kind, status, at, staffId, customerId, priced, tenders, lines, orderDiscount } = order;
    const entryId = log.placed(id, order);
    const name = customerId === null ? null : nameOf(customerId);
    const goes = kind !== 'counter' && customerId !== null;
    const sends = kind === 'delivery' && customerId !== null;
    const end = order.moves.at(-1)?.at ?? at;
    const cancelled = status === 'cancelled';
    const rate = orderDiscount?.kind === 'percent' ? orderDiscount.rate : null;
    const paid = tenders.reduce((sum, one) => sum + one.amount, 0);
    const isOpen = status !== 'delivered' && !cancelled;
    insertOrder(
      ...[id, kind, status, at, dateOf(at), staffId, customerId, name],
      ...[goes ? name : null, goes ? phoneOf(customerId) : null, sends ? addressOf(customerId) : null],
      ...[goes ? dateOf(at + 4 * dayMs) : null, status === 'delivered' ? end : null],
      ...[cancelled ? end : null, cancelled ? dateOf(end) : null, 1, 'line', lines.length],
      ...[priced.subtotal, priced.lineDiscount, priced.orderDiscount, rate, priced.net, priced.tax, 0],
      ...[priced.total, paid, after.refunded, after.credited, order.note, order.isKiosk ? 'kiosk' : 'till'],
      ...[order.isKiosk && isOpen && paid === 0 ? 1 : null, unsealed, entryId],
    );
  };

  const writeLines = (id: number, { lines, priced, kind, at, staffId }: DrawnOrder): number[] =>
    lines.map(({ productId, good, quantity, listPrice, unitPrice, discount }, index) => {
      const amounts = priced.lines[index];
      if (!amounts) throw new Error('a line was not priced');
      const { gross, discount: off, orderDiscount, net, tax, total, taxes } = amounts;
      insertLine(
        ...[id, index + 1, productId, good.name, good.sku, 'piece', quantity, listPrice, unitPrice],
        ...[discount?.kind === 'percent' ? discount.rate : null, gross, off, orderDiscount, net, tax, total],
        ...[JSON.stringify(taxes), good.cost],
      );
      const by = { type: 'order', id, line: index + 1, cost: good.cost, staffId, at } as const;
      return kind === 'counter'
        ? ledger.move(productId, 'sale', -quantity, 0, by)
        : ledger.move(productId, 'reserve', 0, quantity, by);
    });

  const pay = (written: Written, at: number): void => {
    const { id, order, tell } = written;
    for (const [index, { tenderId, amount }] of order.tenders.entries()) {
      // Coins are handed over in fives.
      const change = tenderId === 1 ? (500 - (amount % 500)) % 500 : 0;
      const isLater = dateOf(at) === dateOf(order.at) ? 0 : 1;
      insertPayment(id, index + 1, tenderId, amount, change, order.staffId ?? 1, at, dateOf(at), isLater);
      tell('paid', at, { tender: paymentTenders[tenderId - 1], amount });
    }
  };

  return {
    place(order, after) {
      last += 1;
      const id = last;
      writeRow(id, order, after);
      const sales = writeLines(id, order);
      for (const { name, rate, taxable, amount } of order.priced.taxes)
        insertTax(id, name, rate, taxable, amount);
      let eventNo = 0;
      const tell: Written['tell'] = (kind, at, details) => {
        eventNo += 1;
        insertEvent(
          id,
          eventNo,
          kind,
          order.staffId ?? (kind === 'placed' ? null : 1),
          at,
          JSON.stringify(details),
        );
      };
      const written = { id, order, sales, tell };
      tell('placed', order.at, { kind: order.kind, total: order.priced.total });
      if (order.isPrepaid) pay(written, order.at);
      return written;
    },
    move(written, { at, from, to }) {
      const { id, order, sales, tell } = written;
      for (const [index, { productId, quantity, good }] of order.lines.entries()) {
        const by = {
          type: 'order',
          id,
          line: index + 1,
          cost: good.cost,
          staffId: order.staffId ?? 1,
          at,
        } as const;
        if (to === 'cancelled') {
          if (from === 'received') ledger.move(productId, 'release', 0, -quantity, by);
          else
            ledger.move(productId, 'customer-return', quantity, 0, { ...by, reversalOf: sales[index] ?? 0 });
        } else if (from === 'received')
          sales[index] = ledger.move(productId, 'sale', -quantity, -quantity, by);
      }
      tell('status', at, { from, to, ...reasonOf(to) });
    },
    payLater: pay,
  };
}

function reasonOf(to: OrderStatus): Readonly<Record<string, string>> {
  return to === 'cancelled' ? { reason: 'customer-changed-mind' } : {};
}
