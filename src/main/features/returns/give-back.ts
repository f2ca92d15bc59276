import { AppError } from '../../../shared/contract/errors.ts';
import { type Money, sumMoney, zeroMoney } from '../../../shared/domain/money.ts';
import { shareRefund } from '../../../shared/domain/order-balance.ts';
import type { CommandContext } from '../../app/context.ts';
import { type Opened, openRefunds, type RefundWish, refundBySharing } from '../refunds/open-refunds.ts';
import { paymentsToRefund } from '../refunds/pending-refunds.ts';
import { writeRefund } from '../refunds/write-refund.ts';
import { exchangeTender } from './exchange-tender.ts';

type Goods = {
  readonly orderId: number;
  readonly returnId: number;
  readonly reason: string;
  /** Cash is handed out now. */
  readonly cashNow: boolean;
};

/**
 * Gives back what a return made due: as wished, or shared over the payments it came from, newest first.
 * @throws AppError `refund-above-due` or `refund-not-complete` where the wishes come to something else, and what
 * opening refunds may throw.
 */
export function giveBack(
  ctx: CommandContext,
  goods: Goods,
  wishes: readonly RefundWish[],
  dueBack: Money,
): Opened {
  const opening = { ...goods, cause: 'return' as const };
  const wanted = wishes.filter((wish) => wish.amount > 0);
  if (wanted.length === 0) return refundBySharing(ctx, opening, dueBack);
  const sum = sumMoney(wanted.map((wish) => wish.amount));
  if (sum > dueBack) throw new AppError('refund-above-due', { dueBack });
  if (sum < dueBack) throw new AppError('refund-not-complete', { dueBack });
  return openRefunds(ctx, opening, wanted);
}

/** What was spent on new goods goes back from the old order as exchange value, from its newest payments that hold it. */
export function spendOnExchange(
  ctx: CommandContext,
  { orderId, returnId, reason }: Goods,
  spent: Money,
): void {
  if (spent === zeroMoney) return;
  const tender = exchangeTender(ctx);
  for (const { paymentNo, amount } of shareRefund(spent, paymentsToRefund(ctx.db, orderId))) {
    const row = { orderId, paymentNo, returnId, cause: 'return' as const, tender, amount };
    writeRefund(ctx, { ...row, reference: '', reason, settled: true });
  }
}
