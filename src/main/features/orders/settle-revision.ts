import { money } from '../../../shared/domain/money.ts';
import type { CommandContext } from '../../app/context.ts';
import { type Opened, refundBySharing } from '../refunds/open-refunds.ts';
import { balanceOf, requireOrder } from './order-record.ts';
import { voidRefunds } from './void-refunds.ts';

type Settling = {
  readonly orderId: number;
  /** What was due back, and not on its way, before the revision. */
  readonly dueBefore: number;
  readonly reason: string;
  readonly cashNow: boolean;
};

/**
 * Opens as refunds what a revision makes due back. Refunds of earlier edits that nobody has sent yet are voided
 * first, so that a change that is taken back leaves nothing to send. What somebody left due stays as it is.
 */
export function settleRevision(ctx: CommandContext, settling: Settling): Opened {
  const { orderId, dueBefore, reason, cashNow } = settling;
  voidRefunds(ctx, orderId, ({ cause, state }) => cause === 'edit' && state === 'awaiting');
  const { dueBack } = balanceOf(ctx.db, requireOrder(ctx.db, orderId));
  const amount = money(Math.max(0, dueBack - dueBefore));
  return refundBySharing(ctx, { orderId, cause: 'edit', reason, cashNow }, amount);
}
