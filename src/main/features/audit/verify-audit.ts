import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { storeFindings } from '../../database/sealing/raw-finding.ts';
import { staffOf } from '../orders/append-event.ts';
import { auditChecks } from './audit-checks.ts';
import { whileVerifying } from './verifying.ts';

/**
 * Verifies the log and every seal while selling goes on, and keeps what was found. Those at the start and at night are
 * the application's own. @throws AppError `forbidden`, `verification-running`.
 */
export const verifyAudit: TaskHandler<'audit.verify'> = async (ctx, { scope, cause }) => {
  if (cause !== 'manual' && ctx.actor.kind !== 'system') throw new AppError('forbidden');
  const verified = await whileVerifying(ctx.db, () =>
    ctx.proof.verify(scope, (done, total) => {
      if (ctx.actor.kind !== 'system') ctx.progress({ done, total });
    }),
  );
  if (verified === null) throw new AppError('verification-running');
  const { findings, entries, orders, rows: rowCount } = verified;
  return ctx.transaction((db, note) => {
    const { now: at, today: businessDate } = ctx;
    const found = storeFindings(db, findings, at);
    const row = {
      scope,
      cause,
      at,
      businessDate,
      staffId: staffOf(ctx.actor),
      entries,
      orders,
      rowCount,
      found,
    };
    const checkId = db.run(query.insertInto('auditChecks').values(row)).lastId;
    note(`verification ${checkId}`, { entries, orders, rows: rowCount, found });
    const [check] = auditChecks(db, checkId);
    if (!check) throw new Error('the verification that was just written is not there');
    return check;
  });
};
