import { sql } from 'kysely';
import type { Money } from '../../../shared/domain/money.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { namedProduct } from '../catalog/named-product.ts';

/** A product that is down to its reorder level. */
export type LowProduct = {
  readonly productId: number;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: Unit;
  readonly pictureId: number | null;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  readonly available: Quantity;
  readonly reorderLevel: Quantity;
  readonly cost: Money | null;
};

/** Where a page of the list begins: after a product with these figures. */
export type LowPosition = {
  readonly available: number;
  readonly reorderLevel: number;
  readonly productId: number;
};

type Page = { after: 0 | 1; limit: number } & { -readonly [K in keyof LowPosition]: LowPosition[K] };

/**
 * `productStockLow` holds exactly the low ones; those that are not sold are told by an index of their own, so that
 * only the products of the page itself are read.
 */
const lowPage = preparedRead<Page, LowProduct>(
  (slot) => sql<LowProduct>`
    SELECT ${namedProduct}, s.onHand, s.reserved, s.onHand - s.reserved AS available, s.reorderLevel, p.cost
    FROM (
      SELECT productId, onHand, reserved, reorderLevel FROM productStock
      WHERE tracked = 1 AND onHand - reserved <= reorderLevel
        AND NOT EXISTS (SELECT 1 FROM products AS gone INDEXED BY productsNotSold
          WHERE gone.id = productStock.productId AND (gone.archivedAt IS NOT NULL OR gone.kind = 'parent'))
        AND (${slot('after')} = 0
          OR (min(onHand - reserved, 0), 1.0 * (onHand - reserved) / max(reorderLevel, 1), productId)
            > (min(${slot('available')}, 0), 1.0 * ${slot('available')} / max(${slot('reorderLevel')}, 1),
              ${slot('productId')}))
      ORDER BY min(onHand - reserved, 0), 1.0 * (onHand - reserved) / max(reorderLevel, 1), productId
      LIMIT ${slot('limit')}
    ) AS s JOIN products AS p ON p.id = s.productId LEFT JOIN products AS parent ON parent.id = p.parentId
    ORDER BY min(available, 0), 1.0 * available / max(s.reorderLevel, 1), s.productId`,
);

/**
 * What runs low and is sold: oversold products first, the most first, then by how much of the reorder level is
 * left. The one definition, for the list and the dashboard.
 */
export function lowStock(db: ReadDb, position: LowPosition | null, limit: number): LowProduct[] {
  const after = position ?? { available: 0, reorderLevel: 0, productId: 0 };
  return lowPage.all(db, { ...after, after: position ? 1 : 0, limit });
}

/** All that are low, less the few of them that are not sold. */
const lowCount = preparedRead<object, { count: number }>(
  () => sql<{ count: number }>`
    SELECT (SELECT count(*) FROM productStock INDEXED BY productStockLow
        WHERE tracked = 1 AND onHand - reserved <= reorderLevel)
      - (SELECT count(*) FROM products AS p JOIN productStock AS s ON s.productId = p.id
          WHERE (p.archivedAt IS NOT NULL OR p.kind = 'parent')
            AND s.tracked = 1 AND s.onHand - s.reserved <= s.reorderLevel) AS count`,
);

/** How many there are in that list. */
export function countLowStock(db: ReadDb): number {
  return lowCount.get(db, {})?.count ?? 0;
}
