import type { TaskHandler } from '../../../app/context.ts';

/** Stops what this window saves or prints; what was written of a file is taken away again. */
export const cancelReportOut: TaskHandler<'reports.cancelOut'> = async (ctx) => {
  ctx.cancelLong();
  return {};
};
