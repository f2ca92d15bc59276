import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { CommandContext } from '../../app/context.ts';
import { advanceOrder } from '../orders/advance-order.ts';
import { callOffOrder } from '../orders/call-off-order.ts';
import { requireOrder } from '../orders/order-record.ts';
import type { TenderForPayment } from '../orders/order-statements.ts';
import { takePayments } from '../orders/take-payments.ts';
import { moveRefund } from '../refunds/move-refund.ts';
import { requireRefund } from '../refunds/refund-record.ts';
import { refundsOfOrder } from '../refunds/refund-rows.ts';
import type { SampleOrder } from './generate-orders.ts';
import { orderSteps } from './order-steps.ts';

/** An order that was written as it was placed. */
export type PlacedSample = {
  readonly orderId: number;
  readonly order: SampleOrder;
  readonly total: Money;
  readonly tender: TenderForPayment;
  readonly reference: string;
};

/** Something that happened to an order later. */
export type SampleDeed = { readonly at: number } & (
  | { readonly kind: 'advance'; readonly to: OrderStatus }
  | { readonly kind: 'pay' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'refund'; readonly to: 'initiated' | 'settled' }
);

const day = 86_400_000;
const called = { reason: 'customer-changed-mind', note: '', cashNow: false };

/** What happened to an order after it was placed, in the order of time. */
export function sampleDeeds(
  { order, total, tender }: Omit<PlacedSample, 'orderId' | 'reference'>,
  clock: { readonly now: number; readonly timeZone: string },
): readonly SampleDeed[] {
  const paysLater = order.paidAt !== null && order.paidAt !== order.placedAt && total > zeroMoney;
  const deeds: SampleDeed[] = orderSteps(order, clock).map((step) => ({ kind: 'advance', ...step }));
  if (paysLater && order.paidAt !== null) deeds.push({ kind: 'pay', at: order.paidAt });
  if (order.cancelledAt !== null) deeds.push({ kind: 'cancel', at: order.cancelledAt });
  const isPaidBack = order.cancelledAt !== null && order.paidAt !== null && total > zeroMoney;
  if (isPaidBack) deeds.push(...refundDeeds(order.cancelledAt, order.refundedAt, tender, clock.now));
  // What is paid when it is handed over is paid just before.
  return deeds.sort((a, b) => a.at - b.at || Number(b.kind === 'pay') - Number(a.kind === 'pay'));
}

/** Cash went back in the shop; a bank is asked on the next day, and takes its time. */
function refundDeeds(
  openedAt: number,
  settledAt: number | null,
  { kind }: TenderForPayment,
  now: number,
): SampleDeed[] {
  const settled: SampleDeed[] =
    settledAt === null ? [] : [{ kind: 'refund', to: 'settled', at: settledAt } as const];
  if (kind === 'cash') return settled;
  const askedAt = openedAt + Math.min(day, settledAt === null ? day : Math.floor((settledAt - openedAt) / 2));
  const isAsked = settledAt !== null || now - openedAt > 4 * day;
  return isAsked ? [{ kind: 'refund', to: 'initiated', at: askedAt }, ...settled] : settled;
}

/** Does it as it is done in the shop, by the same functions. */
export function doDeed(ctx: CommandContext, placed: PlacedSample, deed: SampleDeed): void {
  const { orderId, tender, total, reference } = placed;
  switch (deed.kind) {
    case 'advance':
      advanceOrder(ctx, requireOrder(ctx.db, orderId), deed.to);
      return;
    case 'pay':
      takePayments(ctx, orderId, [{ tenderId: tender.id, amount: total, reference }]);
      return;
    case 'cancel':
      callOffOrder(ctx, requireOrder(ctx.db, orderId), called);
      return;
    case 'refund':
      for (const { refundId } of refundsOfOrder(ctx.db, orderId)) {
        moveRefund(ctx, requireRefund(ctx.db, refundId), { to: deed.to, reference });
      }
  }
}
