import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import type { OrderEventKind } from '../../database/kinds.ts';
import { moveStock } from '../stock/move-stock.ts';
import { staffOf } from './append-event.ts';
import type { OversoldProduct } from './check-stock.ts';
import { lineRow } from './line-row.ts';
import {
  type CustomerForOrder,
  insertEvent,
  insertLine,
  insertOrder,
  insertOrderTax,
  insertPayment,
} from './order-statements.ts';
import type { SoldLine } from './sold-lines.ts';
import type { TakenTenders } from './take-tenders.ts';

/** Whom an order is for, and where and when it goes; a counter sale has only the customer, if any. */
export type Recipient = {
  readonly customer: CustomerForOrder | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly date: CalendarDate | null;
};

export type OrderToWrite = {
  readonly input: Pick<PlaceOrderInput, 'kind' | 'orderDiscount' | 'note'>;
  readonly recipient: Recipient;
  readonly lines: readonly SoldLine[];
  readonly priced: PricedOrder;
  readonly taken: TakenTenders;
  readonly oversold: readonly OversoldProduct[];
  /** Priced total and cash rounding. */
  readonly total: Money;
};

/** Writes a checked and priced order: header, lines, taxes, payments, events, stock. Answers its number. */
export function writeOrder(ctx: CommandContext, order: OrderToWrite): number {
  const orderId = writeHeader(ctx, order);
  writeLines(ctx, order, orderId);
  for (const tax of order.priced.taxes) insertOrderTax.run(ctx.db, { orderId, ...tax });
  writePayments(ctx, order, orderId);
  writeEvents(ctx, order, orderId);
  return orderId;
}

function writeHeader(ctx: CommandContext, order: OrderToWrite): number {
  const { input, recipient, priced, taken, total } = order;
  const isCounter = input.kind === 'counter';
  const { lastId } = insertOrder.run(ctx.db, {
    kind: input.kind,
    status: isCounter ? 'delivered' : 'received',
    placedAt: ctx.now,
    businessDate: ctx.today,
    staffId: staffOf(ctx.actor),
    customerId: recipient.customer?.id ?? null,
    customerName: recipient.customer?.name ?? recipient.name,
    deliveryName: recipient.name,
    deliveryPhone: recipient.phone,
    deliveryAddress: recipient.address,
    deliveryDate: recipient.date,
    deliveredAt: isCounter ? ctx.now : null,
    cancelledAt: null,
    pricesIncludeTax: ctx.shop.pricesIncludeTax,
    taxRounding: ctx.shop.taxRounding,
    lineCount: order.lines.length,
    subtotal: priced.subtotal,
    lineDiscount: priced.lineDiscount,
    orderDiscount: priced.orderDiscount,
    orderDiscountRate: input.orderDiscount?.kind === 'percent' ? input.orderDiscount.rate : null,
    net: priced.net,
    tax: priced.tax,
    rounding: taken.rounding,
    total,
    paid: taken.paid,
    refunded: zeroMoney,
    note: input.note || null,
  });
  return lastId;
}

function writeLines(ctx: CommandContext, { input, lines, priced }: OrderToWrite, orderId: number): void {
  lines.forEach((line, index) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error('a line was not priced');
    const lineNo = index + 1;
    insertLine.run(ctx.db, lineRow(line, amounts, { orderId, lineNo }));
    if (line.product) takeStock(ctx, input.kind === 'counter', line, orderId, lineNo);
  });
}

/** A counter sale leaves the shelf at once; any other order reserves until it is handed over. */
function takeStock(
  ctx: CommandContext,
  isCounter: boolean,
  line: SoldLine,
  orderId: number,
  lineNo: number,
): void {
  moveStock(ctx.db, {
    productId: line.product?.id ?? 0,
    type: isCounter ? 'sale' : 'reserve',
    onHandChange: quantity(isCounter ? -line.quantity : 0),
    reservedChange: quantity(isCounter ? 0 : line.quantity),
    unitCost: line.unitCost,
    sourceType: 'order',
    sourceId: orderId,
    sourceLine: lineNo,
    reversalOf: null,
    reason: null,
    staffId: staffOf(ctx.actor),
    at: ctx.now,
    businessDate: ctx.today,
  });
}

function writePayments(ctx: CommandContext, { taken }: OrderToWrite, orderId: number): void {
  taken.payments.forEach(({ tender, amount, change, reference }, index) => {
    insertPayment.run(ctx.db, {
      orderId,
      paymentNo: index + 1,
      tenderId: tender.id,
      amount,
      change,
      reference,
      staffId: staffOf(ctx.actor),
      at: ctx.now,
      businessDate: ctx.today,
    });
  });
}

function writeEvents(ctx: CommandContext, order: OrderToWrite, orderId: number): void {
  const events: { kind: OrderEventKind; details: Readonly<Record<string, unknown>> }[] = [
    { kind: 'placed', details: { kind: order.input.kind, total: order.total } },
    ...order.taken.payments.map(({ tender, amount }) => ({
      kind: 'paid' as const,
      details: { tender: tender.name, amount },
    })),
    ...order.oversold.map(({ name, available, wanted }) => ({
      kind: 'oversold' as const,
      details: { name, available, wanted },
    })),
  ];
  events.forEach(({ kind, details }, index) => {
    const row = { orderId, eventNo: index + 1, kind, staffId: staffOf(ctx.actor), at: ctx.now };
    insertEvent.run(ctx.db, { ...row, details: JSON.stringify(details) });
  });
}
