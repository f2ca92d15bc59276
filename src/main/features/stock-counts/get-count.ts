import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { stockValue, type ValuedStock } from '../../../shared/domain/stock-value.ts';
import type { QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { maySeeCost } from '../catalog/may-see-cost.ts';
import { readCounts } from './counts.ts';

/** At the cost that was posted; before that, at what each product costs now. */
const differences = preparedRead<{ countId: number }, ValuedStock>(
  (slot) => sql<ValuedStock>`
    SELECT l.counted - l.expected AS quantity, iif(m.movementNo IS NULL, p.cost, m.unitCost) AS unitCost
    FROM stockCountLines AS l JOIN products AS p ON p.id = l.productId
    LEFT JOIN stockMovements AS m ON m.sourceType = 'count' AND m.sourceId = l.countId
      AND m.sourceLine = l.productId AND m.type = 'count'
    WHERE l.countId = ${slot('countId')} AND l.counted <> l.expected`,
);

/**
 * A stock-take and what posting it changes at cost, as far as costs are known; nothing of that to somebody who may
 * not see profit. @throws AppError `not-found`.
 */
export const getCount: QueryHandler<'stockCounts.get'> = (ctx, { countId }) => {
  const [count] = readCounts(ctx.db, { countId, limit: 1 });
  if (!count) throw new AppError('not-found', { what: 'stock-take' });
  const varianceCost = maySeeCost(ctx) ? stockValue(differences.all(ctx.db, { countId })) : zeroMoney;
  return { ...count, varianceCost };
};
