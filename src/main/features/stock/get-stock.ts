import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays, type CalendarDate } from '../../../shared/domain/calendar.ts';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { QueryContext, QueryHandler } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { loadTiles, stockOf } from '../catalog/load-tiles.ts';
import { maySeeCost } from '../catalog/may-see-cost.ts';
import { fullProductName } from '../catalog/named-product.ts';

/** Days that the chart shows, today included. */
const chartDays = 90;

/** A variant's own policy, without its parent's. */
const ownWords = preparedRead<{ productId: number }, { name: string; oversell: OversellPolicy | null }>(
  (slot) => sql<{ name: string; oversell: OversellPolicy | null }>`
    SELECT ${fullProductName} AS name, p.oversell FROM products AS p
    LEFT JOIN products AS parent ON parent.id = p.parentId WHERE p.id = ${slot('productId')}`,
);

type DaySpan = { productId: number; before: CalendarDate; today: CalendarDate };

/** What the ledger says of each day; all that was before is one row, of the day `before`. */
const changesByDay = preparedRead<DaySpan, { date: CalendarDate; change: number }>(
  (slot) => sql<{ date: CalendarDate; change: number }>`
    SELECT max(businessDate, ${slot('before')}) AS date, sum(onHandChange) AS change FROM stockMovements
    WHERE productId IN (SELECT id FROM products
        WHERE id = ${slot('productId')} OR (parentId = ${slot('productId')} AND archivedAt IS NULL))
      AND businessDate <= ${slot('today')}
    GROUP BY 1`,
);

/**
 * A product's stock as it stands, its policy and where that comes from, and the last days. A parent has what its
 * variants have together. @throws AppError `not-found`.
 */
export const getStock: QueryHandler<'stock.get'> = (ctx, { productId }) => {
  const { products, sums, tiles } = loadTiles(ctx, [productId]);
  const product = products.get(productId);
  const tile = tiles.get(productId);
  const own = ownWords.get(ctx.db, { productId });
  if (!product || !tile || !own) throw new AppError('not-found', { what: 'product' });
  const { sku, unit, pictureId, tracked, available } = tile;
  const { onHand, reserved, reorderLevel } = stockOf(product, sums.get(productId));
  return {
    productId,
    ...own,
    sku,
    unit,
    pictureId,
    tracked,
    onHand,
    reserved,
    available,
    reorderLevel,
    cost: maySeeCost(ctx) ? product.cost : null,
    effectiveOversell: tile.oversell,
    days: lastDays(ctx, productId),
  };
};

/** On hand at the end of each day, oldest first. */
function lastDays({ db, today }: QueryContext, productId: number): Output<'stock.get'>['days'] {
  const first = addDays(today, 1 - chartDays);
  const before = addDays(first, -1);
  const rows = changesByDay.all(db, { productId, before, today });
  const changes = new Map(rows.map((row) => [row.date, row.change]));
  let onHand = changes.get(before) ?? 0;
  return Array.from({ length: chartDays }, (_, index) => {
    const date = addDays(first, index);
    onHand += changes.get(date) ?? 0;
    return { date, onHand: quantity(onHand) };
  });
}
