import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { countedProduct, onHandAfter } from './counted-product.ts';
import { moveStock } from './move-stock.ts';
import { refuseCardNumbers } from './refuse-card-numbers.ts';

/**
 * Puts right what is on hand. Refused when it is no longer what the person saw: the difference would be another.
 * @throws AppError `product-gone`, `not-counted`, `nothing-changed`, `stock-changed`, `whole-pieces-only`,
 * `card-number-in-text`, `not-found`, `invalid-input` (beyond what can be counted).
 */
export const adjustStock: CommandHandler<'stock.adjust'> = (ctx, input) => {
  const { productId, change, expectedOnHand, reason, note } = input;
  refuseCardNumbers({ note });
  const product = countedProduct(ctx.db, productId);
  if (change === 0) throw new AppError('nothing-changed', { productId, name: product.name });
  if (product.onHand !== expectedOnHand) {
    throw new AppError('stock-changed', { productId, name: product.name, onHand: product.onHand });
  }
  const onHand = onHandAfter(product, change);
  const by = { staffId: staffOf(ctx.actor), at: ctx.now, businessDate: ctx.today };
  const paper = { kind: 'adjust', reason, note, ...by } as const;
  const sourceId = ctx.db.run(query.insertInto('stockAdjustments').values(paper)).lastId;
  const source = { sourceType: 'adjustment', sourceId, sourceLine: 1 } as const;
  const unitCost = product.cost;
  moveStock(ctx.db, { ...by, ...source, productId, type: 'adjust', onHandChange: change, unitCost, reason });
  ctx.note(`product ${productId}`, { name: product.name, before: product.onHand, after: onHand });
  return { onHand };
};
