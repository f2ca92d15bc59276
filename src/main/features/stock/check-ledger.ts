import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { compareWithLedger, type Drift } from './ledger-slices.ts';
import { stockChecks } from './stock-checks.ts';

/** Drifts that a check keeps with their figures; all of them are counted. */
const mostKept = 100;

/**
 * Compares every product's stock with its ledger while selling goes on, and keeps what was found. The nightly one is
 * the application's own. @throws AppError `forbidden`.
 */
export const checkLedger: TaskHandler<'stock.check'> = async (ctx, { cause }) => {
  if (cause === 'nightly' && ctx.actor.kind !== 'system') throw new AppError('forbidden');
  const { checked, drifted, drifts } = await compareAll(ctx);
  return ctx.transaction((db, note) => {
    const { now: at, today: businessDate } = ctx;
    const row = { cause, at, businessDate, staffId: staffOf(ctx.actor), checked, drifted };
    const kept = { ...row, drifts: JSON.stringify(drifts), repairedAt: null, repairedBy: null };
    const checkId = db.run(query.insertInto('stockChecks').values(kept)).lastId;
    note(`stock check ${checkId}`, { checked, drifted });
    const [check] = stockChecks(db, checkId);
    if (!check) throw new Error('the check that was just written is not there');
    return check;
  });
};

async function compareAll(ctx: TaskContext): Promise<{ checked: number; drifted: number; drifts: Drift[] }> {
  const drifts: Drift[] = [];
  let checked = 0;
  let drifted = 0;
  for (const slice of compareWithLedger(ctx.db)) {
    checked += slice.products;
    drifted += slice.drifts.length;
    drifts.push(...slice.drifts.slice(0, mostKept - drifts.length));
    await setImmediate();
  }
  return { checked, drifted, drifts };
}
