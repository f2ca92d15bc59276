import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { customerForOrder } from '../orders/order-statements.ts';
import { pricedLines, type SoldLine, soldLines } from '../orders/sold-lines.ts';
import { takeTenders } from '../orders/take-tenders.ts';
import { type Recipient, writeOrder } from '../orders/write-order.ts';
import { estimatedDate, offeredPayment } from './kiosk-state.ts';
import { wholeUnit } from './kiosk-tiles.ts';
import { requireCustomer } from './require-customer.ts';

type Input = Parsed<'kiosk.place'>;

const markOrder = preparedWrite<{ orderId: number; tenderId: number }>((slot) =>
  query
    .updateTable('orders')
    .set({ channel: 'kiosk', awaitedTenderId: slot('tenderId') })
    .where('id', '=', slot('orderId')),
);

/**
 * Places an order for the customer of the session by the same rules as the till, and stricter: never more than is
 * there whatever may be oversold, never more of a product than the shop's cap, and nothing is paid yet.
 */
export const placeKioskOrder: CommandHandler<'kiosk.place'> = (ctx, input) => {
  const recipient = recipientOf(ctx, input);
  const tender = offeredPayment(ctx.db, input.tenderId);
  if (!tender) throw new AppError('tender-gone');
  const placed = asPlaced(input, recipient);
  const lines = soldLines(ctx, placed);
  requireWithinCap(ctx, lines);
  requireInStock(lines);
  const priced = pricedLines(ctx, lines, placed);
  const taken = takeTenders(ctx, placed, priced.total);
  const { total } = priced;
  const orderId = writeOrder(ctx, { input: placed, recipient, lines, priced, taken, oversold: [], total });
  markOrder.run(ctx.db, { orderId, tenderId: tender.tenderId });
  ctx.note(`order ${orderId}`, { orderId, total, lines: lines.length });
  return { orderId, total, deliveryDate: estimatedDate(ctx) };
};

function recipientOf(ctx: CommandContext, { kind, phone, address }: Input): Recipient {
  const customerId = requireCustomer(ctx);
  const customer = customerForOrder.get(ctx.db, { customerId });
  if (!customer) throw new AppError('sign-in-first');
  if (looksLikeCardNumber(address)) throw new AppError('card-number-in-text');
  if (kind === 'delivery' && address === '') throw new AppError('delivery-details-missing');
  const isDelivery = kind === 'delivery';
  const date = estimatedDate(ctx);
  return { customer, name: customer.name, phone, address: isDelivery ? address : null, date };
}

/** The order as the till would send it. Lines of one product stand once: they are added up before. */
function asPlaced({ kind, lines, expectedTotal }: Input, { customer }: Recipient): PlaceOrderInput {
  const plain = { name: '-', priceOverridden: false, discount: null, note: '', taxClassId: null };
  return {
    cartId: 'kiosk',
    kind,
    lines: lines.map(({ productId, pieces, unitPrice }) => ({
      ...plain,
      productId,
      unitPrice,
      quantity: quantity(pieces * wholeUnit),
    })),
    orderDiscount: null,
    customerId: customer?.id ?? null,
    delivery: null,
    tenders: [],
    expectedTotal,
    note: '',
    oversellAccepted: [],
  };
}

type Wanted = { readonly index: number; readonly line: SoldLine; wanted: number };

function wantedOf(lines: readonly SoldLine[]): readonly Wanted[] {
  const found = new Map<number, Wanted>();
  lines.forEach((line, index) => {
    const productId = line.product?.id ?? 0;
    const one = found.get(productId) ?? { index, line, wanted: 0 };
    one.wanted += line.quantity;
    found.set(productId, one);
  });
  return [...found.values()];
}

/** @throws AppError `above-kiosk-cap`. */
function requireWithinCap({ shop }: CommandContext, lines: readonly SoldLine[]): void {
  const most = shop.kioskCartCap;
  const over = wantedOf(lines).find(({ wanted }) => wanted > most * wholeUnit);
  if (over) throw new AppError('above-kiosk-cap', { most, index: over.index, name: over.line.name });
}

/** @throws AppError `out-of-stock`. */
function requireInStock(lines: readonly SoldLine[]): void {
  const short = wantedOf(lines).flatMap(({ index, line, wanted }) => {
    const { product, name } = line;
    if (product?.tracked !== 1) return [];
    const available = quantity((product.onHand ?? 0) - (product.reserved ?? 0));
    // A customer is told what one order may hold, never what lies on the shelf beyond it.
    return wanted > available
      ? [{ index, name, available: quantity(Math.max(0, available)), wanted: quantity(wanted) }]
      : [];
  });
  if (short.length > 0) throw new AppError('out-of-stock', { lines: short });
}
