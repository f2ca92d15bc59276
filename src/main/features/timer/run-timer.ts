import { AppError } from '../../../shared/contract/errors.ts';
import { planTimerRun } from '../../../shared/domain/timer-plan.ts';
import type { CommandContext, CommandHandler, Progress } from '../../app/context.ts';
import { deliverInTransit } from '../orders/advance-order.ts';
import { dueOrders } from './due-orders.ts';
import { coverHours, recordRun } from './timer-runs.ts';
import { timerState } from './timer-state.ts';

/** A few milliseconds: after a long pause thousands may be due, and the windows go on drawing meanwhile. */
const ordersAStep = 50;

/**
 * Delivers what is in transit and due, once for whatever hours were missed, and writes the run down. Decided anew
 * in its transaction, so that two who ask at once cover each hour once. Who presses "Run now" is in the run and in
 * the audit log; the orders themselves are delivered by the timer's rule, so their timeline names nobody.
 * @throws AppError `timer-off` when it is off and no person asks.
 */
export const runTimer: CommandHandler<'timer.run'> = function* (ctx, { cause }) {
  const state = timerState(ctx);
  if (!state.isEnabled && cause !== 'manual') throw new AppError('timer-off');
  const plan = planTimerRun(ctx.now, cause, state);
  if (plan.kind === 'nothing') return { runId: null, outcome: 'done', delivered: 0, hours: 0 };
  if (plan.kind === 'note') {
    const { outcome } = plan;
    ctx.note('timer', { outcome });
    return { runId: recordRun(ctx, { cause, outcome }), outcome, delivered: 0, hours: 0 };
  }
  const delivered = yield* deliverDue(ctx);
  const hours = plan.hours === null ? 0 : plan.hours.to - plan.hours.from + 1;
  const runId = recordRun(ctx, { cause, outcome: 'done', hours, delivered });
  if (plan.hours) coverHours(ctx, { ...plan.hours, runId });
  ctx.note('timer', { runId, hours, delivered });
  return { runId, outcome: 'done', delivered, hours };
};

function* deliverDue(ctx: CommandContext): Generator<Progress, number> {
  const bySystem: CommandContext = Object.assign(Object.create(ctx), { actor: { kind: 'system' } });
  const due = dueOrders(ctx);
  for (const [index, order] of due.entries()) {
    deliverInTransit(bySystem, order);
    if (index % ordersAStep === ordersAStep - 1) yield { done: index + 1, total: due.length };
  }
  return due.length;
}
