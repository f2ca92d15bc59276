import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { mostMoney } from '../../../shared/domain/money.ts';
import { stockValue } from '../../../shared/domain/stock-value.ts';
import type { CommandHandler } from '../../app/context.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { staffOf } from '../orders/append-event.ts';
import { blendCost } from './blend-cost.ts';
import { countedProduct, onHandAfter, requirePositive } from './counted-product.ts';
import { moveStock } from './move-stock.ts';
import { refuseCardNumbers } from './refuse-card-numbers.ts';

type Line = Parsed<'stock.receive'>['lines'][number];

/**
 * Goods come in: one receipt, a movement for each line. A cost of one unit (a kilogram, a metre) moves the product's
 * average; without one the goods come in at what it costs now.
 * @throws AppError `product-gone`, `not-counted`, `quantity-not-positive`, `whole-pieces-only`,
 * `card-number-in-text`, `not-found`, `invalid-input` (beyond what a shop buys).
 */
export const receiveStock: CommandHandler<'stock.receive'> = (ctx, { lines, ...texts }) => {
  const { db } = ctx;
  refuseCardNumbers(texts);
  for (const line of lines) requireReceivable(db, line);
  const total = stockValue(lines);
  if (total >= mostMoney) throw new AppError('invalid-input', { field: 'lines', reason: 'too large' });
  const by = { staffId: staffOf(ctx.actor), at: ctx.now, businessDate: ctx.today };
  const paper = { ...texts, ...by, lineCount: lines.length, total };
  const receiptId = db.run(query.insertInto('stockReceipts').values(paper)).lastId;
  lines.forEach(({ productId, quantity: received, unitCost: given }, index) => {
    const source = { sourceType: 'receipt', sourceId: receiptId, sourceLine: index + 1 } as const;
    const unitCost = blendCost(db, productId, received, given);
    moveStock(db, { ...by, ...source, productId, type: 'receipt', onHandChange: received, unitCost });
  });
  ctx.note(`receipt ${receiptId}`, { receiptId, total });
  return { receiptId, lines: lines.length, total };
};

function requireReceivable(db: ReadDb, line: Line): void {
  const product = countedProduct(db, line.productId);
  requirePositive(product, line.quantity);
  onHandAfter(product, line.quantity);
}
