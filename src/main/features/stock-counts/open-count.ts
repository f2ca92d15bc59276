import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';

const stateOf = preparedRead<{ countId: number }, { state: 'open' | 'posted' | 'discarded' }>((slot) =>
  query.selectFrom('stockCounts').select('state').where('id', '=', slot('countId')),
);

/** @throws AppError `count-closed` when it was posted or discarded, `not-found`. */
export function requireOpenCount(db: ReadDb, countId: number): void {
  const count = stateOf.get(db, { countId });
  if (!count) throw new AppError('not-found', { what: 'stock-take' });
  if (count.state !== 'open') throw new AppError('count-closed', { state: count.state });
}

/** Ends a stock-take, once. @throws AppError as `requireOpenCount`. */
export function endCount(ctx: CommandContext, countId: number, state: 'posted' | 'discarded'): void {
  requireOpenCount(ctx.db, countId);
  const end = { state, endedAt: ctx.now, endedBy: staffOf(ctx.actor), businessDate: ctx.today };
  ctx.db.run(query.updateTable('stockCounts').set(end).where('id', '=', countId));
}
