import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { clearFigures, closeSlice } from './close-days.ts';
import { compareAll } from './prove.ts';
import { rollupsOf } from './rollups.ts';

/** Makes every roll-up anew, in one transaction, and says how many of those that stood were otherwise. */
export const rebuildFigures: CommandHandler<'reports.rebuild'> = function* (ctx) {
  const before = rollupsOf(ctx.db);
  // What is stale is known to be otherwise: that is no fault to be told.
  const changed =
    before === null || before.staleFrom !== null
      ? 0
      : (yield* compareAll(ctx.db, { through: before.closedThrough })).differenceCount;
  clearFigures(ctx, ctx.shop.timeZone);
  let days = 0;
  for (;;) {
    const slice = closeSlice(ctx);
    if (slice.days === 0) break;
    days += slice.days;
    yield { done: days, total: days + 1 };
  }
  const provenThrough = rollupsOf(ctx.db)?.closedThrough ?? null;
  ctx.db.run(query.updateTable('rollups').set({ provenAt: ctx.now, provenThrough, differences: 0 }));
  ctx.note('reports', { days, changed });
  return { days, changed };
};
