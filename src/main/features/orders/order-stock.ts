import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import type { OrderLinesTable } from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { moveStock } from '../stock/move-stock.ts';
import { staffOf } from './append-event.ts';
import type { OrderRecord } from './order-record.ts';

type Line = Pick<OrderLinesTable, 'lineNo' | 'productId' | 'quantity' | 'unitCost'>;
type Stand = Pick<OrderRecord, 'id' | 'revision'>;

function movementOf(ctx: CommandContext, order: Stand, line: Line) {
  return {
    productId: line.productId ?? 0,
    unitCost: line.unitCost,
    sourceType: 'order' as const,
    sourceId: order.id,
    sourceLine: line.lineNo,
    sourceRound: order.revision,
    staffId: staffOf(ctx.actor),
    at: ctx.now,
    businessDate: ctx.today,
  };
}

/** Promises a line's goods to an order. */
export function reserveLine(ctx: CommandContext, order: Stand, line: Line): void {
  if (line.productId === null) return;
  moveStock(ctx.db, { ...movementOf(ctx, order, line), type: 'reserve', reservedChange: line.quantity });
}

/** Takes the promise back: cancelled before it left the shop. */
export function releaseLine(ctx: CommandContext, order: Stand, line: Line): void {
  if (line.productId === null) return;
  const reservedChange = quantity(-line.quantity);
  moveStock(ctx.db, { ...movementOf(ctx, order, line), type: 'release', reservedChange });
}

/** The goods leave the shop: what was reserved is sold. */
export function sellReservedLine(ctx: CommandContext, order: Stand, line: Line): void {
  if (line.productId === null) return;
  const out = quantity(-line.quantity);
  const movement = movementOf(ctx, order, line);
  moveStock(ctx.db, { ...movement, type: 'sale', onHandChange: out, reservedChange: out });
}

/** The sale of a line that nothing has taken back yet. */
const saleOfLine = preparedRead<
  { productId: number; orderId: number; lineNo: number },
  { movementNo: number }
>((slot) =>
  query
    .selectFrom('stockMovements as sale')
    .select('sale.movementNo')
    .where('sale.sourceType', '=', 'order')
    .where('sale.sourceId', '=', slot('orderId'))
    .where('sale.sourceLine', '=', slot('lineNo'))
    .where('sale.type', '=', 'sale')
    .where('sale.productId', '=', slot('productId'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('stockMovements as back')
            .select('back.movementNo')
            .whereRef('back.productId', '=', 'sale.productId')
            .whereRef('back.reversalOf', '=', 'sale.movementNo')
            .where('back.reversalOf', 'is not', null),
        ),
      ),
    )
    .orderBy('sale.movementNo', 'desc')
    .limit(1),
);

/**
 * Goods that had left come back on the shelf, once: a failed delivery, or one that is undone and promised again
 * (`reserved`).
 */
export function takeBackLine(ctx: CommandContext, order: Stand, line: Line, reserved: boolean): void {
  const { productId, lineNo } = line;
  if (productId === null) return;
  const sale = saleOfLine.get(ctx.db, { productId, orderId: order.id, lineNo });
  if (!sale) return;
  moveStock(ctx.db, {
    ...movementOf(ctx, order, line),
    type: 'customer-return',
    onHandChange: line.quantity,
    reservedChange: quantity(reserved ? line.quantity : 0),
    reversalOf: sale.movementNo,
  });
}
