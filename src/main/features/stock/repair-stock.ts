import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { setToLedger } from './set-to-ledger.ts';
import { stockChecks } from './stock-checks.ts';

/**
 * Sets the stock of the products that a check found to what the ledger says now, and no other's; once for each
 * check. The audit log keeps each figure before and after. @throws AppError `nothing-changed`, `not-found`.
 */
export const repairStock: CommandHandler<'stock.repair'> = (ctx, { checkId }) => {
  const [check] = stockChecks(ctx.db, checkId);
  if (!check) throw new AppError('not-found', { what: 'check' });
  if (check.drifts.length === 0 || check.repairedAt !== null) throw new AppError('nothing-changed');
  const repaired = check.drifts.flatMap(({ productId, name }) => {
    const changed = setToLedger(ctx.db, productId);
    return changed ? [{ productId, name, ...changed }] : [];
  });
  ctx.db.run(
    query
      .updateTable('stockChecks')
      .set({ repairedAt: ctx.now, repairedBy: staffOf(ctx.actor) })
      .where('id', '=', checkId),
  );
  ctx.note(`stock check ${checkId}`, { repaired });
  return { repaired: repaired.length };
};
