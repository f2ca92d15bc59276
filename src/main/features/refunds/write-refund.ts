import { sql } from 'kysely';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import type { RefundCause, RefundState } from '../../../shared/domain/refund-state.ts';
import type { CommandContext } from '../../app/context.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { appendEvent, staffOf } from '../orders/append-event.ts';
import { coinRounding } from './coin-rounding.ts';
import type { RefundTender } from './refund-tender.ts';

export type NewRefund = {
  /** Null, with its payment, for a return without a receipt. */
  readonly orderId: number | null;
  readonly paymentNo: number | null;
  readonly returnId: number | null;
  readonly cause: RefundCause;
  readonly tender: RefundTender;
  readonly amount: Money;
  readonly reference: string;
  readonly reason: string;
  /** What goodwill took off the order with it; nothing for anything else. */
  readonly takenOff?: Money;
  /** It went back with this call; otherwise it waits for somebody. */
  readonly settled: boolean;
};

export type WrittenRefund = { readonly refundId: number; readonly rounding: Money };

const addRefunded = preparedWrite<{ orderId: number; amount: Money }>((slot) =>
  query
    .updateTable('orders')
    .set({ refunded: sql<Money>`refunded + CAST(${slot('amount')} AS INTEGER)` })
    .where('id', '=', slot('orderId')),
);

/** Writes a checked refund, and what it does to its order. Cash that was handed out is rounded to coins. */
export function writeRefund(ctx: CommandContext, refund: NewRefund): WrittenRefund {
  const { tender, settled, reference, ...row } = refund;
  const rounding =
    settled && tender.kind === 'cash'
      ? coinRounding(ctx.db, ctx.shop.cashRounding, row.orderId, row.amount)
      : zeroMoney;
  const state = settled ? 'settled' : 'awaiting';
  const refundId = ctx.db.run(
    query.insertInto('refunds').values({
      ...row,
      rounding,
      state,
      tenderId: tender.id,
      reference: reference || null,
      staffId: staffOf(ctx.actor),
      openedAt: ctx.now,
      businessDate: ctx.today,
      initiatedAt: settled ? ctx.now : null,
      settledAt: settled ? ctx.now : null,
      settledDate: settled ? ctx.today : null,
    }),
  ).lastId;
  tellOrder(ctx, { ...row, refundId, state, tender: tender.name, reason: '' });
  return { refundId, rounding };
}

type Told = {
  readonly refundId: number;
  readonly orderId: number | null;
  readonly state: RefundState;
  readonly tender: string;
  readonly amount: Money;
  /** Why it failed or was voided; empty otherwise. */
  readonly reason: string;
};

/** Tells the order of a refund what became of it: in its timeline, and in its sums when the money has gone. */
export function tellOrder(ctx: CommandContext, told: Told): void {
  const { orderId, reason, refundId, state, tender, amount } = told;
  if (orderId === null) return;
  if (state === 'settled') addRefunded.run(ctx.db, { orderId, amount });
  const said = reason === '' ? {} : { reason };
  appendEvent(ctx, orderId, 'refund', { refundId, state, tender, amount, ...said });
}
