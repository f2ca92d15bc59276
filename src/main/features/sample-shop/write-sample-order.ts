import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { priceOrder } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Actor, CommandContext } from '../../app/context.ts';
import type { OrderEventKind } from '../../database/kinds.ts';
import { query } from '../../database/query.ts';
import type { TendersTable } from '../../database/schema.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import {
  type CustomerForOrder,
  customerForOrder,
  insertEvent,
  insertPayment,
  type TenderForPayment,
} from '../orders/order-statements.ts';
import { fullName, type SoldLine } from '../orders/sold-lines.ts';
import { type Recipient, writeOrder } from '../orders/write-order.ts';
import { moveStock } from '../stock/move-stock.ts';
import type { SampleOrder, SampleTender } from './generate-orders.ts';
import type { SampleProducts } from './insert-sample-catalogue.ts';

type Shop = {
  readonly products: SampleProducts;
  readonly customers: readonly number[];
  readonly staff: readonly number[];
};

/** Writes generated orders one after the other, as they would have been placed, delivered, paid or cancelled. */
export function sampleOrderWriter(ctx: CommandContext, shop: Shop): (order: SampleOrder) => void {
  const tenders = tendersOf(ctx);
  const customers = shop.customers.map((customerId) => customerForOrder.get(ctx.db, { customerId }) ?? null);
  const taxes = taxFinder(ctx);
  return (order) => {
    const customer = order.customerIndex === null ? null : (customers[order.customerIndex] ?? null);
    const then = contextThen(ctx, order, shop.staff[order.staffIndex] ?? 1);
    const lines = soldLines(order, shop.products, taxes);
    const { pricesIncludeTax, taxRounding } = ctx.shop;
    const { orderDiscount } = order;
    const priced = priceOrder({
      lines,
      orderDiscount,
      pricesIncludeTax: pricesIncludeTax === 1,
      taxRounding,
    });
    const isPaidNow = order.paidAt === order.placedAt && priced.total > 0;
    const tender = tenders[order.tender];
    const payments = isPaidNow
      ? [{ tender, amount: priced.total, change: zeroMoney, reference: referenceOf(tender, order) }]
      : [];
    const orderId = writeOrder(then, {
      input: { kind: order.kind, orderDiscount, note: '' },
      recipient: recipientOf(order, customer),
      lines,
      priced,
      taken: { payments, rounding: zeroMoney, paid: isPaidNow ? priced.total : zeroMoney, change: zeroMoney },
      oversold: [],
      total: priced.total,
    });
    if (order.kind !== 'counter') finish(then, { orderId, order, lines, total: priced.total, tender });
  };
}

/** The moment of the order: its clock, its day, and who sold it. */
function contextThen(ctx: CommandContext, order: SampleOrder, staffId: number): CommandContext {
  const actor = { ...ctx.actor, kind: 'staff', staffId } as Actor;
  return Object.assign(Object.create(ctx), { now: order.placedAt, today: order.placedDate, actor });
}

function soldLines(
  order: SampleOrder,
  products: SampleProducts,
  taxes: (taxClassId: number) => SoldLine['taxes'],
): readonly SoldLine[] {
  return order.lines.map(({ productKey, quantity: sold, discount }) => {
    const product = products.get(productKey);
    if (!product) throw new Error(`no sample product ${productKey}`);
    return {
      product,
      name: fullName(product),
      sku: product.sku,
      unit: product.unit,
      quantity: sold,
      listPrice: product.price,
      unitPrice: product.price,
      unitCost: product.cost,
      discount,
      taxes: taxes(product.taxClassId),
      note: '',
    };
  });
}

function taxFinder(ctx: CommandContext): (taxClassId: number) => SoldLine['taxes'] {
  const known = new Map<number, SoldLine['taxes']>();
  return (taxClassId) => {
    const found = known.get(taxClassId) ?? taxesOfClass(ctx.db, taxClassId, ctx.today);
    known.set(taxClassId, found);
    return found;
  };
}

