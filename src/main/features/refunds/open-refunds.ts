import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { shareRefund } from '../../../shared/domain/order-balance.ts';
import type { RefundCause } from '../../../shared/domain/refund-state.ts';
import { roundCash } from '../../../shared/domain/round-cash.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { appendEvent, staffOf } from '../orders/append-event.ts';
import { paymentsToRefund } from './pending-refunds.ts';

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

type RefundTender = { readonly id: number; readonly name: string; readonly kind: TenderKind };

/** An archived tender may still take back what it once took in. */
const tenderForRefund = preparedRead<{ tenderId: number }, RefundTender>((slot) =>
  query.selectFrom('tenders').select(['id', 'name', 'kind']).where('id', '=', slot('tenderId')),
);

const addRefunded = preparedWrite<{ orderId: number; amount: Money }>((slot) =>
  query
    .updateTable('orders')
    .set({ refunded: sql<Money>`refunded + CAST(${slot('amount')} AS INTEGER)` })
    .where('id', '=', slot('orderId')),
);

/** Shares `amount` over the order's payments, newest first, each by the tender it came by. */
export function refundBySharing(ctx: CommandContext, opening: Opening, amount: Money): Opened {
  const parts = shareRefund(amount, paymentsToRefund(ctx.db, opening.orderId));
  const wishes = parts.map((part) => ({ ...part, tenderId: null, reference: '' }));
  return openRefunds(ctx, opening, wishes);
}

/**
 * Opens a refund for each wish. Cash that is handed out now is settled at once and rounded to coins; the rest awaits
 * somebody who initiates it. Nothing goes back beyond what its payment still holds.
 * @throws AppError `refund-above-payment`, `tender-gone`, `card-number-in-text`.
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
  const { orderId, cause, returnId = null, reason, cashNow } = opening;
  const { paymentNo, amount } = wish;
  if (looksLikeCardNumber(wish.reference)) throw new AppError('card-number-in-text');
  const payment = paymentsToRefund(ctx.db, orderId).find((one) => one.paymentNo === paymentNo);
  if (!payment || amount > payment.refundable) {
    throw new AppError('refund-above-payment', { paymentNo, refundable: payment?.refundable ?? 0 });
  }
  const tender = tenderForRefund.get(ctx.db, { tenderId: wish.tenderId ?? payment.tenderId });
  if (!tender) throw new AppError('tender-gone');
  const settled = cashNow && tender.kind === 'cash';
  const rounding = settled ? money(roundCash(amount, ctx.shop.cashRounding) - amount) : zeroMoney;
  const refundId = ctx.db.run(
    query.insertInto('refunds').values({
      ...{ orderId, paymentNo, returnId, cause, amount, rounding, reason },
      tenderId: tender.id,
      state: settled ? 'settled' : 'awaiting',
      reference: wish.reference || null,
      staffId: staffOf(ctx.actor),
      openedAt: ctx.now,
      businessDate: ctx.today,
      initiatedAt: settled ? ctx.now : null,
      settledAt: settled ? ctx.now : null,
      settledDate: settled ? ctx.today : null,
    }),
  ).lastId;
  if (settled) addRefunded.run(ctx.db, { orderId, amount });
  const state = settled ? 'settled' : 'awaiting';
  appendEvent(ctx, orderId, 'refund', { refundId, state, tender: tender.name, amount });
  return { refundId, settled, handedOut: amount + rounding };
}

/** Counts a settled refund towards its order. */
export function countRefunded(ctx: CommandContext, orderId: number, amount: Money): void {
  addRefunded.run(ctx.db, { orderId, amount });
}
