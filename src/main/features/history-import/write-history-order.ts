import { sql } from 'kysely';
import type { HistoryFate } from '../../../shared/contract/history-choices.ts';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import type { OrderKind, OrderStatus } from '../../../shared/domain/order-status.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { OrderEventKind } from '../../database/kinds.ts';
import type { OrdersTable } from '../../database/order-tables.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { insertEvent, insertLine, insertOrderTax, insertPayment } from '../orders/order-statements.ts';
import type { BuiltSide } from './document-parts.ts';
import { wholeOf } from './fine-amounts.ts';
import { type HistoryWriting, nameOfLine, soldGood, tenderOfWord } from './history-writing.ts';
import { paymentsOfDoc } from './staged-rows.ts';
import type { StagedDoc } from './staging-tables.ts';

type NewOrder = Omit<
  OrdersTable,
  | 'id'
  | 'revision'
  | 'seal'
  | 'isFiled'
  | 'entryId'
  | 'staffId'
  | 'orderDiscountRate'
  | 'credited'
  | 'channel'
> & { credited: Money };

const insertHistoryOrder = preparedWrite<NewOrder>((slot) =>
  query.insertInto('orders').values({
    kind: slot('kind'),
    status: slot('status'),
    placedAt: slot('placedAt'),
    businessDate: slot('businessDate'),
    customerId: slot('customerId'),
    customerName: slot('customerName'),
    deliveryName: slot('deliveryName'),
    deliveryPhone: slot('deliveryPhone'),
    deliveryAddress: slot('deliveryAddress'),
    deliveryDate: slot('deliveryDate'),
    deliveredAt: slot('deliveredAt'),
    cancelledAt: slot('cancelledAt'),
    cancelledDate: slot('cancelledDate'),
    pricesIncludeTax: slot('pricesIncludeTax'),
    taxRounding: slot('taxRounding'),
    lineCount: slot('lineCount'),
    subtotal: slot('subtotal'),
    lineDiscount: slot('lineDiscount'),
    orderDiscount: slot('orderDiscount'),
    net: slot('net'),
    tax: slot('tax'),
    rounding: slot('rounding'),
    total: slot('total'),
    paid: slot('paid'),
    refunded: slot('refunded'),
    credited: slot('credited'),
    note: slot('note'),
    channel: 'import',
    awaitedTenderId: slot('awaitedTenderId'),
  }),
);

/** Somebody who buys, as an order names them. */
type Buyer = {
  readonly id: number | null;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
};

const partyOf = preparedRead<{ key: string }, Buyer>(
  (slot) => sql<Buyer>`SELECT shopId AS id, name, phone, address FROM parties WHERE key = ${slot('key')}`,
);
const customerOfId = preparedRead<{ id: number }, Omit<Buyer, 'id'>>((slot) =>
  query.selectFrom('customers').select(['name', 'phone', 'address']).where('id', '=', slot('id')),
);

const nobody: Buyer = { id: null, name: '', phone: '', address: '' };

export function buyerOf({ ctx, staged }: HistoryWriting, { customer }: StagedDoc): Buyer {
  const party = customer === '' ? undefined : partyOf.get(staged, { key: customer });
  if (!party) return nobody;
  const own = party.id === null ? undefined : customerOfId.get(ctx.db, { id: party.id });
  return own ? { ...own, id: party.id } : { ...party, id: null };
}

export type TakenPayment = { readonly tenderId: number; readonly amount: Money };

/** What an old order is written as. */
export type HistoryOrder = {
  readonly doc: StagedDoc;
  readonly sold: BuiltSide;
  readonly becomes: Exclude<HistoryFate, 'left-out'>;
  readonly payments: readonly TakenPayment[];
};

/** How an order was paid: as a file of payments says, up to what it cost; else at once, unless it is still open. */
export function paymentsFor(writing: HistoryWriting, { doc, sold, becomes }: Omit<HistoryOrder, 'payments'>) {
  const { understanding, staged } = writing;
  const isDone = becomes === 'delivered' || becomes === 'returned';
  if (!understanding.files.has('payments')) {
    if (!isDone || sold.total === 0) return [];
    return [{ tenderId: tenderOfWord(writing, doc.tender), amount: sold.total }];
  }
  const payments: TakenPayment[] = [];
  let left: number = sold.total;
  for (const { tender, amount } of paymentsOfDoc(staged, doc.id)) {
    const part = Math.min(left, wholeOf(amount));
    left -= Math.max(0, part);
    if (part > 0)
      payments.push({ tenderId: tenderOfWord(writing, tender || doc.tender), amount: money(part) });
  }
  return payments;
}

type Standing = { readonly kind: OrderKind; readonly status: OrderStatus };

/** A sale that was paid and handed over is a counter sale; what is sent has somewhere to go. */
function standingOf({ becomes, sold, payments }: HistoryOrder): Standing {
  const status: OrderStatus = becomes === 'returned' ? 'delivered' : becomes;
  if (status === 'shipped' || status === 'in-transit') return { kind: 'delivery', status };
  const isPaid = sumOf(payments) === sold.total;
  return { kind: status === 'delivered' && isPaid ? 'counter' : 'pickup', status };
}

export function sumOf(payments: readonly TakenPayment[]): Money {
  let sum = 0;
  for (const { amount } of payments) sum += amount;
  return money(sum);
}

/**
 * Writes an order as it was: header, lines, taxes, payments and its timeline, all of it at the time of the file. It moves
 * no stock. Answers its number, and that of the next event of its timeline.
 */