function tendersOf({ db }: CommandContext): Readonly<Record<SampleTender, TenderForPayment>> {
  const all: readonly (TendersTable & { id: number })[] = db.all(
    query.selectFrom('tenders').selectAll().orderBy('position'),
  ) as never;
  const [first] = all;
  if (!first) throw new Error('a shop without tenders');
  const of = (kind: SampleTender): TenderForPayment => all.find((tender) => tender.kind === kind) ?? first;
  return { cash: of('cash'), card: of('card'), upi: of('upi') };
}

function referenceOf({ kind }: TenderForPayment, { placedAt }: SampleOrder): string | null {
  return kind === 'cash' ? null : String(placedAt % 1_000_000).padStart(6, '0');
}

function recipientOf(order: SampleOrder, customer: CustomerForOrder | null): Recipient {
  if (order.kind === 'counter') return { customer, name: null, phone: null, address: null, date: null };
  const name = customer?.name ?? null;
  const address = order.kind === 'delivery' ? (customer?.address ?? '') : null;
  return { customer, name, phone: customer?.phone ?? null, address, date: order.deliveryDate };
}

type Placed = {
  readonly orderId: number;
  readonly order: SampleOrder;
  readonly lines: readonly SoldLine[];
  readonly total: Parameters<typeof insertPayment.run>[1]['amount'];
  readonly tender: TenderForPayment;
};

/** What happened to a pickup or delivery order after it was placed. */
function finish(then: CommandContext, placed: Placed): void {
  const { orderId, order, total, tender } = placed;
  const day = (at: number) => businessDateOf(at, then.shop.timeZone, then.shop.dayStartMinutes);
  const staffId = then.actor.kind === 'staff' ? then.actor.staffId : null;
  let eventNo = order.paidAt === order.placedAt ? 2 : 1;
  const event = (kind: OrderEventKind, at: number, details: Readonly<Record<string, unknown>>): void => {
    eventNo += 1;
    insertEvent.run(then.db, { orderId, eventNo, kind, staffId, at, details: JSON.stringify(details) });
  };
  const statusAt = order.deliveredAt ?? order.cancelledAt ?? order.placedAt;
  if (order.status !== 'received') {
    event('status', statusAt, { from: 'received', to: order.status });
    releaseStock(then, placed, statusAt, day(statusAt));
  }
  const paysLater = order.paidAt !== null && order.paidAt !== order.placedAt && total > 0;
  if (paysLater && order.paidAt !== null) {
    const at = order.paidAt;
    const payment = {
      tenderId: tender.id,
      amount: total,
      change: zeroMoney,
      reference: referenceOf(tender, order),
    };
    insertPayment.run(then.db, { orderId, paymentNo: 1, ...payment, staffId, at, businessDate: day(at) });
    event('paid', at, { tender: tender.name, amount: total });
  }
  if (order.refundedAt !== null) event('refund', order.refundedAt, { tender: tender.name, amount: total });
  then.db.run(
    query
      .updateTable('orders')
      .set({
        status: order.status,
        deliveredAt: order.deliveredAt,
        cancelledAt: order.cancelledAt,
        ...(paysLater ? { paid: total } : {}),
        ...(order.refundedAt === null ? {} : { refunded: total }),
      })
      .where('id', '=', orderId),
  );
}

/** What was reserved goes: out of the shop, or back on the shelf when cancelled. */
function releaseStock(
  then: CommandContext,
  { orderId, order, lines }: Placed,
  at: number,
  businessDate: SampleOrder['placedDate'],
): void {
  lines.forEach((line, index) => {
    const source = { sourceType: 'order', sourceId: orderId, sourceLine: index + 1 } as const;
    const common = { productId: line.product?.id ?? 0, ...source, staffId: null, at, businessDate };
    moveStock(then.db, { ...common, type: 'release', reservedChange: quantity(-line.quantity) });
    if (order.status === 'cancelled') return;
    const sale = { type: 'sale', onHandChange: quantity(-line.quantity), unitCost: line.unitCost } as const;
    moveStock(then.db, { ...common, ...sale });
  });
}
