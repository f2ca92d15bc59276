import type { QueryHandler } from '../../app/context.ts';
import { keyCursor } from '../catalog/key-cursor.ts';
import { maySeeCost } from '../catalog/may-see-cost.ts';
import { lowStock } from './low-stock.ts';

const cursors = keyCursor('low', ['available', 'reorderLevel', 'productId']);

/** What runs low or is gone, oversold products first; costs only for who may see profit. */
export const listLow: QueryHandler<'stock.listLow'> = (ctx, { cursor, limit }) => {
  const rows = lowStock(ctx.db, cursors.decode(cursor), limit + 1);
  const seesCost = maySeeCost(ctx);
  const items = rows.slice(0, limit).map((row) => ({ ...row, cost: seesCost ? row.cost : null }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursors.encode(last) : null };
};
