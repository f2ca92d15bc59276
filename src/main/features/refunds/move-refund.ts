import { AppError } from '../../../shared/contract/errors.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { isLiveRefund, mayMoveRefund, type RefundState } from '../../../shared/domain/refund-state.ts';
import type { CommandContext } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { balanceOf, requireOrder } from '../orders/order-record.ts';
import { coinRounding } from './coin-rounding.ts';
import { paymentsToRefund } from './pending-refunds.ts';
import type { RefundRecord } from './refund-record.ts';
import type { RefundTender } from './refund-tender.ts';
import { tellOrder } from './write-refund.ts';

export type RefundMove = {
  readonly to: RefundState;
  /** Left out, the tender that it already goes by. */
  readonly tender?: RefundTender;
  /** Empty keeps the one that it has. */
  readonly reference?: string;
  /** Why it failed or was voided; then the refund's own reason. */
  readonly reason?: string;
};

export type MovedRefund = { readonly state: RefundState; readonly amount: Money; readonly rounding: Money };

/**
 * Moves a refund to its next state and tells its order. Cash that is settled is rounded to coins. One that failed
 * and comes to life again must still be due and fit its payment: others may have gone back meanwhile.
 * @throws AppError `refund-move-not-allowed`, `refund-above-payment`, `card-number-in-text`; nothing is written then.
 */
export function moveRefund(ctx: CommandContext, refund: RefundRecord, move: RefundMove): MovedRefund {
  const { to, reference = '', reason = '' } = move;
  const { id: refundId, state, orderId, amount } = refund;
  if (!mayMoveRefund(state, to)) throw new AppError('refund-move-not-allowed', { state });
  if (looksLikeCardNumber(reference) || looksLikeCardNumber(reason)) {
    throw new AppError('card-number-in-text');
  }
  if (isLiveRefund(to) && !isLiveRefund(state)) requireRoom(ctx, refund);
  const tender = move.tender ?? { id: refund.tenderId, name: refund.tenderName, kind: refund.tenderKind };
  const settles = to === 'settled';
  const rounding =
    settles && tender.kind === 'cash'
      ? coinRounding(ctx.db, ctx.shop.cashRounding, orderId, amount)
      : zeroMoney;
  const leaves = to === 'initiated' || (settles && refund.initiatedAt === null);
  ctx.db.run(
    query
      .updateTable('refunds')
      .set({
        state: to,
        rounding,
        tenderId: tender.id,
        reference: reference || refund.reference,
        reason: reason || refund.reason,
        initiatedAt: leaves ? ctx.now : refund.initiatedAt,
        settledAt: settles ? ctx.now : null,
        settledDate: settles ? ctx.today : null,
      })
      .where('id', '=', refundId),
  );
  tellOrder(ctx, { refundId, orderId, state: to, tender: tender.name, amount, reason });
  return { state: to, amount, rounding };
}

/** @throws AppError `refund-above-payment` with what may still go back. */
function requireRoom({ db }: CommandContext, { orderId, paymentNo, amount }: RefundRecord): void {
  if (orderId === null) return;
  const payment = paymentsToRefund(db, orderId).find((one) => one.paymentNo === paymentNo);
  const { dueBack } = balanceOf(db, requireOrder(db, orderId));
  const refundable = Math.min(payment?.refundable ?? 0, dueBack);
  if (amount > refundable) throw new AppError('refund-above-payment', { paymentNo, refundable });
}
