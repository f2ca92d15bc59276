import type { Output } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { countLowStock, lowStock } from '../stock/low-stock.ts';

type LowStock = Output<'dashboard.today'>['lowStock'];

const worstShown = 5;

/** How many products are down to their reorder level, oversold ones included, and which are worst off. */
export function getLowStock(db: ReadDb): LowStock {
  const worst = lowStock(db, null, worstShown).map(({ productId, name, available, reorderLevel, unit }) => ({
    productId,
    name,
    available,
    reorderLevel,
    unit,
  }));
  return { count: countLowStock(db), worst };
}
