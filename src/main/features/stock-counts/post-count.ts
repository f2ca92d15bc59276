import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { staffOf } from '../orders/append-event.ts';
import { moveCounted } from '../stock/move-stock.ts';
import { endCount } from './open-count.ts';

const anyCounted = preparedRead<{ countId: number }, { counted: 1 }>(
  (slot) => sql<{ counted: 1 }>`
    SELECT 1 AS counted FROM stockCountLines
    WHERE countId = ${slot('countId')} AND counted IS NOT NULL LIMIT 1`,
);

/** What other open sheets expect of a product that they counted: this difference is no longer theirs to find. */
const tellOtherSheets = preparedWrite<{ countId: number }>(
  (slot) => sql`
    UPDATE stockCountLines AS other SET expected = other.expected + posted.counted - posted.expected
    FROM stockCountLines AS posted
    WHERE posted.countId = ${slot('countId')} AND posted.counted <> posted.expected
      AND other.productId = posted.productId AND other.counted IS NOT NULL
      AND other.countId IN (SELECT id FROM stockCounts WHERE state = 'open')`,
);

/**
 * Ends a stock-take: each difference becomes one movement of the size that was found when it was counted, whatever
 * was sold since. What was not counted stays as it is.
 * @throws AppError `count-closed`, `nothing-counted`, `not-found`.
 */
export const postCount: CommandHandler<'stockCounts.post'> = (ctx, { countId }) => {
  endCount(ctx, countId, 'posted');
  if (!anyCounted.get(ctx.db, { countId })) throw new AppError('nothing-counted');
  const by = { staffId: staffOf(ctx.actor), at: ctx.now, businessDate: ctx.today };
  const changed = moveCounted(ctx.db, { countId, ...by });
  tellOtherSheets.run(ctx.db, { countId });
  ctx.note(`stock-take ${countId}`, { changed });
  return { changed };
};
