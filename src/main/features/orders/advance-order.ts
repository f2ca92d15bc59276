import { AppError } from '../../../shared/contract/errors.ts';
import { hasLeftShop, type OrderStatus, rightForMove } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { type OrderRecord, orderLinesOf } from './order-record.ts';
import { sellReservedLine } from './order-stock.ts';
import { requireRight } from './require-right.ts';
import { setStatus } from './set-status.ts';

/**
 * Moves an order on, for a person or for the timer. Goods leave the stock when they leave the shop: what was
 * reserved is sold then, once. Money is no part of it.
 * @throws AppError `status-move-not-allowed`, `forbidden`; nothing is written then.
 */
export function advanceOrder(ctx: CommandContext, order: OrderRecord, to: OrderStatus): void {
  requireLawful(ctx, order, to);
  if (!hasLeftShop(order.status)) {
    for (const line of orderLinesOf(ctx.db, order.id)) sellReservedLine(ctx, order, line);
  }
  setStatus(ctx, order, { to });
}

/** The hourly timer's own step: what is in transit has arrived. @throws AppError `status-move-not-allowed`. */
export function deliverInTransit(ctx: CommandContext, order: OrderRecord): void {
  if (order.status !== 'in-transit') throw notAllowed(order.status, 'delivered', order.status);
  advanceOrder(ctx, order, 'delivered');
}

function requireLawful(ctx: CommandContext, order: OrderRecord, to: OrderStatus): void {
  const right = rightForMove(order.status, to);
  // Cancelling takes a reason and gives money back: it has a command of its own. A pickup is handed over, never sent.
  const isSentPickup = order.kind === 'pickup' && to !== 'delivered';
  if (right === null || to === 'cancelled' || isSentPickup) throw notAllowed(order.status, to, order.status);
  requireRight(ctx, right);
}

/** What is refused: a step from what the person saw, to where, and where the order really stands. */
export function notAllowed(from: OrderStatus, to: OrderStatus | null, status: OrderStatus): AppError {
  return new AppError('status-move-not-allowed', { from, to, status });
}
