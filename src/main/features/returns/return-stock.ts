import { quantity } from '../../../shared/domain/quantity.ts';
import type { Disposition } from '../../../shared/domain/return-line.ts';
import type { CommandContext } from '../../app/context.ts';
import { staffOf } from '../orders/append-event.ts';
import { blendCost } from '../stock/blend-cost.ts';
import { moveStock } from '../stock/move-stock.ts';
import type { ReturnedLine } from './returned-lines.ts';

/** Whether goods end up on the shelf, or are booked in only to be written off. */
const reachesShelf: Readonly<Record<Disposition, boolean | null>> = {
  restock: true,
  damaged: false,
  lost: false,
  'not-returned': null,
};

/**
 * Books returned goods: on the shelf at what they had cost when they were sold, or in and at once off again where
 * they are damaged or lost. What the customer keeps, and what no product stands for, moves nothing.
 */
export function moveReturnedStock(
  ctx: CommandContext,
  returnId: number,
  lineNo: number,
  line: ReturnedLine,
): void {
  const { productId, quantity: count, unitCost, disposition } = line;
  const shelf = reachesShelf[disposition];
  if (productId === null || shelf === null) return;
  const source = {
    productId,
    sourceType: 'return' as const,
    sourceId: returnId,
    sourceLine: lineNo,
    staffId: staffOf(ctx.actor),
    at: ctx.now,
    businessDate: ctx.today,
  };
  // What is written off at once never joins what is on hand, so it has no say in the average.
  const cost = shelf ? blendCost(ctx.db, productId, count, unitCost) : unitCost;
  const back = { type: 'customer-return' as const, onHandChange: count, unitCost: cost };
  moveStock(ctx.db, { ...source, ...back, reason: line.reason });
  if (shelf) return;
  const off = { type: 'write-off' as const, onHandChange: quantity(-count), unitCost: cost };
  moveStock(ctx.db, { ...source, ...off, reason: disposition });
}
