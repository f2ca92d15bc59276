import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { ReadDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';

type LowStock = Output<'dashboard.today'>['lowStock'];

const worstShown = 5;

/** `productStockLow` is exactly the low ones; the few in it that cannot be sold are counted off. */
const countLow = preparedRead<object, { count: number }>(
  () => sql<{ count: number }>`
    SELECT (SELECT count(*) FROM productStock INDEXED BY productStockLow
        WHERE tracked = 1 AND onHand - reserved <= reorderLevel)
      - (SELECT count(*) FROM products AS p JOIN productStock AS s ON s.productId = p.id
          WHERE (p.archivedAt IS NOT NULL OR p.kind = 'parent')
            AND s.tracked = 1 AND s.onHand - s.reserved <= s.reorderLevel) AS count`,
);

type Worst = {
  productId: number;
  name: string;
  variantLabel: string | null;
  parentName: string | null;
  available: Quantity;
  reorderLevel: Quantity;
  unit: Unit;
};

/** Oversold ones first, the most first; then by how much of the reorder level is left. */
const worstLow = preparedRead<{ most: number }, Worst & { sold: number }>(
  (slot) => sql<Worst & { sold: number }>`
    SELECT s.productId, p.name, p.variantLabel, parent.name AS parentName, s.onHand - s.reserved AS available,
      s.reorderLevel, p.unit, p.archivedAt IS NULL AND p.kind <> 'parent' AS sold
    FROM (
      SELECT productId, onHand, reserved, reorderLevel FROM productStock
      WHERE tracked = 1 AND onHand - reserved <= reorderLevel
      ORDER BY min(onHand - reserved, 0), 1.0 * (onHand - reserved) / max(reorderLevel, 1), productId
      LIMIT ${slot('most')}
    ) AS s JOIN products AS p ON p.id = s.productId LEFT JOIN products AS parent ON parent.id = p.parentId
    ORDER BY min(available, 0), 1.0 * available / max(s.reorderLevel, 1), s.productId`,
);

/** The worst that can be sold; looks further down where archived products stand in their way. */
function worstOff(db: ReadDb): readonly Worst[] {
  for (let most = 50; ; most *= 20) {
    const found = worstLow.all(db, { most });
    const sold = found.filter((one) => one.sold === 1);
    if (sold.length >= worstShown || found.length < most) return sold.slice(0, worstShown);
  }
}

/** How many products are down to their reorder level, oversold ones included, and which are worst off. */
export function getLowStock(db: ReadDb): LowStock {
  const worst = worstOff(db).map(
    ({ productId, name, variantLabel, parentName, available, reorderLevel, unit }) => ({
      productId,
      name: variantLabel === null ? name : `${parentName ?? name}, ${variantLabel}`,
      available,
      reorderLevel,
      unit,
    }),
  );
  return { count: countLow.get(db, {})?.count ?? 0, worst };
}
