import type { CommandHandler } from '../../app/context.ts';
import { recordRun } from './timer-runs.ts';

/** Writes down that a run failed and why; the hours it should have covered stay for the next one. */
export const noteFailure: CommandHandler<'timer.noteFailure'> = (ctx, { cause, error }) => {
  recordRun(ctx, { cause, outcome: 'failed', error });
  ctx.note('timer', {});
  return {};
};