export function writeHistoryOrder(writing: HistoryWriting, order: HistoryOrder) {
  const { ctx } = writing;
  const { doc, sold, payments } = order;
  const standing = standingOf(order);
  const orderId = writeHeader(writing, order, standing);
  const isOpen = standing.status !== 'delivered' && standing.status !== 'cancelled';
  writeLines(writing, sold, orderId, isOpen);
  writeTaxes(writing, sold, orderId);
  const at = doc.at;
  const events: { kind: OrderEventKind; details: object }[] = [
    {
      kind: 'placed',
      details: { kind: standing.kind, total: sold.total, number: doc.number, importId: writing.importId },
    },
  ];
  payments.forEach(({ tenderId, amount }, index) => {
    insertPayment.run(ctx.db, {
      ...{
        orderId,
        paymentNo: index + 1,
        tenderId,
        amount,
        change: zeroMoney,
        reference: null,
        staffId: null,
        at,
      },
      businessDate: doc.date as CalendarDate,
    });
    events.push({ kind: 'paid', details: { tender: tenderName(ctx.db, tenderId), amount } });
  });
  if (standing.kind !== 'counter' && standing.status !== 'received') {
    events.push({ kind: 'status', details: { from: 'received', to: standing.status } });
  }
  events.forEach(({ kind, details }, index) => {
    const row = { orderId, eventNo: index + 1, kind, staffId: null, at };
    insertEvent.run(ctx.db, { ...row, details: JSON.stringify(details) });
  });
  return { orderId, nextEvent: events.length + 1 };
}

const tenderNameOf = preparedRead<{ id: number }, { name: string }>((slot) =>
  query.selectFrom('tenders').select('name').where('id', '=', slot('id')),
);

export function tenderName(db: ReadDb, id: number): string {
  return tenderNameOf.get(db, { id })?.name ?? '';
}

function writeHeader(writing: HistoryWriting, order: HistoryOrder, { kind, status }: Standing): number {
  const { ctx, understanding } = writing;
  const { doc, sold, payments, becomes } = order;
  const buyer = buyerOf(writing, doc);
  const date = doc.date as CalendarDate;
  const isOpen = status !== 'delivered' && status !== 'cancelled';
  const paid = sumOf(payments);
  const goesBack = becomes === 'returned' || becomes === 'cancelled';
  const { terms } = understanding;
  return insertHistoryOrder.run(ctx.db, {
    ...{
      kind,
      status,
      placedAt: doc.at,
      businessDate: date,
      customerId: buyer.id,
      customerName: buyer.name || null,
    },
    ...{ deliveryName: isOpen ? buyer.name : null, deliveryPhone: isOpen ? buyer.phone : null },
    deliveryAddress: kind === 'delivery' ? buyer.address : null,
    deliveryDate: isOpen ? addDays(date, ctx.shop.deliveryDays) : null,
    deliveredAt: status === 'delivered' ? doc.at : null,
    cancelledAt: status === 'cancelled' ? doc.at : null,
    cancelledDate: status === 'cancelled' ? date : null,
    pricesIncludeTax: terms.pricesIncludeTax || !terms.isTaxed ? 1 : 0,
    taxRounding: 'order',
    lineCount: sold.lines.length,
    ...{ subtotal: sold.gross, lineDiscount: sold.discount, orderDiscount: zeroMoney },
    ...{ net: sold.net, tax: sold.tax, rounding: zeroMoney, total: sold.total, paid },
    refunded: goesBack ? paid : zeroMoney,
    credited: becomes === 'returned' ? sold.total : zeroMoney,
    note: doc.number === '' ? null : `№ ${doc.number}`,
    awaitedTenderId: isOpen && paid < sold.total ? tenderOfWord(writing, doc.tender) : null,
  }).lastId;
}

/** Goods of an order that is still open are named only: the shop never promised them from its own shelves. */
function writeLines(writing: HistoryWriting, sold: BuiltSide, orderId: number, isOpen: boolean): void {
  sold.lines.forEach(({ row, taxes, ...line }, index) => {
    const { productId, unit } = soldGood(writing, row.good);
    insertLine.run(writing.ctx.db, {
      ...{ orderId, lineNo: index + 1, productId: isOpen ? null : productId, unit },
      ...{ name: nameOfLine(writing, row), sku: row.sku, quantity: line.quantity },
      ...{ listPrice: line.unitPrice, unitPrice: line.unitPrice, discountRate: null, gross: line.gross },
      ...{
        discount: line.discount,
        orderDiscount: zeroMoney,
        net: line.net,
        tax: line.tax,
        total: line.total,
      },
      ...{ taxes: JSON.stringify(taxes), unitCost: row.cost === null ? null : wholeOf(row.cost), note: null },
    });
  });
}

function writeTaxes({ ctx }: HistoryWriting, sold: BuiltSide, orderId: number): void {
  const sums = new Map<Rate, { name: string; taxable: number; amount: number }>();
  for (const { taxes, net } of sold.lines) {
    for (const { name, rate, amount } of taxes) {
      const sum = sums.get(rate) ?? { name, taxable: 0, amount: 0 };
      sums.set(rate, { name, taxable: sum.taxable + net, amount: sum.amount + amount });
    }
  }
  for (const [rate, { name, taxable, amount }] of sums) {
    insertOrderTax.run(ctx.db, { orderId, name, rate, taxable: money(taxable), amount: money(amount) });
  }
}
