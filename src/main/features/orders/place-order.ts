import { AppError } from '../../../shared/contract/errors.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { money } from '../../../shared/domain/money.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { closeCart } from '../carts/close-cart.ts';
import { staffOf } from './append-event.ts';
import { checkStock } from './check-stock.ts';
import { customerForOrder } from './order-statements.ts';
import { pricedLines, soldLines } from './sold-lines.ts';
import { takeTenders } from './take-tenders.ts';
import { type Recipient, writeOrder } from './write-order.ts';

/**
 * Places an order. A counter sale is paid in full and handed over, so it is placed as delivered and takes its
 * stock at once; a pickup or delivery order is received and reserves it. The cart it came from goes in the same
 * transaction: after a crash there is the order or the cart, never both.
 */
export const placeOrder: CommandHandler<'orders.place'> = (ctx, input) => {
  if (looksLikeCardNumber(input.note)) throw new AppError('card-number-in-text');
  const recipient = recipientOf(ctx, input);
  const lines = soldLines(ctx, input);
  const priced = pricedLines(ctx, lines, input);
  const oversold = checkStock(ctx, lines, input);
  const taken = takeTenders(ctx, input, priced.total);
  const total = money(priced.total + taken.rounding);
  if (input.kind === 'counter' && taken.paid < total) {
    throw new AppError('not-fully-paid', { open: total - taken.paid });
  }
  const orderId = writeOrder(ctx, { input, recipient, lines, priced, taken, oversold, total });
  const { till, now: updatedAt } = ctx;
  closeCart(ctx.db, { cartId: input.cartId, till, staffId: staffOf(ctx.actor), updatedAt });
  ctx.note(`order ${orderId}`, { orderId, total, lines: lines.length });
  return { orderId, total, paid: taken.paid, change: taken.change };
};

/**
 * Who gets the goods, and where. What the form leaves out comes from the customer.
 * @throws AppError `not-found`, `customer-needed`, `delivery-details-missing`, `delivery-date-in-past`.
 */
function recipientOf(ctx: CommandContext, { kind, customerId, delivery }: PlaceOrderInput): Recipient {
  const customer = customerId === null ? null : (customerForOrder.get(ctx.db, { customerId }) ?? null);
  if (customerId !== null && !customer) throw new AppError('not-found', { what: 'customer' });
  const nobody = { name: null, phone: null, address: null, date: null };
  if (kind === 'counter') return { customer, ...nobody };
  if (!delivery) throw new AppError('delivery-details-missing');
  const name = delivery.name || customer?.name || '';
  const phone = delivery.phone || customer?.phone || '';
  const address = delivery.address || customer?.address || '';
  if (name === '') throw new AppError('customer-needed');
  if (kind === 'delivery' && address === '') throw new AppError('delivery-details-missing');
  if (delivery.date < ctx.today) throw new AppError('delivery-date-in-past', { today: ctx.today });
  return { customer, name, phone, address: kind === 'delivery' ? address : null, date: delivery.date };
}
