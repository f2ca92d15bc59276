import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { shareRefund } from '../../../shared/domain/order-balance.ts';
import type { RefundCause } from '../../../shared/domain/refund-state.ts';
import type { CommandContext } from '../../app/context.ts';
import { requireRight } from '../orders/require-right.ts';
import { paymentsToRefund } from './pending-refunds.ts';
import { chosenTender, tenderOfPayment } from './refund-tender.ts';
import { writeRefund } from './write-refund.ts';

/** One way that money goes back. */
export type RefundWish = {
  readonly paymentNo: number;
  /** Null gives it back as it came. */
  readonly tenderId: number | null;
  readonly amount: Money;
  readonly reference: string;
};

type Opening = {
  readonly orderId: number;
  readonly cause: RefundCause;
  /** It is goodwill, given with this refund: all of it was taken off the order just now. */
  readonly isGiven?: boolean;
  readonly returnId?: number | null;
  readonly reason: string;
  /** Cash is handed out now; everything else waits in the queue. */
  readonly cashNow: boolean;
};

export type Opened = {
  /** Waiting for somebody. */
  readonly awaiting: Money;
  /** Handed out in cash, rounding included. */
  readonly inCash: Money;
  readonly refundIds: readonly number[];
};

/** Shares `amount` over the order's payments, newest first, each by the tender it came by. */
export function refundBySharing(ctx: CommandContext, opening: Opening, amount: Money): Opened {
  const parts = shareRefund(amount, paymentsToRefund(ctx.db, opening.orderId));
  const wishes = parts.map((part) => ({ ...part, tenderId: null, reference: '' }));
  return openRefunds(ctx, opening, wishes);
}

/**
 * Opens a refund for each wish. Cash that is handed out now is settled at once and rounded to coins; the rest awaits
 * somebody who initiates it. Nothing goes back beyond what its payment still holds. Whatever leads here, cash is handed
 * out by those who may refund only; what waits may be opened by whoever may do what made it due.
 * @throws AppError `refund-above-payment`, `tender-gone`, `card-number-in-text`, `forbidden`.
 */
export function openRefunds(ctx: CommandContext, opening: Opening, wishes: readonly RefundWish[]): Opened {
  let awaiting = 0;
  let inCash = 0;
  const refundIds: number[] = [];
  for (const wish of wishes) {
    const { refundId, settled, handedOut } = openOne(ctx, opening, wish);
    refundIds.push(refundId);
    if (settled) inCash += handedOut;
    else awaiting += wish.amount;
  }
  return { awaiting: money(awaiting), inCash: money(inCash), refundIds };
}

function openOne(ctx: CommandContext, opening: Opening, wish: RefundWish) {
  const { orderId, cause, isGiven = false, returnId = null, reason, cashNow } = opening;
  const { paymentNo, amount, reference } = wish;
  if (looksLikeCardNumber(reference)) throw new AppError('card-number-in-text');
  const payment = paymentsToRefund(ctx.db, orderId).find((one) => one.paymentNo === paymentNo);
  if (!payment || amount > payment.refundable) {
    throw new AppError('refund-above-payment', { paymentNo, refundable: payment?.refundable ?? 0 });
  }
  const own = tenderOfPayment(ctx.db, { orderId, tenderId: payment.tenderId });
  const tender = chosenTender(ctx.db, own, wish.tenderId);
  const settled = cashNow && tender.kind === 'cash';
  if (settled) requireRight(ctx, 'refund');
  const takenOff = isGiven ? amount : zeroMoney;
  const refund = { orderId, paymentNo, returnId, cause, tender, amount, reference, reason, settled };
  const { refundId, rounding } = writeRefund(ctx, { ...refund, takenOff });
  return { refundId, settled, handedOut: amount + rounding };
}
