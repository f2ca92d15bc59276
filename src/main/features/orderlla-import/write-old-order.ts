import { businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { type PricedOrder, priceOrder } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { MovementType } from '../../database/kinds.ts';
import { query } from '../../database/query.ts';
import { amountColumns } from '../orders/line-row.ts';
import { insertLine } from '../orders/order-statements.ts';
import { moveStock } from '../stock/move-stock.ts';
import { keepOldId } from './old-ids.ts';
import { type Telling, tellOldOrder } from './old-order-events.ts';
import type { DraftLine, DraftOrder } from './orderlla-draft.ts';
import type { Writing } from './write-orderlla.ts';

/** Writes an order as it was: header, lines, payment, refund, events and stock, each at its old time. */
export function writeOldOrder(writing: Writing, order: DraftOrder): void {
  const { ctx, importId, plan } = writing;
  const priced = priceOrder({
    lines: order.lines.map(({ unitPrice, quantity: count }) => ({
      unitPrice,
      quantity: count,
      discount: null,
      taxes: [],
    })),
    orderDiscount: order.discount > 0 ? { kind: 'amount', amount: order.discount } : null,
    pricesIncludeTax: ctx.shop.pricesIncludeTax === 1,
    taxRounding: ctx.shop.taxRounding,
  });
  if (priced.total !== order.total) throw new Error(`Order ${order.oldId} does not come to what was paid`);
  const telling: Telling = { ctx, tenderId: tenderOf(writing, order), payment: paymentOf(order) };
  const orderId = writeHeader(writing, order, priced, telling);
  order.lines.forEach((line, index) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error('a line was not priced');
    const productId = line.oldProductId === null ? null : (plan.ids.product.get(line.oldProductId) ?? null);
    const lineNo = index + 1;
    insertLine.run(ctx.db, {
      orderId,
      lineNo,
      productId,
      name: line.name,
      sku: null,
      unit: 'piece',
      quantity: line.quantity,
      listPrice: line.unitPrice,
      unitPrice: line.unitPrice,
      discountRate: null,
      ...amountColumns(amounts),
      unitCost: null,
      note: null,
    });
    if (productId !== null) moveLine(writing, order, { line, orderId, lineNo, productId });
  });
  tellOldOrder(telling, orderId, order);
  keepOldId(ctx.db, plan.ids, { kind: 'order', oldId: order.oldId, newId: orderId, importId });
}

function tenderOf({ tenders }: Writing, { method }: DraftOrder): number {
  const tenderId = tenders.get(method.name);
  if (tenderId === undefined) throw new Error(`There is no tender for ${method.name}`);
  return tenderId;
}

/** When the order was paid: at the door, or as it was placed. Null for what was never paid. */
function paymentOf({ method, status, placedAt, movedAt, total }: DraftOrder): number | null {
  if (total === 0) return null;
  if (!method.onDelivery) return placedAt;
  return status === 'delivered' ? movedAt : null;
}

function writeHeader(
  { ctx, plan }: Writing,
  order: DraftOrder,
  priced: PricedOrder,
  { payment, tenderId }: Telling,
): number {
  const { status, movedAt, customerName, oldCustomerId, total, refund } = order;
  const row = {
    kind: 'delivery' as const,
    status,
    placedAt: order.placedAt,
    businessDate: order.businessDate,
    staffId: null,
    customerId: oldCustomerId === null ? null : (plan.ids.customer.get(oldCustomerId) ?? null),
    customerName,
    deliveryName: customerName,
    deliveryPhone: order.phone,
    deliveryAddress: order.address,
    deliveryDate: order.deliveryDate,
    deliveredAt: status === 'delivered' ? movedAt : null,
    cancelledAt: status === 'cancelled' ? movedAt : null,
    cancelledDate:
      status === 'cancelled' && movedAt !== null
        ? businessDateOf(movedAt, ctx.shop.timeZone, ctx.shop.dayStartMinutes)
        : null,
    pricesIncludeTax: ctx.shop.pricesIncludeTax,
    taxRounding: ctx.shop.taxRounding,
    lineCount: order.lines.length,
    subtotal: priced.subtotal,
    lineDiscount: zeroMoney,
    orderDiscount: priced.orderDiscount,
    orderDiscountRate: null,
    net: priced.net,
    tax: zeroMoney,
    rounding: zeroMoney,
    total,
    paid: payment === null ? zeroMoney : total,
    refunded: refund?.state === 'settled' && payment !== null ? total : zeroMoney,
    note: `Orderlla ${order.oldId}`,
    channel: 'import' as const,
    awaitedTenderId: payment === null && status !== 'cancelled' && total > 0 ? tenderId : null,
  };
  return ctx.db.run(query.insertInto('orders').values(row)).lastId;
}

type MovedLine = {
  readonly line: DraftLine;
  readonly orderId: number;
  readonly lineNo: number;
  readonly productId: number;
};

/** The goods go the way of every order's: promised, then sold or released. */
function moveLine({ ctx }: Writing, order: DraftOrder, moved: MovedLine): void {
  const { line, orderId, lineNo, productId } = moved;
  const { status, placedAt, businessDate } = order;
  const move = (
    type: MovementType,
    onHand: number,
    reserved: number,
    at: number,
    date: CalendarDate,
  ): void => {
    moveStock(ctx.db, {
      productId,
      type,
      onHandChange: quantity(onHand),
      reservedChange: quantity(reserved),
      sourceType: 'order',
      sourceId: orderId,
      sourceLine: lineNo,
      staffId: null,
      at,
      businessDate: date,
    });
  };
  const count = line.quantity;
  move('reserve', 0, count, placedAt, businessDate);
  if (status === 'received') return;
  const endedAt = order.movedAt ?? placedAt;
  const endedOn = businessDateOf(endedAt, ctx.shop.timeZone, ctx.shop.dayStartMinutes);
  if (status === 'cancelled') move('release', 0, -count, endedAt, endedOn);
  else move('sale', -count, -count, endedAt, endedOn);
}
