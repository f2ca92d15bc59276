import { sql } from 'kysely';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { RefundCause } from '../../../shared/domain/refund-state.ts';
import type { RefundsTable, ReturnLinesTable, ReturnsTable } from '../../database/order-tables.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { insertEvent } from '../orders/order-statements.ts';
import type { BuiltSide } from './document-parts.ts';
import { wholeOf } from './fine-amounts.ts';
import { type HistoryWriting, nameOfLine, soldGood, tenderOfWord } from './history-writing.ts';
import type { SaleOfReturn } from './link-return.ts';
import type { StagedDoc } from './staging-tables.ts';
import { buyerOf, type HistoryOrder, tenderName } from './write-history-order.ts';

type NewReturn = Omit<ReturnsTable, 'id' | 'exchangeOrderId' | 'staffId'>;
const insertReturn = preparedWrite<NewReturn>((slot) =>
  query.insertInto('returns').values({
    orderId: slot('orderId'),
    customerId: slot('customerId'),
    at: slot('at'),
    businessDate: slot('businessDate'),
    lineCount: slot('lineCount'),
    net: slot('net'),
    tax: slot('tax'),
    rounding: slot('rounding'),
    total: slot('total'),
    note: slot('note'),
  }),
);
const insertReturnLine = preparedWrite<ReturnLinesTable>((slot) =>
  query.insertInto('returnLines').values({
    returnId: slot('returnId'),
    lineNo: slot('lineNo'),
    orderLineNo: slot('orderLineNo'),
    productId: slot('productId'),
    name: slot('name'),
    sku: slot('sku'),
    unit: slot('unit'),
    quantity: slot('quantity'),
    net: slot('net'),
    tax: slot('tax'),
    total: slot('total'),
    taxes: slot('taxes'),
    unitCost: slot('unitCost'),
    reason: slot('reason'),
    disposition: slot('disposition'),
  }),
);
type NewRefund = Pick<
  RefundsTable,
  | 'orderId'
  | 'paymentNo'
  | 'returnId'
  | 'cause'
  | 'tenderId'
  | 'amount'
  | 'openedAt'
  | 'businessDate'
  | 'reason'
>;
const insertRefund = preparedWrite<NewRefund & { rounding: Money }>((slot) =>
  query.insertInto('refunds').values({
    orderId: slot('orderId'),
    paymentNo: slot('paymentNo'),
    returnId: slot('returnId'),
    cause: slot('cause'),
    tenderId: slot('tenderId'),
    state: 'settled',
    amount: slot('amount'),
    rounding: slot('rounding'),
    reason: slot('reason'),
    openedAt: slot('openedAt'),
    businessDate: slot('businessDate'),
    initiatedAt: slot('openedAt'),
    settledAt: slot('openedAt'),
    settledDate: slot('businessDate'),
  }),
);

type Goods = {
  readonly doc: StagedDoc;
  readonly side: BuiltSide;
  readonly orderId: number | null;
  readonly customerId: number | null;
  /** The line of the order that each came from; null for all in their order. */
  readonly lineNos: readonly number[] | null;
};

/** Goods that came back, as a return of that day. They are not on this shop's shelves. */
function writeGoodsBack(writing: HistoryWriting, goods: Goods): number {
  const { doc, side, orderId, customerId, lineNos } = goods;
  const { db } = writing.ctx;
  const { lastId: returnId } = insertReturn.run(db, {
    ...{ orderId, customerId, at: doc.at, businessDate: doc.date as CalendarDate },
    ...{ lineCount: side.lines.length, net: side.net, tax: side.tax, rounding: zeroMoney, total: side.total },
    note: doc.number === '' ? null : `№ ${doc.number}`,
  });
  side.lines.forEach(({ row, net, tax, total, taxes, ...line }, index) => {
    const lineNo = index + 1;
    const { productId, unit } = soldGood(writing, row.good);
    insertReturnLine.run(db, {
      ...{
        returnId,
        lineNo,
        orderLineNo: orderId === null ? null : (lineNos?.[index] ?? lineNo),
        productId,
        unit,
      },
      ...{ name: nameOfLine(writing, row), sku: row.sku, net, tax, total },
      quantity: quantity(Math.abs(line.quantity)),
      ...{
        taxes: JSON.stringify(taxes),
        unitCost: row.cost === null ? null : wholeOf(row.cost),
        reason: 'other',
        disposition: 'not-returned',
      },
    });
  });
  return returnId;
}

