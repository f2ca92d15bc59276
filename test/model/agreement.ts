import { expect } from 'vitest';
import type { ReadDb } from '../../src/main/database/connection.ts';
import { checkEachCommand, checkRows } from '../support/check-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { brokenRules } from '../support/shop-rule.ts';
import { sumOf } from './arithmetic.ts';
import { dayRules } from './day-rules.ts';
import type { ModelOrder, ModelShop } from './model-shop.ts';
import { paidOf, refundedOf, totalOf } from './order-money.ts';

/** What the shop file says, each row as one line of text: the other side is `tellModel`. */
const told: Readonly<Record<string, string>> = {
  orders: `SELECT concat_ws(' ', id, kind, status, businessDate, ifnull(deliveryDate, '-'), ifnull(deliveredAt, '-'),
      ifnull(cancelledAt, '-'), 'total', total, rounding, 'paid', paid, refunded, 'credited', credited, revision)
    FROM orders ORDER BY id`,
  lines: `SELECT concat_ws(' ', orderId, lineNo, ifnull(productId, '-'), quantity, 'x', unitPrice, gross, discount, orderDiscount,
      net, tax, ifnull(unitCost, '-')) FROM orderLines ORDER BY orderId, lineNo`,
  payments: `SELECT concat_ws(' ', orderId, paymentNo, tenderId, amount, change) FROM payments ORDER BY orderId, paymentNo`,
  refunds: `SELECT concat_ws(' ', id, ifnull(orderId, '-'), ifnull(paymentNo, '-'), ifnull(returnId, '-'), cause, tenderId,
      state, amount, rounding) FROM refunds ORDER BY id`,
  returns: `SELECT concat_ws(' ', id, ifnull(orderId, '-'), ifnull(exchangeOrderId, '-'), net, tax, rounding, total)
    FROM returns ORDER BY id`,
  returnLines: `SELECT concat_ws(' ', returnId, lineNo, ifnull(orderLineNo, '-'), ifnull(productId, '-'), quantity, net, tax,
      disposition) FROM returnLines ORDER BY returnId, lineNo`,
  stock: `SELECT concat_ws(' ', productId, tracked, oversell, onHand, reserved, ifnull(cost, '-')) FROM productStock
    JOIN products ON products.id = productId ORDER BY productId`,
  counts: `SELECT concat_ws(' ', id, state) FROM stockCounts ORDER BY id`,
  countLines: `SELECT concat_ws(' ', countId, productId, ifnull(expected, '-'), ifnull(counted, '-')) FROM stockCountLines
    ORDER BY countId, productId`,
  invoices: 'SELECT orderId FROM invoices ORDER BY number',
  timer: `SELECT concat_ws(' ', outcome, startedAt, delivered) FROM timerRuns ORDER BY id`,
  hours: 'SELECT hour FROM timerHours ORDER BY hour',
  carts: `SELECT concat_ws(' ', id, state) FROM carts WHERE state <> 'sold' ORDER BY id`,
};

function tellFile(db: ReadDb): Record<string, readonly unknown[]> {
  const tables = Object.entries(told).map(([name, sql]) => [name, db.statement(sql).pluck().all()] as const);
  return Object.fromEntries(tables);
}

const text = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.map((part) => part ?? '-').join(' ');

function tellOrder(shop: ModelShop, order: ModelOrder): string {
  const { id, kind, status, date, deliveryDate, deliveredAt, cancelledAt, credited, revision, rounding } =
    order;
  const money = ['total', totalOf(order), rounding, 'paid', paidOf(order), refundedOf(shop, order)];
  return text(
    id,
    kind,
    status,
    date,
    deliveryDate,
    deliveredAt,
    cancelledAt,
    ...money,
    'credited',
    credited,
    revision,
  );
}

function tellModel(shop: ModelShop): Record<string, readonly unknown[]> {
  const { orders, refunds, returns, products, counts, timer } = shop;
  const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
  return {
    orders: orders.map((order) => tellOrder(shop, order)),
    lines: orders.flatMap(({ id, lines }) =>
      lines.map(
        ({ lineNo, product, quantity, unitPrice, gross, discount, orderDiscount, net, tax, unitCost }) =>
          text(
            id,
            lineNo,
            product?.id,
            quantity,
            'x',
            unitPrice,
            gross,
            discount,
            orderDiscount,
            net,
            tax,
            unitCost,
          ),
      ),
    ),
    payments: orders.flatMap(({ id, payments }) =>
      payments.map((one) => text(id, one.paymentNo, one.tenderId, one.amount, one.change)),
    ),
    refunds: refunds.map(({ id, order, paymentNo, returnId, cause, tenderId, state, amount, rounding }) =>
      text(id, order?.id, paymentNo, returnId, cause, tenderId, state, amount, rounding),
    ),
    returns: returns.map(({ id, order, exchangeOrderId, lines, rounding }) => {
      const [net, tax] = [sumOf(lines, (one) => one.net), sumOf(lines, (one) => one.tax)];
      return text(id, order?.id, exchangeOrderId, net, tax, rounding, net + tax + rounding);
    }),
    returnLines: returns.flatMap(({ id, lines }) =>
      lines.map(({ orderLineNo, product, quantity, net, tax, disposition }, index) =>
        text(id, index + 1, orderLineNo, product?.id, quantity, net, tax, disposition),
      ),
    ),
    stock: products.map(({ id, tracked, policy, onHand, reserved, cost }) =>
      text(id, Number(tracked), policy, onHand, reserved, cost),
    ),
    counts: counts.map(({ id, state }) => text(id, state)),
    countLines: counts.flatMap(({ id, sheet }) =>
      [...sheet]
        .toSorted(([a], [b]) => a.id - b.id)
        .map(([product, counted]) => text(id, product.id, counted?.expected, counted?.counted)),
    ),
    invoices: shop.invoices,
    timer: timer.runs.map(({ at, outcome, delivered }) => text(outcome, at, delivered)),
    hours: [...timer.hours].toSorted((a, b) => a - b),
    carts: [
      ...(shop.openCart === null ? [] : [`${shop.openCart} open`]),
      ...[...shop.heldCarts].map((id) => `${id} held`),
    ].toSorted(inOrder),
  };
}

/** Everything that the model knows is in the shop file, and nothing in the file is against the rules. */
export function expectAgreement(shop: ModelShop, test: TestApp): void {
  const { read } = test.file;
  expect(tellFile(read)).toEqual(tellModel(shop));
  expect([...checkRows(read), ...checkEachCommand(read), ...brokenRules(read, dayRules)]).toEqual([]);
}
