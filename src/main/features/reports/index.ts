import type { reportsCalls } from '../../../shared/contract/reports.ts';
import type { Handlers } from '../../app/context.ts';
import { closeDays } from './close-days.ts';
import { dateOldCancels, hasUndatedCancels } from './date-old-cancels.ts';
import { explainMetric } from './explain.ts';
import { getState } from './get-state.ts';
import { reportsInnerReads as outReads, reportsOutHandlers } from './out/out-handlers.ts';
import { proofRead, proveFigures } from './prove.ts';
import { rebuildFigures } from './rebuild.ts';
import { runReport } from './run-report.ts';

export { dateOldCancels, hasUndatedCancels, reportsOutHandlers };

/** What tasks have done in the helper process. */
export const reportsInnerReads = [...outReads, proofRead] as const;

/** Handlers of the calls in `shared/contract/reports.ts`. */
export const reportsHandlers: Handlers<typeof reportsCalls> = {
  'reports.run': runReport,
  'reports.explain': explainMetric,
  'reports.state': getState,
  'reports.prove': proveFigures,
  'reports.cancelWork': async (ctx) => {
    ctx.cancelLong();
    return {};
  },
  'reports.rebuild': rebuildFigures,
  'reports.close': closeDays,
};
