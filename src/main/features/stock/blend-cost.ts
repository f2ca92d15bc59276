import { averageCost } from '../../../shared/domain/average-cost.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedRead, preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';

const costOf = preparedRead<
  { productId: number },
  { cost: Money | null; onHand: Quantity | null; tracked: 0 | 1 | null }
>((slot) =>
  query
    .selectFrom('products as p')
    .leftJoin('productStock as s', 's.productId', 'p.id')
    .select(['p.cost', 's.onHand', 's.tracked'])
    .where('p.id', '=', slot('productId')),
);

const writeCost = preparedWrite<{ productId: number; cost: Money }>((slot) =>
  query
    .updateTable('products')
    .set({ cost: slot('cost') })
    .where('id', '=', slot('productId')),
);

/**
 * Moves a product's average cost for goods that are about to come in; called before their movement, because what
 * is on hand is read here. `unitCost` null brings them in at what the product costs now. Answers what the movement
 * should carry as its cost of one unit, null when no cost is known. What is not counted has no average.
 */
export function blendCost(
  db: WriteDb,
  productId: number,
  received: Quantity,
  unitCost: Money | null,
): Money | null {
  const product = costOf.get(db, { productId });
  if (!product) throw new Error(`There is no product ${productId}`);
  if (unitCost === null || product.tracked !== 1) return unitCost ?? product.cost;
  const onHand = product.onHand ?? (0 as Quantity);
  const cost = averageCost({ onHand, cost: product.cost, received, unitCost });
  if (cost !== product.cost) writeCost.run(db, { productId, cost });
  return unitCost;
}
