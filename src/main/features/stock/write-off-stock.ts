import { zeroMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { stockValue } from '../../../shared/domain/stock-value.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { maySeeCost } from '../catalog/may-see-cost.ts';
import { staffOf } from '../orders/append-event.ts';
import { countedProduct, onHandAfter, requirePositive } from './counted-product.ts';
import { moveStock } from './move-stock.ts';
import { refuseCardNumbers } from './refuse-card-numbers.ts';

/**
 * Takes out what can no longer be sold. Answers what it had cost, as far as costs are known; nothing to somebody who
 * may not see profit.
 * @throws AppError `product-gone`, `not-counted`, `quantity-not-positive`, `whole-pieces-only`,
 * `card-number-in-text`, `not-found`, `invalid-input` (beyond what can be counted).
 */
export const writeOffStock: CommandHandler<'stock.writeOff'> = (ctx, { lines, reason, note }) => {
  refuseCardNumbers({ note });
  const by = { staffId: staffOf(ctx.actor), at: ctx.now, businessDate: ctx.today };
  const paper = { kind: 'write-off', reason, note, ...by } as const;
  const sourceId = ctx.db.run(query.insertInto('stockAdjustments').values(paper)).lastId;
  const taken = lines.map(({ productId, quantity: out }, index) => {
    const product = countedProduct(ctx.db, productId);
    requirePositive(product, out);
    const onHandChange = quantity(-out);
    onHandAfter(product, onHandChange);
    const unitCost = product.cost;
    const source = { sourceType: 'adjustment', sourceId, sourceLine: index + 1 } as const;
    moveStock(ctx.db, { ...by, ...source, productId, type: 'write-off', onHandChange, unitCost, reason });
    return { quantity: out, unitCost };
  });
  const cost = stockValue(taken);
  ctx.note(`write-off ${sourceId}`, { adjustmentId: sourceId, cost });
  return { lines: lines.length, cost: maySeeCost(ctx) ? cost : zeroMoney };
};
