import type { reportsCalls } from '../../../shared/contract/reports.ts';
import type { Handlers, QueryHandler } from '../../app/context.ts';
import { closeDays, isBehind } from './close-days.ts';
import { explainMetric } from './explain.ts';
import { proveFigures } from './prove.ts';
import { rebuildFigures } from './rebuild.ts';
import { rollupsOf } from './rollups.ts';
import { runReport } from './run-report.ts';

const getState: QueryHandler<'reports.state'> = (ctx) => {
  const rollups = rollupsOf(ctx.db);
  return {
    isBehind: isBehind(ctx),
    closedThrough: rollups?.closedThrough ?? null,
    provenAt: rollups?.provenAt ?? null,
    provenThrough: rollups?.provenThrough ?? null,
    differences: rollups?.differences ?? 0,
  };
};

/** Handlers of the calls in `shared/contract/reports.ts`. */
export const reportsHandlers: Handlers<typeof reportsCalls> = {
  'reports.run': runReport,
  'reports.explain': explainMetric,
  'reports.state': getState,
  'reports.prove': proveFigures,
  'reports.rebuild': rebuildFigures,
  'reports.close': closeDays,
};
