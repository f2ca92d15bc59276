import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { stockProduct } from './counted-product.ts';

/**
 * How much to keep of a product, whether it is counted, and what happens when more is sold than there is. What is
 * promised to an order stays counted until it is handed over.
 * @throws AppError `product-gone`, `has-reserved`, `not-found`.
 */
export const setStockRules: CommandHandler<'stock.setRules'> = ({ db, note }, input) => {
  const { productId, reorderLevel, oversell } = input;
  const product = stockProduct(db, productId);
  const tracked = input.tracked ? 1 : 0;
  if (tracked === 0 && product.tracked === 1 && product.reserved !== 0) {
    throw new AppError('has-reserved', { productId, name: product.name, reserved: product.reserved });
  }
  db.run(query.updateTable('productStock').set({ tracked, reorderLevel }).where('productId', '=', productId));
  db.run(query.updateTable('products').set({ oversell }).where('id', '=', productId));
  const { name, tracked: wasTracked, reorderLevel: wasLevel, oversell: wasOversell } = product;
  const before = { tracked: wasTracked === 1, reorderLevel: wasLevel, oversell: wasOversell };
  note(`product ${productId}`, { name, before, after: { tracked: input.tracked, reorderLevel, oversell } });
  return {};
};