/** What came back under a number of its own: nobody knows of which sale. Its money went back as it is written. */
export function writeHistoryReturn(writing: HistoryWriting, doc: StagedDoc, side: BuiltSide): number {
  const returnId = writeGoodsBack(writing, {
    ...{ doc, side, orderId: null, lineNos: null },
    customerId: buyerOf(writing, doc).id,
  });
  if (side.total > 0) {
    const tenderId = tenderOfWord(writing, doc.tender);
    refund(writing, doc, {
      orderId: null,
      paymentNo: null,
      returnId,
      cause: 'return',
      tenderId,
      amount: side.total,
    });
  }
  return returnId;
}

const giveBack = preparedWrite<{ orderId: number; amount: Money }>(
  (
    slot,
  ) => sql`UPDATE orders SET credited = credited + ${slot('amount')}, refunded = refunded + ${slot('amount')}
    WHERE id = ${slot('orderId')}`,
);

/** What came back from a sale that the file names: off what it cost, and back to what it was paid with. */
export function writeLinkedReturn(
  writing: HistoryWriting,
  doc: StagedDoc,
  side: BuiltSide,
  sale: SaleOfReturn,
): number {
  const { orderId, payments, nextEvent } = sale;
  const { db } = writing.ctx;
  const returnId = writeGoodsBack(writing, { doc, side, ...sale });
  const details = { returnId, total: side.total, exchangeOrderId: null };
  tell(writing, doc, { orderId, eventNo: nextEvent, kind: 'return', details });
  payments.forEach(({ paymentNo, tenderId, amount }, index) => {
    const refundId = refund(writing, doc, {
      orderId,
      paymentNo,
      returnId,
      cause: 'return',
      tenderId,
      amount,
    });
    const told = { refundId, state: 'settled', tender: tenderName(db, tenderId), amount };
    tell(writing, doc, { orderId, eventNo: nextEvent + 1 + index, kind: 'refund', details: told });
  });
  giveBack.run(db, { orderId, amount: side.total });
  return returnId;
}

type Written = { readonly orderId: number; readonly nextEvent: number };

/** An order that came back as a whole: a return of all its lines, and each of its payments given back. */
export function writeWholeReturn(
  writing: HistoryWriting,
  order: HistoryOrder,
  { orderId, nextEvent }: Written,
): number {
  const { doc, sold } = order;
  const returnId = writeGoodsBack(writing, {
    ...{ doc, side: sold, orderId, lineNos: null },
    customerId: buyerOf(writing, doc).id,
  });
  const details = { returnId, total: sold.total, exchangeOrderId: null };
  tell(writing, doc, { orderId, eventNo: nextEvent, kind: 'return', details });
  giveBackPayments(writing, order, { orderId, nextEvent: nextEvent + 1 }, { returnId, cause: 'return' });
  return returnId;
}

/** What was paid for an order that was cancelled, or came back, went back the way it came. */
export function giveBackPayments(
  writing: HistoryWriting,
  { doc, payments }: HistoryOrder,
  { orderId, nextEvent }: Written,
  { returnId, cause }: { readonly returnId: number | null; readonly cause: RefundCause },
): void {
  payments.forEach(({ tenderId, amount }, index) => {
    const refundId = refund(writing, doc, {
      orderId,
      paymentNo: index + 1,
      returnId,
      cause,
      tenderId,
      amount,
    });
    const details = { refundId, state: 'settled', tender: tenderName(writing.ctx.db, tenderId), amount };
    tell(writing, doc, { orderId, eventNo: nextEvent + index, kind: 'refund', details });
  });
}

function refund(
  { ctx }: HistoryWriting,
  doc: StagedDoc,
  row: Omit<NewRefund, 'openedAt' | 'businessDate' | 'reason'>,
): number {
  const [openedAt, businessDate] = [doc.at, doc.date as CalendarDate];
  return insertRefund.run(ctx.db, { ...row, openedAt, businessDate, rounding: zeroMoney, reason: 'other' })
    .lastId;
}

function tell(
  { ctx }: HistoryWriting,
  { at }: StagedDoc,
  event: { orderId: number; eventNo: number; kind: 'return' | 'refund'; details: object },
): void {
  insertEvent.run(ctx.db, { ...event, staffId: null, at, details: JSON.stringify(event.details) });
}
